import { quantile } from '@kardashev/kernels/numeric/statistics.ts';
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
  /** The constraint that bound most of its months over all campaigns; `demand` where nothing held back. */
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

/** The constraint that bound most months of a year over all campaigns; the first of several. */
function bindingOf(samples: readonly CampaignSample[], year: number): string {
  const months = bindingMonths(samples, year);
  return constraints[months.indexOf(Math.max(...months))]!;
}

/** By constraint: share of a year's months in which it bound, over all campaigns. */
export function bindingMonths(samples: readonly CampaignSample[], year: number): number[] {
  const counts = constraints.map((_, c) =>
    samples.reduce((sum, sample) => sum + sample.binds[year * constraints.length + c]!, 0),
  );
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / Math.max(1, all));
}

/** P10, P50, P90 with straight lines between order statistics (type 7 of Hyndman and Fan, 1996). */
export function percentiles(values: readonly number[]): Percentiles {
  const sorted = Float64Array.from(values).sort();
  return { p10: quantile(sorted, 0.1), p50: quantile(sorted, 0.5), p90: quantile(sorted, 0.9) };
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
