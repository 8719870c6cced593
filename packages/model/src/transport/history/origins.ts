import { leastLog } from './assumptions.ts';
import { type BaselineName, baseline, baselineNames, type YearCount } from './baselines.ts';
import { newYear, yearOf } from './day.ts';
import { countInterval, forecastOf } from './forecast.ts';
import type { Interval } from './interval.ts';
import type { RecordedLaunch } from './log.ts';
import { type Scored, type ScoreSummary, scoredBy, summaryOf } from './score.ts';

/** A forecast made with what was known at the end of a year, against what came. */
export interface OriginForecast extends Interval {
  /** The last year that was known. */
  readonly origin: number;
  readonly year: number;
  readonly launches: number;
  readonly score: Scored;
  readonly baselines: Readonly<Partial<Record<BaselineName, Scored>>>;
}

/** Scores of a method and of the baselines over the same forecasts. */
export interface Comparison extends ScoreSummary {
  readonly baselines: Readonly<Partial<Record<BaselineName, ScoreSummary>>>;
}

/** Origins that are tried, and how many years ahead. */
const origins = 6;
const horizons = [1, 2];

/** Counts of the calendar years that the log holds in full, from its first launch on. */
export function yearCounts(launches: readonly RecordedLaunch[], until: number): YearCount[] {
  const first = launches.length === 0 ? Number.NaN : yearOf(launches[0]!.day);
  const counts: YearCount[] = [];
  for (let year = first; newYear(year + 1) - 1 <= until; year++) {
    counts.push({ year, launches: launches.filter(({ day }) => yearOf(day) === year).length });
  }
  return counts;
}

/** Forecasts from the last six years but one, one and two years ahead, with nothing known of what came after. */
export function rollingOrigins(
  launches: readonly RecordedLaunch[],
  until: number,
  seed: number,
): OriginForecast[] {
  const counts = yearCounts(launches, until);
  const last = counts.at(-1)?.year ?? 0;
  const forecasts: OriginForecast[] = [];
  for (let origin = last - origins; origin < last; origin++) {
    const end = newYear(origin + 1) - 1;
    const known = launches.filter(({ day }) => day <= end);
    const before = counts.filter(({ year }) => year <= origin);
    if (known.length < leastLog.launches || before.length < leastLog.years) continue;
    const years = horizons.map((ahead) => origin + ahead).filter((year) => year <= last);
    for (const { year, sorted } of forecastOf(known, end, years, seed).years) {
      const came = counts.find((count) => count.year === year)!.launches;
      forecasts.push({
        origin,
        year,
        launches: came,
        ...countInterval(sorted),
        score: scoredBy(sorted, came),
        baselines: baselineScores(before, year, came, seed),
      });
    }
  }
  return forecasts;
}

/** Scores of the baselines that there are years enough for. */
export function baselineScores(
  known: readonly YearCount[],
  year: number,
  came: number,
  seed: number,
): Partial<Record<BaselineName, Scored>> {
  const scores: Partial<Record<BaselineName, Scored>> = {};
  for (const name of baselineNames) {
    const sorted = baseline(name, known, year, seed);
    if (sorted !== undefined) scores[name] = scoredBy(sorted, came);
  }
  return scores;
}

/** Sums scores up; a baseline that some forecast lacks is left out. */
export function compare(
  forecasts: readonly Pick<OriginForecast, 'score' | 'baselines'>[],
): Comparison | undefined {
  if (forecasts.length === 0) return undefined;
  const baselines: Partial<Record<BaselineName, ScoreSummary>> = {};
  for (const name of baselineNames) {
    const scores = forecasts
      .map((forecast) => forecast.baselines[name])
      .filter((score) => score !== undefined);
    if (scores.length === forecasts.length) baselines[name] = summaryOf(scores);
  }
  return { ...summaryOf(forecasts.map(({ score }) => score)), baselines };
}
