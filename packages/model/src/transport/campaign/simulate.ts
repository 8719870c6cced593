import { constraints } from '../../flows/constraint.ts';
import type { Setting } from '../../flows/subsystem.ts';
import { KeyedRandom } from '../../random/philox.ts';
import type { Interval } from '../../time/calendar.ts';
import { secondsPerDay } from '../../time/calendar.ts';
import { month_s, type Vehicle } from '../entries.ts';
import { DayQueue } from '../fleet/day-queue.ts';
import { Fleet } from '../fleet/fleet.ts';
import { causes } from '../fleet/lives.ts';
import type { Params } from '../params.ts';
import { failureChance } from '../reliability.ts';
import { groundingMedian_s, onRecord, otherLaunches, turnaround_s } from '../vehicle.ts';
import { type Clock, clockOf } from './clock.ts';
import { EventHeap } from './event-heap.ts';
import { LaunchLog } from './launch-log.ts';
import { PadField } from './pad-field.ts';
import { Planner } from './planner.ts';
import type { Budget } from './purse.ts';
import { add, type CampaignMonths, newMonths } from './record.ts';
import { SiteGates } from './site-gates.ts';
import { StagePool } from './stage-pool.ts';

/** What an event is about; its argument is a pad, a family and stage, a site, a family or a vehicle. */
const kinds = {
  pad: 0,
  booster: 1,
  ship: 2,
  newBooster: 3,
  newShip: 4,
  site: 5,
  family: 6,
  other: 7,
  record: 8,
};
/** Stages of all families share the argument: family · this + stage. */
const stagesPerFamily = 1 << 20;

/** Streams of chance, each keyed by what it decides. */
const draws = { version: 0, mishap: 1, grounding: 2 } as const;

export interface Campaign {
  readonly months: CampaignMonths;
  readonly log: LaunchLog;
  readonly fleet: Fleet;
  readonly clock: Clock;
}

/** One campaign of a plan, every launch and every satellite an event of its own. See README.md. */
export function simulateCampaign(params: Params, setting: Setting, seed: number, budget: Budget): Campaign {
  const simulation = new Simulation(params, setting, seed, budget);
  simulation.run();
  return simulation;
}

class Simulation implements Campaign {
  readonly months: CampaignMonths;
  readonly log = new LaunchLog();
  readonly fleet: Fleet;
  readonly clock: Clock;
  readonly #params: Params;
  readonly #intervals: readonly Interval[];
  readonly #planner: Planner;
  readonly #heap = new EventHeap();
  readonly #gates: SiteGates;
  readonly #pads: PadField;
  readonly #boosters: readonly StagePool[];
  readonly #ships: readonly StagePool[];
  /** Launches on their way, by the day on which their satellites enter service. */
  readonly #raising: DayQueue;
  readonly #familyOfSite: Int32Array;
  /** Next wake of a site that has been put, so that none is put twice. */
  readonly #wakes: Float64Array;
  /** By family: until when grounded, seconds grounded this month, missions of others that wait and that are due. */
  readonly #groundedTo: Float64Array;
  readonly #groundedFor: Float64Array;
  readonly #others: Float64Array;
  readonly #othersDue: Float64Array;
  readonly #boostersDue: Float64Array;
  readonly #shipsDue: Float64Array;
  readonly #recordDue: Float64Array;
  readonly #tankersFlown: Float64Array;
  /** By family: flights made by this campaign, flights ever, experience, failures. */
  readonly #number: Int32Array;
  /** The number of flights, plus one, for which the version's draw is kept, and that draw. */
  readonly #versionDrawn: Int32Array;
  readonly #versionDraw: Float64Array;
  readonly #flights: Float64Array;
  readonly #experience: Float64Array;
  readonly #failures: Float64Array;
  /** By host: satellites that wait for a launch, on the way, and since when some wait without one. */
  readonly #waiting: Float64Array;
  readonly #onTheWay: Float64Array;
  readonly #since: Float64Array;
  readonly #chance: KeyedRandom;
  readonly #stageChance: KeyedRandom;
  #month = 0;

