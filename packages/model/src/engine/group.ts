import { present } from '../outcome/invariant.ts';
import type { Interval } from '../time/calendar.ts';
import type { Bus } from './bus.ts';
import { type Loop, LoopUnsettled, loopOf, Movement } from './loop.ts';
import { circlesOf, type Seat } from './seat.ts';

/** Rooms that are stepped together: one on its own, or a circle that is solved as a loop. */
export interface Group {
  readonly seats: readonly Seat[];
  readonly loop?: Loop;
  readonly movement?: Movement;
}

/** Groups in the order in which a month steps them. */
export function groupsOf(bus: Bus, seats: readonly Seat[]): Group[] {
  return circlesOf(seats.map(({ room }) => room)).map((places): Group => {
    const members = places.map((place) => present(seats[place], 'the order names seats'));
    if (members.length === 1) return { seats: members };
    const agreed = new Set(members.flatMap(agreedOn));
    return {
      seats: members,
      loop: loopOf(members.map((seat) => seat.room.name)),
      movement: new Movement(
        bus,
        bus.places.filter((place) => agreed.has(place.port)),
      ),
    };
  });
}

/** What a room writes in every round. */
function agreedOn({ room }: Seat): string[] {
  const once = new Set([...((room.opens ?? []) as string[]), ...((room.closes ?? []) as string[])]);
  return (room.writes as readonly string[]).filter((port) => !once.has(port));
}

/** One interval of a group. Throws `LoopUnsettled`. */
export function stepGroup(group: Group, interval: Interval): void {
  const { seats } = group;
  for (const { room, params, state, input, out } of seats) {
    room.open?.(params, state, input.open as never, out as never, interval);
  }
  settle(group, interval);
  for (const { room, params, state, input, out } of seats) {
    room.close?.(params, state, input.close as never, out as never, interval);
  }
}

/** Steps rooms until they agree; a room on its own agrees with itself. */
function settle({ seats, loop, movement }: Group, interval: Interval): void {
  if (!loop || !movement) {
    for (const seat of seats) step(seat, interval);
    return;
  }
  for (const seat of seats) seat.kept.set(seat.all);
  for (let round = 1; ; round++) {
    for (const seat of seats) {
      if (round > 1) seat.all.set(seat.kept);
      step(seat, interval);
    }
    if (round > loop.rounds) throw new LoopUnsettled(`${loop.name} moves ${movement.worst()} still`);
    if (movement.measure() <= loop.tolerance) return;
  }
}

function step({ room, params, state, input, out, random }: Seat, interval: Interval): void {
  room.step(params, state, input.step as never, out as never, interval, random);
}
