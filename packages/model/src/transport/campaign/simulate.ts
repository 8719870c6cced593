import type { Setting } from '../../flows/subsystem.ts';
import { type Interval, secondsPerDay } from '../../time/calendar.ts';
import { CollisionHazard, type CollisionRates } from '../fleet/collisions.ts';
import { Fleet } from '../fleet/fleet.ts';
import type { Params } from '../params.ts';
import { onRecord } from '../vehicle.ts';
import { Agenda } from './agenda.ts';
import { type Clock, clockOf } from './clock.ts';
import { Dock } from './dock.ts';
import { EventHeap } from './event-heap.ts';
import { kinds } from './events.ts';
import { FamilyRecord } from './family-record.ts';
import { LaunchLog } from './launch-log.ts';
import { closeMonth } from './month-end.ts';
import { PadField } from './pad-field.ts';
import { Planner } from './planner.ts';
import type { Budget } from './purse.ts';
import { add, type CampaignMonths, newMonths } from './record.ts';
import { SiteGates } from './site-gates.ts';
import { StageYard } from './stage-yard.ts';

export interface Campaign {
  readonly months: CampaignMonths;
  readonly log: LaunchLog;
  readonly fleet: Fleet;
  readonly clock: Clock;
}

/**
 * One campaign of a plan, every launch and every satellite an event of its own. See README.md. Satellites are lost
 * to collisions at the `rates` that a run of the sky gives, or not at all.
 */
export function simulateCampaign(
  params: Params,
  setting: Setting,
  seed: number,
  budget: Budget,
  rates?: CollisionRates,
): Campaign {
  const simulation = new Simulation(params, setting, seed, budget, rates);
  simulation.run();
  return simulation;
}

/** Brings pads, stages, sites and satellites together: who waits for what, and when a launch takes place. */
class Simulation implements Campaign {
  readonly months: CampaignMonths;
  readonly log = new LaunchLog();
  readonly fleet: Fleet;
  readonly clock: Clock;
  readonly #params: Params;
  readonly #intervals: readonly Interval[];
  readonly #planner: Planner;
  readonly #heap = new EventHeap();
  readonly #agenda: Agenda;
  readonly #gates: SiteGates;
  readonly #pads: PadField;
  readonly #stages: StageYard;
  readonly #families: FamilyRecord;
  readonly #dock: Dock;
  readonly #familyOfSite: Int32Array;
  /** Next wake of a site that has been put, so that none is put twice. */
  readonly #wakes: Float64Array;
  /** Missions of others that wait, by family. */
  readonly #others: Float64Array;
  #month = 0;

  constructor(params: Params, setting: Setting, seed: number, budget: Budget, rates?: CollisionRates) {
    const { families, plan } = params;
    this.#params = params;
    this.#intervals = setting.calendar.intervals;
    this.clock = clockOf(setting.calendar);
    const days = this.clock.start_d[this.#intervals.length]!;
    this.months = newMonths(params);
    this.fleet = new Fleet(params, seed, days, rates && new CollisionHazard(rates, this.clock));
    this.#planner = new Planner(params, budget, seed);
    this.#agenda = new Agenda(params, this.clock, this.#heap);
    this.#gates = new SiteGates(params, this.clock, this.#intervals, seed);
    this.#pads = new PadField(params, this.clock, seed);
    this.#stages = new StageYard(this.#planner.state, seed, this.#heap);
    this.#families = new FamilyRecord(params, this.#planner.state, this.clock, seed);
    this.#dock = new Dock(params, this.months, this.log, days);
    this.#familyOfSite = Int32Array.from(plan.pads, (_, p) =>
      families.findIndex(({ pads }) => pads.includes(p)),
    );
    this.#wakes = new Float64Array(plan.pads.length);
    this.#others = new Float64Array(families.length);
  }

