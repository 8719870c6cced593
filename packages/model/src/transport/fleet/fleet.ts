import { KeyedRandom } from '../../random/philox.ts';
import { secondsPerDay } from '../../time/calendar.ts';
import type { Params, Place } from '../params.ts';
import type { Mortality } from '../survival.ts';
import { DayQueue } from './day-queue.ts';
import { causes, drawLife, type Life, retired } from './lives.ts';
import { FleetRows, state } from './rows.ts';
import { Slots } from './slots.ts';

/** Every satellite of a plan, each a row, aged day by day. */
export class Fleet {
  readonly rows: FleetRows;
  readonly slots: readonly Slots[];
  /** In service, retired and on the way down, dead in orbit: by host. */
  readonly serving: Float64Array;
  readonly leaving: Float64Array;
  readonly dead: Float64Array;
  /** Ever in service, by host. */
  readonly entered: Int32Array;
  /** In service by host and month of entry: host · months + month. */
  readonly alive: Float64Array;
  /** Ends of service so far, by host and cause: host · causes + cause. */
  readonly ended: Float64Array;
  /** Re-entries by day of the plan and, so far, by host. */
  readonly reentries: Int32Array;
  readonly down: Float64Array;
  readonly #months: number;
  readonly #places: readonly Place[];
  readonly #kinds: readonly Mortality[];
  readonly #queue: DayQueue;
  readonly #random: KeyedRandom;
  readonly #uniforms = new Float64Array(4);
  readonly #life: Life = { age_s: 0, cause: 0 };

  constructor(params: Params, seed: number, days: number) {
    const { orbits, months, places } = params;
    const expected = places.slice(0, orbits).reduce((sum, { host }) => sum + host.target, 0);
    const rows = Math.min(1 << 16, 2 * expected);
    this.rows = new FleetRows(rows);
    this.slots = places
      .slice(0, orbits)
      .map(({ host }) => new Slots(host.shell!.planes, host.shell!.perPlane));
    this.serving = new Float64Array(orbits);
    this.leaving = new Float64Array(orbits);
    this.dead = new Float64Array(orbits);
    this.entered = new Int32Array(orbits);
    this.alive = new Float64Array(orbits * months);
    this.ended = new Float64Array(orbits * causes.length);
    this.reentries = new Int32Array(days);
    this.down = new Float64Array(orbits);
    this.#months = months;
    this.#places = places;
    this.#kinds = places.slice(0, orbits).map(({ mortality }) => mortality);
    this.#queue = new DayQueue(days, rows);
    this.#random = new KeyedRandom(seed, 'transport fleet');
  }

  /** Lets the satellites of a launch into service, where planes miss most. */
  enter(h: number, units: number, day: number, month: number): void {
    const slots = this.slots[h]!;
    const { rows } = this;
    let plane = slots.emptiest();
    for (let unit = 0; unit < units; unit++) {
      if (slots.free[plane] === 0) plane = slots.emptiest();
      const row = rows.take();
      const serial = this.entered[h]!;
      this.entered[h] = serial + 1;
      this.#random.at(h).quad(serial, 0, this.#uniforms);
      drawLife(this.#kinds[h]!, this.#uniforms, this.#life);
      rows.state[row] = state.serving;
      rows.shell[row] = h;
      rows.plane[row] = plane;
      rows.slot[row] = slots.take(plane);
      rows.vintage[row] = month;
      rows.serial[row] = serial;
      rows.cause[row] = this.#life.cause;
      this.#queue.put(day + 1 + Math.floor(this.#life.age_s / secondsPerDay), row);
    }
    this.serving[h] = this.serving[h]! + units;
    const cohort = h * this.#months + month;
    this.alive[cohort] = this.alive[cohort]! + units;
  }

  /** All ends of service and re-entries of a day. */
  advance(day: number): void {
    const { rows } = this;
    for (let row = this.#queue.take(day); row >= 0; row = this.#queue.take(day)) {
      if (rows.state[row] === state.serving) this.#endService(row, day);
      else this.#reenter(row, day);
    }
  }

  #endService(row: number, day: number): void {
    const { rows } = this;
    const h = rows.shell[row]!;
    const cause = rows.cause[row]!;
    const cohort = h * this.#months + rows.vintage[row]!;
    const place = this.#places[h]!;
    this.serving[h] = this.serving[h]! - 1;
    this.alive[cohort] = this.alive[cohort]! - 1;
    this.ended[h * causes.length + cause] = this.ended[h * causes.length + cause]! + 1;
    this.slots[h]!.give(rows.plane[row]!, rows.slot[row]!);
    const inOrder = cause === retired;
    const stay_s = inOrder ? place.design!.deorbit_s : place.decay_s;
    rows.state[row] = inOrder ? state.leaving : state.dead;
    if (inOrder) this.leaving[h] = this.leaving[h]! + 1;
    else this.dead[h] = this.dead[h]! + 1;
    this.#random.at(h).quad(rows.serial[row]!, 1, this.#uniforms);
    const stay_d = (-Math.log(this.#uniforms[0]!) * stay_s) / secondsPerDay;
    this.#queue.put(day + 1 + Math.floor(stay_d), row);
  }

  #reenter(row: number, day: number): void {
    const { rows } = this;
    const h = rows.shell[row]!;
    if (rows.state[row] === state.leaving) this.leaving[h] = this.leaving[h]! - 1;
    else this.dead[h] = this.dead[h]! - 1;
    this.down[h] = this.down[h]! + 1;
    this.reentries[day] = this.reentries[day]! + 1;
    rows.release(row);
  }
}