  constructor(params: Params, setting: Setting, seed: number, budget: Budget) {
    const { families, plan, orbits } = params;
    this.#params = params;
    this.#intervals = setting.calendar.intervals;
    this.clock = clockOf(setting.calendar);
    const days = this.clock.start_d[this.#intervals.length]!;
    this.months = newMonths(params);
    this.fleet = new Fleet(params, seed, days);
    this.#planner = new Planner(params, budget);
    this.#gates = new SiteGates(params, this.clock, this.#intervals);
    this.#pads = new PadField(params, this.clock, seed);
    const { state } = this.#planner;
    this.#boosters = families.map((_, f) => filled(state.boosters[f]!));
    this.#ships = families.map((_, f) => filled(state.ships[f]!));
    this.#raising = new DayQueue(days, 1024);
    this.#familyOfSite = Int32Array.from(plan.pads, (_, p) =>
      families.findIndex(({ pads }) => pads.includes(p)),
    );
    this.#wakes = new Float64Array(plan.pads.length);
    const row = (): Float64Array => new Float64Array(families.length);
    this.#groundedTo = row();
    this.#groundedFor = row();
    this.#others = row();
    this.#othersDue = row();
    this.#boostersDue = row();
    this.#shipsDue = row();
    this.#recordDue = new Float64Array(plan.vehicles.length);
    this.#tankersFlown = row();
    this.#number = new Int32Array(families.length);
    this.#versionDrawn = new Int32Array(families.length);
    this.#versionDraw = row();
    this.#flights = state.flights.slice();
    this.#experience = state.experience.slice();
    this.#failures = state.failures.slice();
    this.#waiting = new Float64Array(orbits);
    this.#onTheWay = new Float64Array(orbits);
    this.#since = new Float64Array(orbits);
    this.#chance = new KeyedRandom(seed, 'transport campaign');
    this.#stageChance = new KeyedRandom(seed, 'transport stages');
  }

  run(): void {
    for (const interval of this.#intervals) {
      this.#beginMonth(interval);
      const first = this.clock.start_d[interval.index]!;
      const last = this.clock.start_d[interval.index + 1]!;
      for (let day = first; day < last; day++) this.#day(day, first, last - first);
      this.#endMonth(interval);
    }
  }

  #beginMonth(interval: Interval): void {
    const { index } = interval;
    const { families } = this.#params;
    this.#month = index;
    this.#gates.turnTo(index);
    this.#keepStocks(interval);
    this.#planner.finish(interval);
    for (let f = 0; f < families.length; f++) {
      this.#groundedFor[f] = Math.min(
        interval.seconds,
        Math.max(0, this.#groundedTo[f]! - this.clock.start_s[index]!),
      );
      this.#buildStages(f, interval);
      this.#callOthers(f, interval);
    }
    if (onRecord(this.#params, interval)) this.#callRecord(interval);
    else this.#pads.turnTo(index, this.#heap, kinds.pad);
  }

  /** Stages, experience and permits as the planner will count them for this month: as it begins. */
  #keepStocks({ index }: Interval): void {
    const { families, plan } = this.#params;
    const { state } = this.#planner;
    for (let f = 0; f < families.length; f++) {
      const newest = families[f]!.newest;
      if (index > 0 && newest[index]! >= 0 && newest[index] !== newest[index - 1]) {
        this.#experience[f] = this.#experience[f]! * plan.vehicles[newest[index]!]!.experienceKept;
      }
      state.boosters[f] = this.#boosters[f]!.alive;
      state.ships[f] = this.#ships[f]!.alive;
      state.flights[f] = this.#flights[f]!;
    }
    for (let p = 0; p < plan.pads.length; p++) state.permitsLeft[p] = this.#gates.permitsLeft(p);
  }

