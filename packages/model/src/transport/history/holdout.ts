import { type Fault, failure, type Outcome, success } from '../../outcome/outcome.ts';
import type { YearCount } from './baselines.ts';
import type { Calibration } from './calibrate.ts';
import { keep } from './cut.ts';
import { dateOf, newYear, yearOf } from './day.ts';
import { countInterval } from './forecast.ts';
import type { LaunchLog } from './log.ts';
import { baselineScores, type Comparison, compare, type OriginForecast, yearCounts } from './origins.ts';
import { silenceAtEnd } from './remarks.ts';
import type { LogRows } from './rows.ts';
import { scoredBy } from './score.ts';

/** A forecast against a log of what came. */
export interface Holdout extends Comparison {
  readonly forecasts: readonly OriginForecast[];
  readonly rows: LogRows;
  /** Forecast years that the log does not hold in full. */
  readonly incomplete: readonly number[];
}

/** Scores a calibration's forecasts, and the baselines', by the log `came`, called `file`. */
export function holdOut(
  calibration: Calibration,
  came: LaunchLog,
  file: string,
  seed: number,
): Outcome<Holdout> {
  const log = sameVehicles(calibration, came);
  const last = log.launches.at(-1)?.day ?? Number.NaN;
  const full = (year: number): boolean => last >= newYear(year + 1) || endsWith(log, year);
  const years = calibration.draws.years.filter(({ year }) => year <= yearOf(last) && full(year));
  const done = new Set(years.map(({ year }) => year));
  const incomplete = calibration.draws.years.map(({ year }) => year).filter((year) => !done.has(year));
  const known = yearCounts(calibration.log.launches, calibration.until);
  const forecasts = years.map(({ year, sorted }): OriginForecast => {
    const { launches } = countIn(calibration, log, year);
    return {
      origin: known.at(-1)?.year ?? yearOf(calibration.until),
      year,
      launches,
      ...countInterval(sorted),
      score: scoredBy(sorted, launches),
      baselines: baselineScores(known, year, launches, seed),
    };
  });
  const comparison = compare(forecasts);
  if (comparison === undefined) return failure(nothingToScore(file, last));
  return success({ ...comparison, forecasts, rows: log.rows, incomplete });
}

/** Launches of the vehicles that were fitted. Where logs call all of them otherwise, they are taken for the same. */
function sameVehicles({ log }: Calibration, came: LaunchLog): LaunchLog {
  const fitted = new Set(log.launches.map(({ vehicle }) => vehicle));
  if (!came.launches.some(({ vehicle }) => fitted.has(vehicle))) return came;
  return keep(came, ({ vehicle }) => fitted.has(vehicle), 'other-vehicle');
}

/** Whether a log that ends within a year holds all of it: its end is no longer without launches than is usual. */
function endsWith({ launches }: LaunchLog, year: number): boolean {
  return silenceAtEnd(launches, newYear(year + 1) - 1) === undefined;
}

/** What came in a year: after the fitted log ends, by the other; before, by the fitted one. */
function countIn({ log: fitted, until }: Calibration, came: LaunchLog, year: number): YearCount {
  const seen = fitted.launches.filter(({ day }) => yearOf(day) === year).length;
  return {
    year,
    launches: seen + came.launches.filter(({ day }) => day > until && yearOf(day) === year).length,
  };
}

function nothingToScore(file: string, last: number): Fault {
  return {
    code: 'log/nothing-to-score',
    message: `${file} holds none of the forecast years in full.`,
    at: { file },
    cause: Number.isNaN(last) ? 'It has no launches.' : `Its last launch is of ${dateOf(last)}.`,
    fix: 'Give a log of the forecast years, or forecast other years.',
  };
}
