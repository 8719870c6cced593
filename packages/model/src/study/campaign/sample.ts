import { constraintIndex, constraints } from '../../flows/constraint.ts';
import { runFluid } from '../../transport/campaign/fluid.ts';
import { type Campaign, simulateCampaign } from '../../transport/campaign/simulate.ts';
import type { PreparedCampaign } from './prepare.ts';

/** A fleet that loses some every day never has all: it counts as full from this share of its target on. */
export const fullShare = 0.99;

/** What one campaign came to, year by year: plain numbers that can be sent between threads. */
export interface CampaignSample {
  readonly seed: number;
  readonly years: readonly number[];
  readonly launches: readonly number[];
  readonly mass_kg: readonly number[];
  /** At the end of the year. */
  readonly satellitesInService: readonly number[];
  /** Largest share of a month's length that a family stood, mean over the year. */
  readonly grounded: readonly number[];
  /** Months in which each constraint bound: year · constraints + constraint. */
  readonly binds: readonly number[];
  /** Launches with compute satellites until the fleet was full, and in which year: null where it never was. */
  readonly launchesToComplete: number | null;
  readonly firstYearAtFullCount: number | null;
  readonly satellites: number;
  readonly reentries: number;
}

/** One campaign, event by event. */
export function sampleEvents(prepared: PreparedCampaign, seed: number): CampaignSample {
  const { params, setting, budget } = prepared;
  return sampleOf(prepared, seed, simulateCampaign(params, setting, seed, budget));
}

export function sampleOf(
  prepared: PreparedCampaign,
  seed: number,
  { months, fleet }: Campaign,
): CampaignSample {
  const { plan, families, orbits, months: length } = prepared.params;
  const tally = new Tally(prepared);
  for (let month = 0; month < length; month++) {
    const sum = (rows: Readonly<Float64Array>, count: number): number => {
      let all = 0;
      for (let row = 0; row < count; row++) all += rows[row * length + month]!;
      return all;
    };
    let grounded = 0;
    for (let f = 0; f < families.length; f++)
      grounded = Math.max(grounded, months.grounded[f * length + month]!);
    tally.add(month, {
      launches: sum(months.launches, plan.vehicles.length),
      mass_kg: sum(months.mass_kg, plan.vehicles.length),
      compute: months.computeLaunches[month]!,
      inService: sum(months.inService, orbits),
      grounded,
      limit: (c) => months.limits[c * length + month]!,
    });
  }
  const satellites = fleet.entered.reduce((total, units) => total + units, 0);
  const reentries = fleet.down.reduce((total, units) => total + units, 0);
  return { seed, ...tally.result(), satellites, reentries };
}

/** The same campaign in the fluid form. */
export function sampleFluid(prepared: PreparedCampaign, seed: number): CampaignSample {
  const { setting, params, budget } = prepared;
  const tally = new Tally(prepared);
  let satellites = 0;
  let reentries = 0;
  const { intervals } = setting.calendar;
  runFluid(
    params,
    setting,
    seed,
    (out, month, { offer }) => {
      let inService = 0;
      for (let h = 0; h < params.orbits; h++) {
        inService += out.inService[h]!;
        satellites += out.placed[h]!;
      }
      reentries += out.reentries_perS[0]! * intervals[month]!.seconds;
      tally.add(month, {
        launches: total(out.launches),
        mass_kg: total(out.launchMass_kg),
        compute: total(offer.flown) - total(offer.others),
        inService,
        grounded: Math.max(...out.grounded),
        limit: (c) => out.transportLimits[c]!,
      });
    },
    budget,
  );
  return { seed, ...tally.result(), satellites, reentries };
}

function total(values: Readonly<Float64Array>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at]!;
  return sum;
}

interface Month {
  readonly launches: number;
  readonly mass_kg: number;
  readonly compute: number;
  readonly inService: number;
  readonly grounded: number;
  limit(constraint: number): number;
}

/** Share held back below which nothing binds: rounding to whole satellites holds back as much. */
const least = 0.005;

/** Index of the constraint that alone held back most in a month, the first of several; `demand` where none did. */
function bindingOf({ limit }: Month): number {
  let best = constraintIndex.demand;
  let most = least;
  for (let c = 0; c < constraints.length; c++) {
    if (limit(c) <= most + 1e-9) continue;
    best = c;
    most = limit(c);
  }
  return best;
}

/** Gathers months into years. */
class Tally {
  readonly #target: number;
  readonly #yearOf: readonly number[];
  readonly #years: number[];
  readonly #launches: number[];
  readonly #mass_kg: number[];
  readonly #inService: number[];
  readonly #grounded: number[];
  readonly #binds: number[];
  #compute = 0;
  #complete: number | null = null;
  #full: number | null = null;

  constructor({ setting, target }: PreparedCampaign) {
    this.#target = target;
    this.#yearOf = setting.calendar.intervals.map(({ year }) => year);
    this.#years = [...new Set(this.#yearOf)];
    this.#launches = this.#years.map(() => 0);
    this.#mass_kg = this.#years.map(() => 0);
    this.#inService = this.#years.map(() => 0);
    this.#grounded = this.#years.map(() => 0);
    this.#binds = this.#years.flatMap(() => constraints.map(() => 0));
  }

  add(month: number, of: Month): void {
    const year = this.#yearOf[month]!;
    const at = year - this.#years[0]!;
    const months = this.#yearOf.filter((other) => other === year).length;
    this.#launches[at]! += of.launches;
    this.#mass_kg[at]! += of.mass_kg;
    this.#inService[at] = of.inService;
    this.#grounded[at]! += of.grounded / months;
    this.#compute += of.compute;
    this.#binds[at * constraints.length + bindingOf(of)]! += 1;
    if (this.#full === null && this.#target > 0 && of.inService >= fullShare * this.#target) {
      this.#full = year;
      this.#complete = this.#compute;
    }
  }

  result() {
    return {
      years: this.#years,
      launches: this.#launches,
      mass_kg: this.#mass_kg,
      satellitesInService: this.#inService,
      grounded: this.#grounded,
      binds: this.#binds,
      launchesToComplete: this.#complete,
      firstYearAtFullCount: this.#full,
    };
  }
}