  run(): void {
    for (const interval of this.#intervals) {
      this.#beginMonth(interval);
      const first = this.clock.start_d[interval.index]!;
      const last = this.clock.start_d[interval.index + 1]!;
      for (let day = first; day < last; day++) this.#day(day, first, last - first);
      const { months, fleet } = this;
      closeMonth(this.#params, months, fleet, this.#dock, this.#families, this.#planner, interval);
    }
  }

  #beginMonth(interval: Interval): void {
    const { index, seconds } = interval;
    this.#month = index;
    this.#gates.turnTo(index);
    this.#families.turnTo(index, seconds);
    this.#keepStocks();
    this.#planner.finish(interval);
    const recorded = onRecord(this.#params, interval);
    for (let f = 0; f < this.#params.families.length; f++) {
      this.#agenda.buildStages(f, interval);
      if (recorded) continue;
      // Those that no launch took last month are lost to others.
      this.#others[f] = Math.min(this.#others[f]!, 1);
      this.#agenda.callOthers(f, interval);
    }
    if (recorded) this.#agenda.callRecord(interval);
    else this.#pads.turnTo(index, this.#heap, kinds.pad);
  }

  /** Stages, flights and permits as the planner will count them for this month: as it begins. */
  #keepStocks(): void {
    const { state } = this.#planner;
    this.#stages.count(state);
    state.flights.set(this.#families.flights);
    for (let p = 0; p < this.#wakes.length; p++) state.permitsLeft[p] = this.#gates.permitsLeft(p);
  }

  #day(day: number, first: number, days: number): void {
    const begin_s = day * secondsPerDay;
    this.#dock.deliver(this.#planner.finished, this.#month, day - first, days, begin_s);
    this.#dock.enterService(this.fleet, this.#month, day);
    this.fleet.advance(day);
    if (!this.#recorded()) {
      for (let f = 0; f < this.#params.families.length; f++) this.#launchAll(f, begin_s);
    }
    const heap = this.#heap;
    while (heap.next < begin_s + secondsPerDay) {
      heap.take();
      this.#happen(heap.kind, heap.of, heap.time);
    }
  }

  #recorded(): boolean {
    return onRecord(this.#params, this.#intervals[this.#month]!);
  }

  #happen(kind: number, of: number, now_s: number): void {
    if (kind === kinds.record) {
      this.#flyRecord(of, now_s);
      return;
    }
    let f = of;
    if (kind === kinds.pad) f = this.#familyOfSite[this.#pads.ready(of)]!;
    else if (kind === kinds.site) f = this.#familyOfSite[of]!;
    else if (kind === kinds.booster || kind === kinds.ship) f = this.#stages.turnedRound(kind, of);
    else if (kind === kinds.newBooster) this.#stages.buildBooster(of);
    else if (kind === kinds.newShip) this.#stages.buildShip(of);
    else if (kind === kinds.other) add(this.#others, of, 1);
    if (!this.#recorded()) this.#launchAll(f, now_s);
  }

  /** Launches of a family as long as everything for one is there. */
  #launchAll(f: number, now_s: number): void {
    const { families } = this.#params;
    if (f < 0 || families[f]!.newest[this.#month]! < 0) return;
    while (this.#launchOne(f, now_s));
  }

  #launchOne(f: number, now_s: number): boolean {
    if (this.#families.grounded(f, now_s) || !this.#stages.hasBoth(f)) return false;
    const forOthers = this.#others[f]! >= 1;
    if (!forOthers && this.#params.carries[f * this.#params.months + this.#month] === 0) return false;
    const v = this.#families.drawVersion(f, this.#month);
    const h = forOthers ? -1 : this.#dock.chooseHost(f, v, this.#month, now_s);
    if (!forOthers && h < 0) return false;
    const p = this.#chooseSite(f, this.#params.plan.vehicles[v]!.propellant_kg, now_s);
    if (p < 0) return false;
    this.#launch(f, v, h, p, now_s);
    return true;
  }

  /** The site whose pad has been ready longest among those that let a launch through now; wakes the others. */
  #chooseSite(f: number, propellant_kg: number, now_s: number): number {
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
    const month = this.#month;
    const pad = this.#pads.launch(p, month, now_s, this.#heap, kinds.pad);
    this.#gates.launch(p, now_s, vehicle.propellant_kg);
    const row = this.log.add(now_s, v, p, pad);
    const lost = this.#families.drawMishap(f);
    this.log.lost[row] = lost ? 1 : 0;
    if (h < 0) add(this.#others, f, -1);
    const other_kg = lost ? 0 : vehicle.otherPayload_kg[month]!;
    this.#fly(f, v, h < 0 ? other_kg : this.#dock.load(f, v, h, month, row, now_s), now_s);
    if (lost) this.#heap.put(this.#families.ground(f, month, now_s), kinds.family, f);
  }

  /** A flight on record: it took place, with what it carried then. */
  #flyRecord(v: number, now_s: number): void {
    const { families, plan } = this.#params;
    const f = families.findIndex(({ versions }) => versions.includes(v));
    this.log.add(now_s, v, -1, -1);
    this.#fly(f, v, plan.vehicles[v]!.otherPayload_kg[this.#month]!, now_s);
  }

  /** What every flight does: it brings mass to orbit, turns stages round and adds to what the family knows. */
  #fly(f: number, v: number, mass_kg: number, now_s: number): void {
    const { families, plan, months } = this.#params;
    const newest = plan.vehicles[families[f]!.newest[this.#month]!]!;
    add(this.months.mass_kg, v * months + this.#month, mass_kg);
    this.#stages.fly(f, newest, this.#month, this.#families.flights[f]!, now_s);
    this.#families.countFlight(f);
    add(this.months.launches, v * months + this.#month, 1);
  }
}
