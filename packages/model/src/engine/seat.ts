import type { PortName, Writings } from '../flows/ports.ts';
import type { State, StepInput } from '../flows/subsystem.ts';
import { KeyedRandom } from '../random/philox.ts';
import type { Bus } from './bus.ts';
import { orderOf } from './order.ts';
import type { Room } from './rooms.ts';

type Input = StepInput<PortName, PortName>;

/** A room at the bus: compiled, with its state, and views of what it may read and write. */
export interface Seat {
  readonly room: Room;
  readonly params: unknown;
  readonly state: State;
  /** All columns of the state, end to end; and as the room opened the interval with, for rounds of a loop. */
  readonly all: Float64Array;
  readonly kept: Float64Array;
  /** What each part of an interval may read. */
  readonly input: { readonly open: Input; readonly step: Input; readonly close: Input };
  readonly out: Writings<PortName>;
  readonly random: KeyedRandom;
}

/** Rooms that are stepped together, in order, by their places. */
export function circlesOf(rooms: readonly Room[]): number[][] {
  return orderOf(
    rooms.map(({ name, reads, writes }) => ({ name, readsNow: reads.now as readonly string[], writes })),
  );
}

export function seatOf(room: Room, params: unknown, rooms: readonly Room[], bus: Bus, seed: number): Seat {
  const out = bus.views(room.writes as readonly PortName[], 'now');
  const { state, all } = endToEnd(room.initial(params, out as never));
  const before = bus.views(room.reads.before as readonly PortName[], 'before');
  const inputOf = (hidden: ReadonlySet<string>): Input => ({
    now: bus.views(
      (room.reads.now as readonly PortName[]).filter((port) => !hidden.has(port)),
      'now',
    ),
    before,
  });
  const { open, step, close } = hiddenFrom(room, rooms);
  const input = { open: inputOf(open), step: inputOf(step), close: inputOf(close) };
  return {
    room,
    params,
    state,
    all,
    kept: all.slice(),
    input,
    out,
    random: new KeyedRandom(seed, room.name),
  };
}

/**
 * Ports of a room's loop that are not yet of this interval, or of this round, when a part of it runs. They are left out of
 * its views, so that whoever reads one all the same fails at once and does not work with what is left of a month ago.
 */
function hiddenFrom(room: Room, rooms: readonly Room[]): Record<'open' | 'step' | 'close', Set<string>> {
  const circle = circlesOf(rooms).find((places) => places.some((place) => rooms[place] === room)) ?? [];
  const others = circle.map((place) => rooms[place] as Room).filter((other) => other !== room);
  const closed = (some: readonly Room[]) => some.flatMap(({ closes }) => (closes ?? []) as readonly string[]);
  const earlier = others.filter((other) => rooms.indexOf(other) < rooms.indexOf(room));
  const later = others.filter((other) => !earlier.includes(other));
  const opened = new Set(earlier.flatMap(({ opens }) => (opens ?? []) as readonly string[]));
  const written = others.flatMap(({ writes }) => writes as readonly string[]);
  return {
    open: new Set(written.filter((port) => !opened.has(port))),
    step: new Set(closed(others)),
    close: new Set(closed(later)),
  };
}

/** The same state with its columns in one array, so that it is kept and brought back in one go. */
function endToEnd(initial: State): { readonly state: State; readonly all: Float64Array } {
  const columns = Object.entries(initial);
  const all = new Float64Array(columns.reduce((sum, [, { length }]) => sum + length, 0));
  let from = 0;
  const state = columns.map(([name, values]) => {
    const own = all.subarray(from, from + values.length);
    own.set(values);
    from += values.length;
    return [name, own] as const;
  });
  return { state: Object.fromEntries(state), all };
}
