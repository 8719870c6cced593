import { secondsPerDay } from '../../time/calendar.ts';
import { month_s } from '../entries.ts';
import { DayQueue } from '../fleet/day-queue.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Params } from '../params.ts';
import type { LaunchLog } from './launch-log.ts';
import { add, type CampaignMonths } from './record.ts';

/** Satellites from the factory's door to their shell: those that wait for a launch, and those on the way. */
export class Dock {
  /** By host: satellites that wait for a launch, and on the way. */
  readonly waiting: Float64Array;
  readonly onTheWay: Float64Array;
  readonly #params: Params;
  readonly #months: CampaignMonths;
  readonly #log: LaunchLog;
  /** By host: since when some wait without a launch. */
  readonly #since_s: Float64Array;
  /** Launches on their way, by the day on which their satellites enter service. */
  readonly #raising: DayQueue;
  /** Tankers that have flown for the next launch, by family. */
  readonly #tankers: Float64Array;

  constructor(params: Params, months: CampaignMonths, log: LaunchLog, days: number) {
    this.#params = params;
    this.#months = months;
    this.#log = log;
    this.waiting = new Float64Array(params.orbits);
    this.onTheWay = new Float64Array(params.orbits);
    this.#since_s = new Float64Array(params.orbits);
    this.#raising = new DayQueue(days, 1024);
    this.#tankers = new Float64Array(params.families.length);
  }

  /** The day's share of the satellites that factories finish in a month of `days`. */
  deliver(finished: Readonly<Float64Array>, month: number, day: number, days: number, now_s: number): void {
    for (let h = 0; h < this.#params.orbits; h++) {
      const units = Math.floor(((day + 1) * finished[h]!) / days) - Math.floor((day * finished[h]!) / days);
      if (units === 0) continue;
      if (this.waiting[h] === 0) this.#since_s[h] = now_s;
      add(this.waiting, h, units);
      add(this.#months.built, h * this.#params.months + month, units);
    }
  }

  /** Satellites that reach their shell on a day. */
  enterService(fleet: Fleet, month: number, day: number): void {
    for (let row = this.#raising.take(day); row >= 0; row = this.#raising.take(day)) {
      const h = this.#log.host[row]!;
      const units = this.#log.satellites[row]!;
      add(this.onTheWay, h, -units);
      add(this.#months.placed, h * this.#params.months + month, units);
      fleet.enter(h, units, day, month);
    }
  }

  /**
   * The shell with most launches' worth of satellites waiting, or the first of the plan: among those that fill a
   * launch, or have waited for one as long as the buffer of satellites lasts. −1 where there is none.
   */
  chooseHost(f: number, v: number, month: number, now_s: number): number {
    const { orbits, wholeLoad, inOrder, plan, families } = this.#params;
    // A version without room for compute flies as if it had the newest one's: empty, as in the fluid form.
    const like = this.#carriesAny(v) ? v : families[f]!.newest[month]!;
    let chosen = -1;
    let most = 0;
    for (let h = 0; h < orbits; h++) {
      const load = wholeLoad[like * orbits + h]!;
      const waiting = this.waiting[h]!;
      if (load === 0 || waiting === 0) continue;
      const late = now_s - this.#since_s[h]! >= plan.section.launchBuffer_s;
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

  /**
   * Puts waiting satellites on board the launch of a row, or sends a tanker ahead where it needs more of them.
   * Returns the mass that reaches orbit.
   */
  load(f: number, v: number, h: number, month: number, row: number, now_s: number): number {
    const { orbits, months, wholeLoad, plan, places } = this.#params;
    const lost = this.#log.lost[row] === 1;
    if (this.#tankers[f]! < plan.vehicles[v]!.tankerLaunches) {
      if (!lost) add(this.#tankers, f, 1);
      return 0;
    }
    this.#tankers[f] = 0;
    const units = Math.min(this.waiting[h]!, wholeLoad[v * orbits + h]!);
    if (units === 0) return 0;
    add(this.waiting, h, -units);
    this.#since_s[h] = now_s;
    add(this.#months.computeLaunches, month, 1);
    add(this.#months.carried, month, units);
    this.#log.host[row] = h;
    this.#log.satellites[row] = units;
    if (lost) {
      add(this.#months.lost, h * months + month, units);
      return 0;
    }
    add(this.onTheWay, h, units);
    this.#raising.put(Math.ceil((now_s + places[h]!.raising_months * month_s) / secondsPerDay), row);
    return units * places[h]!.host.unitMass_kg;
  }
}
