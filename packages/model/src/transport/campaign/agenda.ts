import type { Interval } from '../../time/calendar.ts';
import type { Params } from '../params.ts';
import { otherLaunches } from '../vehicle.ts';
import type { Clock } from './clock.ts';
import type { EventHeap } from './event-heap.ts';
import { kinds } from './events.ts';

/** What a month brings at its own pace, evenly over its days: stages from factories, missions, flights on record. */
export class Agenda {
  readonly #params: Params;
  readonly #clock: Clock;
  readonly #heap: EventHeap;
  /** Fractions that wait for the next month, by family; by vehicle on record. */
  readonly #boosters: Float64Array;
  readonly #ships: Float64Array;
  readonly #others: Float64Array;
  readonly #record: Float64Array;

  constructor(params: Params, clock: Clock, heap: EventHeap) {
    const { length } = params.families;
    this.#params = params;
    this.#clock = clock;
    this.#heap = heap;
    this.#boosters = new Float64Array(length);
    this.#ships = new Float64Array(length);
    this.#others = new Float64Array(length);
    this.#record = new Float64Array(params.plan.vehicles.length);
  }

  /** Stages that a family's factories finish. */
  buildStages(f: number, interval: Interval): void {
    const { families, plan } = this.#params;
    const { index, seconds } = interval;
    const vehicle = plan.vehicles[families[f]!.newest[index]!];
    if (!vehicle) return;
    this.#spread(this.#boosters, f, vehicle.boostersBuilt_perS[index]! * seconds, kinds.newBooster, interval);
    this.#spread(this.#ships, f, vehicle.shipsBuilt_perS[index]! * seconds, kinds.newShip, interval);
  }

  /** Missions of Connectivity and customers. */
  callOthers(f: number, interval: Interval): void {
    const wanted = otherLaunches(this.#params, this.#params.families[f]!, interval);
    this.#spread(this.#others, f, wanted, kinds.other, interval);
  }

  callRecord(interval: Interval): void {
    for (const [v, vehicle] of this.#params.plan.vehicles.entries()) {
      this.#spread(this.#record, v, vehicle.flown[interval.index]!, kinds.record, interval);
    }
  }

  #spread(due: Float64Array, of: number, amount: number, kind: number, { index, seconds }: Interval): void {
    const all = due[of]! + amount;
    const whole = Math.floor(all + 1e-9);
    due[of] = all - whole;
    for (let one = 0; one < whole; one++) {
      this.#heap.put(this.#clock.start_s[index]! + ((one + 0.5) * seconds) / whole, kind, of);
    }
  }
}
