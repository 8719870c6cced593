import { KeyedRandom } from '../../random/philox.ts';
import { secondsPerDay } from '../../time/calendar.ts';
import type { Params } from '../params.ts';
import type { Place } from '../place.ts';
import type { CollisionHazard } from './collisions.ts';
import {
  causes,
  collided,
  drawLife,
  fifth,
  Horizon,
  type Life,
  type LifeKind,
  lifeKind,
  retired,
  sooner,
} from './lives.ts';
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
  readonly #kinds: readonly LifeKind[];
  readonly #random: KeyedRandom;
  readonly #uniforms = new Float64Array(4);
  readonly #horizon = new Horizon();
  readonly #life: Life = { age_s: 0, cause: 0 };

  readonly #collisions: CollisionHazard | undefined;
  readonly #collisionChance: KeyedRandom;

  constructor(params: Params, seed: number, days: number, collisions?: CollisionHazard) {
    const { orbits, months, places } = params;
    const expected = places.slice(0, orbits).reduce((sum, { host }) => sum + host.target, 0);
    const rows = Math.min(1 << 16, 2 * expected);
    this.rows = new FleetRows(rows, days);
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
    this.#kinds = places.slice(0, orbits).map(({ mortality }) => lifeKind(mortality));
    this.#random = new KeyedRandom(seed, 'transport fleet');
    this.#collisions = collisions;
    this.#collisionChance = new KeyedRandom(seed, 'transport collisions');
  }

  /** Lets the satellites of a launch into service, where planes miss most. Those beyond all slots are spares. */
  enter(h: number, units: number, day: number, month: number): void {
    const slots = this.slots[h]!;
    this.#horizon.look(this.#kinds[h]!, (this.reentries.length - day) * secondsPerDay);
    for (let left = units; left > 0; ) {
      const plane = slots.emptiest();
      const count = Math.min(left, slots.free[plane]!);
      if (count === 0) {
        for (; left > 0; left--) this.#add(h, -1 - plane, day, month);
        break;
      }
      slots.take(plane, count);
      for (let one = 0; one < count; one++) {
        this.#add(h, plane * slots.perPlane + slots.next(plane), day, month);
      }
      left -= count;
    }
    this.serving[h] = this.serving[h]! + units;
    const cohort = h * this.#months + month;
    this.alive[cohort] = this.alive[cohort]! + units;
  }

  /** One satellite in its place, with the end of its life drawn. */
  #add(h: number, place: number, day: number, month: number): void {
    const uniforms = this.#uniforms;
    const life = this.#life;
    const serial = this.entered[h]!;
    this.entered[h] = serial + 1;
    this.#random.at(h).quad(serial, 0, uniforms);
    drawLife(this.#kinds[h]!, this.#horizon, uniforms, life);
    if (this.#collisions) this.#collide(this.#collisions, h, serial, day, month);
    if (life.age_s === Infinity) {
      this.rows.add(h, month, retired, place, 0);
      return;
    }
    const { design, decay_s } = this.#places[h]!;
    const stay_s = life.cause === retired ? design!.deorbit_s : decay_s;
    const stay_d = 1 + Math.floor((-Math.log(fifth(uniforms)) * stay_s) / secondsPerDay);
    const row = this.rows.add(h, month, life.cause, place, stay_d);
    this.rows.put(day + 1 + Math.floor(life.age_s / secondsPerDay), row);
  }

  /** A collision may come before the end that was drawn. */
  #collide(collisions: CollisionHazard, h: number, serial: number, day: number, month: number): void {
    const uniform = this.#collisionChance.at(h).uniform(serial, 0);
    sooner(this.#life, collisions.age_s(h, month, day * secondsPerDay, uniform), collided);
  }

  /** All ends of service and re-entries of a day. */
  advance(day: number): void {
    const { rows } = this;
    for (let row = rows.takeOf(day); row >= 0; row = rows.takeOf(day)) {
      const before = rows.state(row);
      const h = rows.shell(row);
      if (before === state.serving) {
        this.#endService(row, h, day);
        continue;
      }
      const stock = before === state.leaving ? this.leaving : this.dead;
      stock[h] = stock[h]! - 1;
      this.down[h] = this.down[h]! + 1;
      this.reentries[day] = this.reentries[day]! + 1;
      rows.release(row);
    }
  }

  #endService(row: number, h: number, day: number): void {
    const { rows } = this;
    const cause = rows.cause(row);
    const cohort = h * this.#months + rows.vintage(row);
    this.serving[h] = this.serving[h]! - 1;
    this.alive[cohort] = this.alive[cohort]! - 1;
    this.ended[h * causes.length + cause] = this.ended[h * causes.length + cause]! + 1;
    this.#freeSlot(h, rows.place(row));
    const stock = cause === retired ? this.leaving : this.dead;
    stock[h] = stock[h]! + 1;
    rows.turn(row, cause === retired ? state.leaving : state.dead);
    rows.put(day + rows.stay_d(row), row);
  }

  /** A spare leaves no slot. */
  #freeSlot(h: number, place: number): void {
    if (place < 0) return;
    const slots = this.slots[h]!;
    const plane = Math.floor(place / slots.perPlane);
    slots.give(plane, place - plane * slots.perPlane);
  }
}
