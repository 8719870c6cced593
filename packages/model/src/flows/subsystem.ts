import type { Outcome } from '../outcome/outcome.ts';
import type { PlanOf, RoomSchema } from '../plan/attribute.ts';
import type { Funding } from '../plan/resolved.ts';
import type { Keyed } from '../random/keyed.ts';
import type { Shell } from '../sky/shell.ts';
import type { Calendar, Interval } from '../time/calendar.ts';
import type { PortName, Readings, Writings } from './ports.ts';
import type { FastModel, ResponseTable, TableRequest } from './table.ts';

/** Where compute runs: a shell of satellites or a site on the ground. */
export interface Host {
  readonly index: number;
  /** Name of the shell or site in the plan. */
  readonly name: string;
  readonly kind: 'orbit' | 'ground';
  /** Name of the satellite design; undefined on the ground. */
  readonly satellite?: string;
  /** Geometry of the shell; undefined on the ground. */
  readonly shell?: Shell;
  /** Units the plan wants in service: satellites of the shell, halls of the site. */
  readonly target: number;
  /** First month of entry into service, as an index of the plan's calendar; may be negative or past its end. */
  readonly begin: number;
  /** Nominal power to the chips of one unit. */
  readonly unitPower_W: number;
  /** Mass of one unit as launched; 0 on the ground, where mass is not followed. */
  readonly unitMass_kg: number;
  /** Design life of one unit. */
  readonly unitLife_s: number;
}

/** What every subsystem may know of the compiled plan beside its own part. */
export interface Setting {
  readonly calendar: Calendar;
  readonly hosts: readonly Host[];
  readonly vehicles: readonly string[];
  readonly workloads: readonly string[];
  /** How the enterprise is paid for in this run. */
  readonly funding: Funding;
  /** Response tables asked for by `tables`, by the name of the request. */
  readonly tables: ReadonlyMap<string, ResponseTable>;
}

/** Named columns, so that the engine can checkpoint, hash and roll back any state without knowing it. */
export type State = { readonly [column: string]: Float64Array };

/** What a subsystem reads: `now` from this interval's writers, `before` the end of the last interval. */
export interface Reads<Now extends PortName, Before extends PortName> {
  readonly now: readonly Now[];
  readonly before: readonly Before[];
}

export interface StepInput<Now extends PortName, Before extends PortName> {
  readonly now: Readings<Now>;
  readonly before: Readings<Before>;
}

/**
 * The only door between a room and the engine.
 *
 * An interval of a room is `open`, `step`, `close`. Rooms that wait for one another are stepped together, several
 * rounds an interval, until they agree: only what they must agree on belongs in `step`. What the others cannot change
 * is found once before the rounds, in `open`; what none of them reads is found once after them, in `close`. All change
 * nothing but `state` and `out` and allocate nothing; chance is drawn only from `random`, whose draws are keyed and so
 * come out the same in every round. Between rounds the engine rolls `state` back to what `open` left.
 */
export interface Subsystem<
  S extends RoomSchema = RoomSchema,
  P = unknown,
  Now extends PortName = PortName,
  Before extends PortName = PortName,
  Out extends PortName = PortName,
> {
  readonly name: string;
  readonly schema: S;
  readonly reads: Reads<Now, Before>;
  readonly writes: readonly Out[];
  /** Ports that `open` writes, and those that `close` does; all others are written by `step`. */
  readonly opens?: readonly Out[];
  readonly closes?: readonly Out[];
  /** Fast models that can fill this room's tables, by the name that requests use. */
  readonly fastModels?: { readonly [name: string]: FastModel };
  /** Fast-model tables that `compile` will find in `setting.tables`. */
  tables?(plan: PlanOf<S>, setting: Omit<Setting, 'tables'>): readonly TableRequest[];
  compile(plan: PlanOf<S>, setting: Setting): Outcome<P>;
  /** State before the first interval. `out` holds what others may read as `before` in the first interval. */
  initial(params: P, out: Writings<Out>): State;
  /** `input.now` holds what rooms outside the loop wrote, and what rooms before this one opened with. */
  open?(params: P, state: State, input: StepInput<Now, Before>, out: Writings<Out>, interval: Interval): void;
  /** `input.now` holds all but what others of the loop close with. */
  step(
    params: P,
    state: State,
    input: StepInput<Now, Before>,
    out: Writings<Out>,
    interval: Interval,
    random: Keyed,
  ): void;
  close?(
    params: P,
    state: State,
    input: StepInput<Now, Before>,
    out: Writings<Out>,
    interval: Interval,
  ): void;
}

/** One interval of a room on its own. */
export function stepAlone<P, Now extends PortName, Before extends PortName, Out extends PortName>(
  room: Subsystem<RoomSchema, P, Now, Before, Out>,
  params: P,
  state: State,
  input: StepInput<Now, Before>,
  out: Writings<Out>,
  interval: Interval,
  random: Keyed,
): void {
  room.open?.(params, state, input, out, interval);
  room.step(params, state, input, out, interval, random);
  room.close?.(params, state, input, out, interval);
}

/** Keeps the types of a room's door while it is written. */
export function subsystem<
  const S extends RoomSchema,
  P,
  const Now extends PortName,
  const Before extends PortName,
  const Out extends PortName,
>(door: Subsystem<S, P, Now, Before, Out>): Subsystem<S, P, Now, Before, Out> {
  return door;
}
