import { constraints } from '../../flows/constraint.ts';
import type { CampaignSample } from './sample.ts';

/** Percentiles over the campaigns drawn. */
export interface Percentiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

export interface CampaignYear {
  readonly year: number;
  readonly launches: Percentiles;
  readonly mass_kg: Percentiles;
  /** At the end of the year. */
  readonly satellitesInService: Percentiles;
  /** The constraint that held back most, in the mean over months and campaigns; `demand` where none did. */
  readonly binding: string;
}

/** What a number of campaigns come to. */
export interface CampaignSummary {
  readonly years: readonly CampaignYear[];
  /** Launches with compute satellites until the fleet was full, median; null where half of the campaigns never fill it. */
  readonly launchesToComplete: number | null;
  readonly firstYearAtFullCount: number | null;
}

export function summarise(samples: readonly CampaignSample[]): CampaignSummary {
  const years = samples[0]?.years ?? [];
  return {
    years: years.map((year, at) => ({
      year,
      launches: percentiles(samples.map((sample) => sample.launches[at]!)),
      mass_kg: percentiles(samples.map((sample) => sample.mass_kg[at]!)),
      satellitesInService: percentiles(samples.map((sample) => sample.satellitesInService[at]!)),
      binding: bindingOf(samples, at),
    })),
    launchesToComplete: middle(samples.map((sample) => sample.launchesToComplete)),
    firstYearAtFullCount: middle(samples.map((sample) => sample.firstYearAtFullCount)),
  };
}

/** Share held back below which nothing binds: rounding to whole satellites holds back as much. */
const least = 0.005;

function bindingOf(samples: readonly CampaignSample[], year: number): string {
  const held = meanLimits(samples, year);
  let best = -1;
  for (let c = 0; c < constraints.length; c++) {
    if (held[c]! > Math.max(least, best < 0 ? 0 : held[best]! + 1e-9)) best = c;
  }
  return best < 0 ? 'demand' : constraints[best]!;
}

/** By constraint: share that it alone held back, mean over the year's months and the campaigns. */
export function meanLimits(samples: readonly CampaignSample[], year: number): number[] {
  return constraints.map((_, c) => {
    const all = samples.map((sample) => sample.limits[year * constraints.length + c]! / 12);
    return all.reduce((sum, share) => sum + share, 0) / Math.max(1, all.length);
  });
}

/** P10, P50, P90 with straight lines between order statistics (type 7 of Hyndman and Fan, 1996). */
export function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b);
  return { p10: quantile(sorted, 0.1), p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const below = sorted[low] ?? 0;
  return below + (at - low) * ((sorted[low + 1] ?? below) - below);
}

/** Lower median where null counts as never, later than all: a count or a year that one campaign really had. */
function middle(values: readonly (number | null)[]): number | null {
  const sorted = values.map((value) => value ?? Infinity).sort((a, b) => a - b);
  const value = sorted[Math.floor((sorted.length - 1) / 2)] ?? Infinity;
  return value === Infinity ? null : value;
}

/** How far the fluid form lies from the campaigns event by event: (fluid − events) / events of the means. */
export interface Gap {
  readonly launches: number;
  readonly mass: number;
  readonly satelliteYears: number;
}

export function gapBetween(fluid: readonly CampaignSample[], events: readonly CampaignSample[]): Gap {
  const apart = (of: (sample: CampaignSample) => readonly number[]): number => {
    const all = (samples: readonly CampaignSample[]): number =>
      samples.reduce((sum, sample) => sum + of(sample).reduce((one, year) => one + year, 0), 0) /
      samples.length;
    const truth = all(events);
    return truth === 0 ? 0 : all(fluid) / truth - 1;
  };
  return {
    launches: apart((sample) => sample.launches),
    mass: apart((sample) => sample.mass_kg),
    satelliteYears: apart((sample) => sample.satellitesInService),
  };
}