  /** Stages that the month's factories finish, evenly over it. */
  #buildStages(f: number, interval: Interval): void {
    const vehicle = this.#newest(f);
    if (!vehicle) return;
    const { index, seconds } = interval;
    this.#spread(
      this.#boostersDue,
      f,
      vehicle.boostersBuilt_perS[index]! * seconds,
      kinds.newBooster,
      interval,
    );
    this.#spread(this.#shipsDue, f, vehicle.shipsBuilt_perS[index]! * seconds, kinds.newShip, interval);
  }

  /** Missions of Connectivity and customers; those that no launch took last month are lost to others. */
  #callOthers(f: number, interval: Interval): void {
    if (onRecord(this.#params, interval)) return;
    const wanted = otherLaunches(this.#params, this.#params.families[f]!, interval);
    this.#others[f] = Math.min(this.#others[f]!, 1);
    this.#spread(this.#othersDue, f, wanted, kinds.other, interval);
  }

  #callRecord(interval: Interval): void {
    for (const [v, vehicle] of this.#params.plan.vehicles.entries()) {
      this.#spread(this.#recordDue, v, vehicle.flown[interval.index]!, kinds.record, interval);
    }
  }

  /** Puts the whole part of what is due evenly over the month and keeps the rest for later. */
  #spread(due: Float64Array, of: number, amount: number, kind: number, { index, seconds }: Interval): void {
    const all = due[of]! + amount;
    const whole = Math.floor(all + 1e-9);
    due[of] = all - whole;
    for (let one = 0; one < whole; one++) {
      this.#heap.put(this.clock.start_s[index]! + ((one + 0.5) * seconds) / whole, kind, of);
    }
  }

  #day(day: number, first: number, days: number): void {
    const begin_s = day * secondsPerDay;
    this.#deliver(day - first, days, begin_s);
    this.#enterService(day);
    this.fleet.advance(day);
    if (!onRecord(this.#params, this.#intervals[this.#month]!)) {
      for (let f = 0; f < this.#params.families.length; f++) this.#launchAll(f, begin_s);
    }
    const heap = this.#heap;
    while (heap.next < begin_s + secondsPerDay) {
      heap.take();
      this.#happen(heap.kind, heap.of, heap.time);
    }
  }

  /** The day's share of the satellites that factories finish this month. */
  #deliver(day: number, days: number, now_s: number): void {
    const { finished } = this.#planner;
    for (let h = 0; h < this.#params.orbits; h++) {
      const units = Math.floor(((day + 1) * finished[h]!) / days) - Math.floor((day * finished[h]!) / days);
      if (units === 0) continue;
      if (this.#waiting[h] === 0) this.#since[h] = now_s;
      add(this.#waiting, h, units);
      add(this.months.built, h * this.#params.months + this.#month, units);
    }
  }

  #enterService(day: number): void {
    for (let row = this.#raising.take(day); row >= 0; row = this.#raising.take(day)) {
      const h = this.log.host[row]!;
      const units = this.log.satellites[row]!;
      add(this.#onTheWay, h, -units);
      add(this.months.placed, h * this.#params.months + this.#month, units);
      this.fleet.enter(h, units, day, this.#month);
    }
  }

  #happen(kind: number, of: number, now_s: number): void {
    if (kind === kinds.record) {
      this.#flyRecord(of, now_s);
      return;
    }
    let f = of;
    if (kind === kinds.pad) f = this.#familyOfSite[this.#pads.ready(of)]!;
    else if (kind === kinds.site) f = this.#familyOfSite[of]!;
    else if (kind === kinds.booster || kind === kinds.ship) f = this.#turnedRound(kind, of);
    else if (kind === kinds.newBooster) this.#boosters[of]!.build();
    else if (kind === kinds.newShip) this.#ships[of]!.build();
    else if (kind === kinds.other) add(this.#others, of, 1);
    if (!onRecord(this.#params, this.#intervals[this.#month]!)) this.#launchAll(f, now_s);
  }

  #turnedRound(kind: number, of: number): number {
    const f = Math.floor(of / stagesPerFamily);
    (kind === kinds.booster ? this.#boosters : this.#ships)[f]!.turnedRound(of % stagesPerFamily);
    return f;
  }

  /** Launches of a family as long as everything for one is there. */
  #launchAll(f: number, now_s: number): void {
    const { families } = this.#params;
    if (f < 0 || families[f]!.newest[this.#month]! < 0) return;
    while (this.#launchOne(f, now_s));
  }

  #launchOne(f: number, now_s: number): boolean {
    if (this.#groundedTo[f]! > now_s) return false;
    if (this.#boosters[f]!.atHand === 0 || this.#ships[f]!.atHand === 0) return false;
    const forOthers = this.#others[f]! >= 1;
    if (!forOthers && this.#params.carries[f * this.#params.months + this.#month] === 0) return false;
    const v = this.#drawVersion(f);
    const h = forOthers ? -1 : this.#chooseHost(f, v, now_s);
    if (!forOthers && h < 0) return false;
    const vehicle = this.#params.plan.vehicles[v]!;
    const p = this.#chooseSite(f, vehicle, now_s);
    if (p < 0) return false;
    this.#launch(f, v, h, p, now_s);
    return true;
  }

  /** The version of the family's next flight; the same however often it is asked before. */
  #drawVersion(f: number): number {
    const { families, mix, months } = this.#params;
    const { versions, newest } = families[f]!;
    // Kept until the flight is made: a family asks many times while it waits for something.
    if (this.#versionDrawn[f] !== this.#number[f]! + 1) {
      this.#versionDrawn[f] = this.#number[f]! + 1;
      this.#versionDraw[f] = this.#chance.at(draws.version).uniform(f, this.#number[f]!);
    }
    let left = this.#versionDraw[f]!;
    for (const v of versions) {
      left -= mix[v * months + this.#month]!;
      if (left < 0) return v;
    }
    return newest[this.#month]!;
  }

  /**
   * The shell with most launches' worth of satellites waiting, or the first of the plan: among those that fill a
   * launch, or have waited for one as long as the buffer of satellites lasts. −1 where there is none.
   */
  #chooseHost(f: number, v: number, now_s: number): number {
    const { orbits, wholeLoad, inOrder, plan, families } = this.#params;
    // A version without room for compute flies as if it had the newest one's: empty, as in the fluid form.
    const like = this.#carriesAny(v) ? v : families[f]!.newest[this.#month]!;
    let chosen = -1;
    let most = 0;
    for (let h = 0; h < orbits; h++) {
      const load = wholeLoad[like * orbits + h]!;
      const waiting = this.#waiting[h]!;
      if (load === 0 || waiting === 0) continue;
      const late = now_s - this.#since[h]! >= plan.section.launchBuffer_s;
      if (waiting < load && !late) continue;
      if (inOrder) return h;
      if (waiting / load > most) {
        most = waiting / load;
        chosen = h;
      }
    }
    return chosen;
  }

  #carriesAny(v: number): boolean {
    const { orbits, wholeLoad } = this.#params;
    for (let h = 0; h < orbits; h++) if (wholeLoad[v * orbits + h]! > 0) return true;
    return false;
  }

  /** The site whose pad has been ready longest among those that let a launch through now; wakes the others. */
  #chooseSite(f: number, { propellant_kg }: Vehicle, now_s: number): number {
    let chosen = -1;
    let longest = Infinity;
    for (const p of this.#params.families[f]!.pads) {
      const since_s = this.#pads.readySince_s(p);
      if (since_s === Infinity) continue;
      const opens_s = this.#gates.opensAt_s(p, now_s, propellant_kg);
      if (opens_s > now_s) this.#wake(p, opens_s, now_s);
      else if (since_s < longest) {
        longest = since_s;
        chosen = p;
      }
    }
    return chosen;
  }

  #wake(p: number, at_s: number, now_s: number): void {
    if (at_s === Infinity || (this.#wakes[p]! > now_s && this.#wakes[p]! <= at_s)) return;
    this.#wakes[p] = at_s;
    this.#heap.put(at_s, kinds.site, p);
  }

  #launch(f: number, v: number, h: number, p: number, now_s: number): void {
    const vehicle = this.#params.plan.vehicles[v]!;
    const pad = this.#pads.launch(p, this.#month, now_s, this.#heap, kinds.pad);
    this.#gates.launch(p, now_s, vehicle.propellant_kg);
    const row = this.log.add(now_s, v, p, pad);
    const lost = this.#isLost(f);
    this.log.lost[row] = lost ? 1 : 0;
    if (h >= 0) this.#load(f, v, h, row, lost, now_s);
    else {
      add(this.#others, f, -1);
      this.#countMass(v, lost ? 0 : vehicle.otherPayload_kg[this.#month]!);
    }
    this.#flyStages(f, now_s);
    this.#countFlight(f, v);
    if (lost) this.#ground(f, now_s);
  }

  /** Puts waiting satellites on board, or sends a tanker ahead where the launch needs more of them. */
  #load(f: number, v: number, h: number, row: number, lost: boolean, now_s: number): void {
    const { orbits, months, wholeLoad, plan, places } = this.#params;
    if (this.#tankersFlown[f]! < plan.vehicles[v]!.tankerLaunches) {
      if (!lost) add(this.#tankersFlown, f, 1);
      return;
    }
    this.#tankersFlown[f] = 0;
    const units = Math.min(this.#waiting[h]!, wholeLoad[v * orbits + h]!);
    if (units === 0) return;
    add(this.#waiting, h, -units);
    this.#since[h] = now_s;
    add(this.months.computeLaunches, this.#month, 1);
    add(this.months.carried, this.#month, units);
    this.log.host[row] = h;
    this.log.satellites[row] = units;
    if (lost) {
      add(this.months.lost, h * months + this.#month, units);
      return;
    }
    add(this.#onTheWay, h, units);
    this.#countMass(v, units * places[h]!.host.unitMass_kg);
    this.#raising.put(Math.ceil((now_s + places[h]!.raising_months * month_s) / secondsPerDay), row);
  }

  #countMass(v: number, mass_kg: number): void {
    add(this.months.mass_kg, v * this.#params.months + this.#month, mass_kg);
  }

  #isLost(f: number): boolean {
    const carried = this.#params.plan.section.failureCarried;
    const chance = failureChance(this.#experience[f]!, this.#failures[f]!, carried);
    return this.#chance.at(draws.mishap).uniform(f, this.#number[f]!) < chance;
  }

  /** The whole family stands from now on, for a time drawn about what it has learnt to take. */
  #ground(f: number, now_s: number): void {
    const vehicle = this.#newest(f)!;
    const z = this.#chance.at(draws.grounding).normal(f, this.#failures[f]!);
    add(this.#failures, f, 1);
    const length_s = groundingMedian_s(vehicle, this.#flights[f]!) * Math.exp(vehicle.groundingSpread * z);
    const until_s = Math.max(this.#groundedTo[f]!, now_s + length_s);
    const end_s = this.clock.start_s[this.#month + 1]!;
    add(
      this.#groundedFor,
      f,
      Math.min(until_s, end_s) - Math.min(Math.max(this.#groundedTo[f]!, now_s), end_s),
    );
    this.#groundedTo[f] = until_s;
    this.#heap.put(until_s, kinds.family, f);
  }

  #countFlight(f: number, v: number): void {
    this.#number[f] = this.#number[f]! + 1;
    add(this.#flights, f, 1);
    add(this.#experience, f, 1);
    add(this.months.launches, v * this.#params.months + this.#month, 1);
  }

  #flyStages(f: number, now_s: number): void {
    const vehicle = this.#newest(f)!;
    const month = this.#month;
    const [booster_s, ship_s] = [vehicle.boosterTurnaround_s, vehicle.shipTurnaround_s];
    this.#flyStage(
      kinds.booster,
      f,
      vehicle,
      booster_s,
      vehicle.boosterRecovery[month]!,
      vehicle.boosterLife,
      now_s,
    );
    this.#flyStage(kinds.ship, f, vehicle, ship_s, vehicle.shipRecovery[month]!, vehicle.shipLife, now_s);
  }

  /** A stage comes back after a turnaround drawn about the mean, or is lost, or was on its last flight. */
  #flyStage(
    kind: number,
    f: number,
    vehicle: Vehicle,
    reference_s: number,
    recovery: number,
    life: number,
    now_s: number,
  ): void {
    const pool = (kind === kinds.booster ? this.#boosters : this.#ships)[f]!;
    if (pool.atHand === 0) return;
    const stage = pool.fly();
    const flight = pool.flightsOf(stage);
    const random = this.#stageChance.at(2 * f + kind);
    if (flight >= life || random.uniform(stage, 2 * flight) >= recovery) {
      pool.lose();
      return;
    }
    const { turnaroundScatter: scatter } = vehicle;
    const factor = Math.exp(scatter * random.normal(stage, 2 * flight + 1) - scatter ** 2 / 2);
    const away_s = turnaround_s(vehicle, reference_s, this.#flights[f]!) * factor;
    this.#heap.put(now_s + away_s, kind, f * stagesPerFamily + stage);
  }

  /** A flight on record: it took place, with what it carried then. */
  #flyRecord(v: number, now_s: number): void {
    const f = this.#params.families.findIndex(({ versions }) => versions.includes(v));
    this.log.add(now_s, v, -1, -1);
    this.#countMass(v, this.#params.plan.vehicles[v]!.otherPayload_kg[this.#month]!);
    this.#flyStages(f, now_s);
    this.#countFlight(f, v);
  }

  #newest(f: number): Vehicle | undefined {
    const { families, plan } = this.#params;
    return plan.vehicles[families[f]!.newest[this.#month]!];
  }

  #endMonth(interval: Interval): void {
    const { orbits, months, families, places } = this.#params;
    const { index } = interval;
    const { state, limits } = this.#planner;
    for (let f = 0; f < families.length; f++) {
      state.groundingLeft[f] = this.#groundedFor[f]!;
      this.months.grounded[f * months + index] = this.#groundedFor[f]! / interval.seconds;
    }
    for (let h = 0; h < orbits; h++) {
      state.waiting[h] = this.#waiting[h]!;
      state.raising[h] = this.#onTheWay[h]!;
      state.serving[h] = this.fleet.serving[h]!;
      state.goingSoon[h] = this.#goingSoon(h, places[h]!.survival.goneAhead);
      const at = h * months + index;
      this.months.inService[at] = this.fleet.serving[h]!;
      this.months.inOrbit[at] =
        this.#onTheWay[h]! + this.fleet.serving[h]! + this.fleet.leaving[h]! + this.fleet.dead[h]!;
      this.months.reentered[at] = this.fleet.down[h]! - sumBefore(this.months.reentered, h * months, index);
    }
    this.#planner.order(interval);
    for (let c = 0; c < constraints.length; c++) this.months.limits[c * months + index] = limits[c]!;
    for (let c = 0; c < causes.length; c++) {
      let ended = 0;
      for (let h = 0; h < orbits; h++) ended += this.fleet.ended[h * causes.length + c]!;
      this.months.ended[c * months + index] = ended - sumBefore(this.months.ended, c * months, index);
    }
  }

  /** Satellites in service that will be gone when one begun now arrives. */
  #goingSoon(h: number, goneAhead: Readonly<Float64Array>): number {
    const { months } = this.#params;
    let going = 0;
    for (let cohort = 0; cohort <= this.#month; cohort++) {
      const units = this.fleet.alive[h * months + cohort]!;
      if (units > 0) going += units * goneAhead[this.#month - cohort]!;
    }
    return going;
  }
}

function filled(stages: number): StagePool {
  const pool = new StagePool();
  for (let stage = 0; stage < Math.round(stages); stage++) pool.build();
  return pool;
}

function sumBefore(rows: Readonly<Float64Array>, from: number, count: number): number {
  let sum = 0;
  for (let at = from; at < from + count; at++) sum += rows[at]!;
  return sum;
}
