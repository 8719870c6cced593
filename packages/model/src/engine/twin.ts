import { constraints } from '../flows/constraint.ts';
import type { Dimension } from '../flows/port.ts';
import { segments } from '../flows/port.ts';
import type { PortName, Writings } from '../flows/ports.ts';
import type { Setting } from '../flows/subsystem.ts';
import type { ResponseTable } from '../flows/table.ts';
import { present } from '../outcome/invariant.ts';
import { type Fault, failure, type Outcome, success } from '../outcome/outcome.ts';
import type { Funding, ResolvedPlan } from '../plan/resolved.ts';
import { viewOf } from '../plan/view.ts';
import { calendar, type Interval } from '../time/calendar.ts';
import { bindingOf, limitPorts } from './binding.ts';
import { Bus } from './bus.ts';
import { Recorder } from './columns.ts';
import { type Group, groupsOf, stepGroup } from './group.ts';
import { hostsOf } from './hosts.ts';
import { Ledger } from './ledger.ts';
import type { PassResult } from './result.ts';
import { rooms as allRooms, type Room } from './rooms.ts';
import { type Seat, seatOf } from './seat.ts';
import type { Snapshot } from './snapshot.ts';

export interface TwinOptions {
  readonly seed: number;
  readonly funding: Funding;
  readonly tables: ReadonlyMap<string, ResponseTable>;
  /** Rooms to couple; the six unless a test exchanges one. */
  readonly rooms?: readonly Room[];
}

/** What all rooms may know of a plan; `tables` are added when they are filled. */
export function settingOf(plan: ResolvedPlan, funding: Setting['funding']): Omit<Setting, 'tables'> {
  return {
    calendar: calendar(plan.from, plan.to),
    hosts: hostsOf(plan, funding),
    vehicles: plan.entries.vehicles ?? [],
    workloads: plan.entries.workloads ?? [],
    funding,
  };
}

/** Couples the subsystems of one plan under one way of funding, month by month. */
export class Twin {
  readonly months: readonly string[];
  readonly funding: TwinOptions['funding'];
  #done = 0;
  readonly #intervals: readonly Interval[];
  readonly #bus: Bus;
  readonly #seats: readonly Seat[];
  readonly #groups: readonly Group[];
  readonly #ledger: Ledger;
  readonly #recorder: Recorder;
  readonly #limits: Writings<(typeof limitPorts)[number]>;
  readonly #binding: string[] = [];

  private constructor(setting: Setting, bus: Bus, seats: readonly Seat[]) {
    this.funding = setting.funding;
    this.months = setting.calendar.labels;
    this.#intervals = setting.calendar.intervals;
    this.#bus = bus;
    this.#seats = seats;
    this.#groups = groupsOf(bus, seats);
    const labels = rowLabels(setting);
    const roomOf = (port: string): string =>
      present(
        seats.find((seat) => seat.room.writes.includes(port)),
        `${port} has a writer`,
      ).room.name;
    this.#ledger = new Ledger(bus, () => labels.host);
    this.#recorder = new Recorder(bus, this.months.length, labels, roomOf);
    this.#limits = bus.views(limitPorts, 'now');
  }

  /** Compiles every room's part of the plan. Faults are those of the rooms. */
  static compile(plan: ResolvedPlan, options: TwinOptions): Outcome<Twin> {
    const rooms = options.rooms ?? allRooms;
    const setting: Setting = { ...settingOf(plan, options.funding), tables: options.tables };
    const names = rooms.flatMap((room) => room.writes as readonly PortName[]);
    const bus = new Bus(names, sizesOf(setting));
    const faults: Fault[] = [];
    const seats: Seat[] = [];
    for (const room of rooms) {
      const compiled = room.compile(viewOf(plan, room.name, room.schema) as never, setting);
      if (compiled.ok) seats.push(seatOf(room, compiled.value, rooms, bus, options.seed));
      else faults.push(...compiled.faults);
    }
    if (faults.length > 0) return failure(...faults);
    return success(new Twin(setting, bus, seats));
  }

  /** Months done so far. */
  get done(): number {
    return this.#done;
  }

  get finished(): boolean {
    return this.#done >= this.months.length;
  }

  /** Steps one month. Throws `LedgerLeak` or `LoopUnsettled` where a model is wrong. */
  advance(): void {
    const interval = present(this.#intervals[this.#done], 'a month is left to step');
    this.#bus.turn();
    for (const seat of this.#seats) seat.random.at(interval.month);
    for (const group of this.#groups) stepGroup(group, interval);
    this.#ledger.check(this.months[this.#done] as string);
    this.#recorder.record(this.#done);
    this.#binding.push(bindingOf(this.#limits, this.#binding[this.#done - 1]));
    this.#done++;
  }

  result(): PassResult {
    return { funding: this.funding, columns: this.#recorder.columns, binding: [...this.#binding] };
  }

  /** A port's rows as the last month left them. */
  reading(port: PortName): Readonly<Float64Array> {
    return this.#bus.views([port], 'now')[port];
  }

  /** All that `restore` needs on a twin compiled from the same plan, seed and version. */
  snapshot(): Snapshot {
    const arrays = new Map<string, Float64Array>([['bus', this.#bus.now]]);
    for (const { room, state } of this.#seats) {
      for (const [name, values] of Object.entries(state)) arrays.set(`state/${room.name}/${name}`, values);
    }
    for (const column of this.#recorder.columns) {
      arrays.set(`column/${column.name}`, column.values.subarray(0, this.#done));
    }
    return { head: { done: this.#done, binding: this.#binding }, arrays };
  }

  restore({ head, arrays }: Snapshot): void {
    const get = (name: string): Float64Array => present(arrays.get(name), `the snapshot holds ${name}`);
    this.#done = head.done as number;
    this.#binding.splice(0, Infinity, ...(head.binding as string[]));
    this.#bus.now.set(get('bus'));
    for (const { room, state } of this.#seats) {
      for (const [name, values] of Object.entries(state)) values.set(get(`state/${room.name}/${name}`));
    }
    this.#recorder.restore((name) => get(`column/${name}`));
    // As at the end of the month: else the first round after a restore would seem to move.
    for (const { movement } of this.#groups) movement?.measure();
  }
}

function sizesOf(setting: Setting): Record<Dimension, number> {
  const labels = rowLabels(setting);
  const sizes = Object.fromEntries(Object.entries(labels).map(([name, rows]) => [name, rows.length]));
  return { ...sizes, cohort: setting.hosts.length * setting.calendar.labels.length } as Record<
    Dimension,
    number
  >;
}

function rowLabels(setting: Omit<Setting, 'tables'>): Record<Dimension, readonly string[]> {
  return {
    one: [''],
    host: setting.hosts.map((host) => host.name),
    cohort: [],
    vehicle: setting.vehicles,
    segment: segments,
    workload: setting.workloads,
    constraint: constraints,
  };
}
