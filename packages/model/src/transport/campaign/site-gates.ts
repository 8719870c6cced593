import type { Interval } from '../../time/calendar.ts';
import type { Params } from '../params.ts';
import { onRecord } from '../vehicle.ts';
import type { Clock } from './clock.ts';
import { Skies } from './skies.ts';

/**
 * What a launch site lets through beside its pads: permits that accrue through the calendar year and lapse at its
 * end, propellant that fills tanks, and the range and the weather it shares. Times in seconds of the plan.
 */
export class SiteGates {
  /** Permits accrued before this month and flown, this calendar year. */
  readonly #accrued: Float64Array;
  readonly #flown: Float64Array;
  /** Launches permitted in the whole of the calendar year, in whole launches. */
  readonly #allowed: Float64Array;
  readonly #tank_kg: Float64Array;
  readonly #filled_s: Float64Array;
  /** What tanks hold at least: one launch. */
  readonly #least_kg: Float64Array;
  readonly #rangeFree_s: Float64Array;
  readonly #rangeOf: readonly number[];
  readonly #params: Params;
  readonly #clock: Clock;
  readonly #intervals: readonly Interval[];
  #month = 0;

  readonly #skies: Skies;

  constructor(params: Params, clock: Clock, intervals: readonly Interval[], seed: number) {
    const { pads } = params.plan;
    const ranges = pads.map(({ name, range }) => (range === '' ? name : range));
    const names = [...new Set(ranges)];
    this.#params = params;
    this.#clock = clock;
    this.#intervals = intervals;
    this.#rangeOf = ranges.map((range) => names.indexOf(range));
    this.#skies = new Skies(pads, this.#rangeOf, clock, seed);
    this.#accrued = new Float64Array(pads.length);
    this.#flown = new Float64Array(pads.length);
    this.#allowed = new Float64Array(pads.length);
    this.#tank_kg = new Float64Array(pads.length).fill(Infinity);
    this.#filled_s = new Float64Array(pads.length);
    this.#least_kg = Float64Array.from(pads, (_, p) => {
      const family = params.families.findIndex((one) => one.pads.includes(p));
      return family < 0 ? 0 : params.thirst_kg[family]!;
    });
    this.#rangeFree_s = new Float64Array(names.length);
  }

  /** Turns to a month; must be called for each in turn. */
  turnTo(month: number): void {
    const start_s = this.#clock.start_s[month]!;
    for (let p = 0; p < this.#params.plan.pads.length; p++) {
      if (month > 0) this.#fill(p, start_s);
      this.#turnYear(p, month);
    }
    this.#month = month;
    this.#skies.turnTo(this.#intervals[month]!);
    for (let p = 0; p < this.#params.plan.pads.length; p++) this.#fill(p, start_s);
  }

  /** Permits accrued before the month and not flown: the same stock as the fluid form's. */
  permitsLeft(p: number): number {
    return Math.max(0, this.#accrued[p]! - this.#flown[p]!);
  }

  /** First time from `now_s` on at which the site lets a launch through; ∞ where not within the month. */
  opensAt_s(p: number, now_s: number, propellant_kg: number): number {
    const pad = this.#params.plan.pads[p]!;
    const flown = this.#flown[p]!;
    if (flown >= this.#allowed[p]!) return Infinity;
    const start_s = this.#clock.start_s[this.#month]!;
    const permit_s = start_s + (flown - this.#accrued[p]!) / pad.permits_perS[this.#month]!;
    this.#fill(p, now_s);
    const missing_kg = propellant_kg - this.#tank_kg[p]!;
    const supply = pad.propellantSupply_kgperS[this.#month]!;
    const full_s = missing_kg > 0 ? now_s + missing_kg / supply : now_s;
    const free_s = Math.max(now_s, permit_s, full_s, this.#rangeFree_s[this.#rangeOf[p]!]!);
    const opens_s = this.#skies.clearFrom_s(p, free_s);
    return opens_s < this.#clock.start_s[this.#month + 1]! ? opens_s : Infinity;
  }

  launch(p: number, now_s: number, propellant_kg: number): void {
    this.#flown[p] = this.#flown[p]! + 1;
    this.#tank_kg[p] = this.#tank_kg[p]! - propellant_kg;
    this.#rangeFree_s[this.#rangeOf[p]!] = now_s + this.#params.plan.pads[p]!.rangeGap_s;
  }

  /** Fills the tanks up to now; they hold some time of supply, and one launch at least. */
  #fill(p: number, now_s: number): void {
    const pad = this.#params.plan.pads[p]!;
    const supply = pad.propellantSupply_kgperS[this.#month]!;
    const room_kg = Math.max(this.#least_kg[p]!, pad.propellantStore_s * supply);
    this.#tank_kg[p] = Math.min(room_kg, this.#tank_kg[p]! + supply * (now_s - this.#filled_s[p]!));
    this.#filled_s[p] = now_s;
  }

  #turnYear(p: number, month: number): void {
    const intervals = this.#intervals;
    const { permits_perS } = this.#params.plan.pads[p]!;
    const before = intervals[month - 1];
    const first = before === undefined || onRecord(this.#params, before);
    if (onRecord(this.#params, intervals[month]!)) return;
    if (!first && intervals[month]!.month % 12 !== 0) {
      this.#accrued[p] = this.#accrued[p]! + permits_perS[month - 1]! * before.seconds;
      return;
    }
    let allowed = 0;
    const { year } = intervals[month]!;
    for (let index = month; intervals[index]?.year === year; index++) {
      allowed += permits_perS[index]! * intervals[index]!.seconds;
    }
    this.#accrued[p] = 0;
    this.#flown[p] = 0;
    this.#allowed[p] = Math.round(allowed);
  }
}
