import { type Fault, failure, type Outcome, success } from '../../outcome/outcome.ts';
import { leastLog } from './assumptions.ts';
import { logUntil } from './cut.ts';
import { dateOf, yearOf } from './day.ts';
import { fitHistory, type HistoryFit } from './fit.ts';
import { countInterval, type Forecast, forecastOf } from './forecast.ts';
import type { Interval } from './interval.ts';
import type { LaunchLog } from './log.ts';
import { type Comparison, compare, type OriginForecast, rollingOrigins } from './origins.ts';
import { type Remark, remarksOn, silenceAtEnd } from './remarks.ts';
import type { LogRows } from './rows.ts';

/** A launch log fitted up to a day, years forecast from there, and how such forecasts did before. */
export interface Calibration {
  /** The log as it was known on the day. */
  readonly log: LaunchLog;
  readonly until: number;
  readonly rows: LogRows;
  readonly remarks: readonly Remark[];
  readonly fit: HistoryFit;
  readonly forecast: readonly ({ readonly year: number } & Interval)[];
  readonly draws: Forecast;
  readonly origins: readonly OriginForecast[];
  /** Undefined where the log is too short for any origin. */
  readonly rolling: Comparison | undefined;
}

/** Most years ahead: beyond, a forecast of growth says nothing. */
const farthest = 20;

/** Fits and forecasts. `file` is what faults call the log. */
export function calibrate(
  whole: LaunchLog,
  file: string,
  until: number,
  years: readonly number[],
  seed: number,
): Outcome<Calibration> {
  const log = logUntil(whole, until);
  const faults = [...logFaults(log, file, until), ...yearFaults(years, until)];
  if (faults.length > 0) return failure(...faults);
  const draws = forecastOf(log.launches, until, years, seed);
  const origins = rollingOrigins(log.launches, until, seed);
  return success({
    log,
    until,
    rows: log.rows,
    remarks: remarksOn(log, until),
    fit: fitHistory(log, until, draws, seed),
    forecast: draws.years.map(({ year, sorted }) => ({ year, ...countInterval(sorted) })),
    draws,
    origins,
    rolling: compare(origins),
  });
}

/** What a log that is too short might have had. */
function setAsideText({ setAside, reasons }: LogRows): string {
  if (setAside === 0) return '';
  const told = Object.entries(reasons).map(([reason, count]) => `${count} ${reason}`);
  return ` Set aside are ${told.join(', ')}.`;
}

function logFaults({ launches, rows }: LaunchLog, file: string, until: number): Fault[] {
  const span = launches.length === 0 ? 0 : yearOf(until) - yearOf(launches[0]!.day) + 1;
  if (launches.length < leastLog.launches || span < leastLog.years) {
    return [
      {
        code: 'log/too-short',
        message: `${file} has ${launches.length} launches in ${span} years up to ${dateOf(until)}.`,
        at: { file },
        cause: `A fit needs ${leastLog.launches} launches over ${leastLog.years} years.${setAsideText(rows)}`,
        fix: 'Give a longer log, or a later --until.',
      },
    ];
  }
  const silent = silenceAtEnd(launches, until);
  if (silent === undefined || silent <= 366) return [];
  return [
    {
      code: 'log/ends-early',
      message: `${file} ends ${silent} days before ${dateOf(until)}.`,
      at: { file },
      cause: 'So long a silence would be taken for a vehicle that flies no more.',
      fix: `Write --until ${dateOf(launches.at(-1)!.day)}, or the last day that the log covers.`,
    },
  ];
}

function yearFaults(years: readonly number[], until: number): Fault[] {
  const first = yearOf(until + 1);
  const last = yearOf(until) + farthest;
  if (years.every((year) => year >= first && year <= last)) return [];
  return [
    {
      code: 'log/forecast-years',
      message: `The years ${years.join(', ')} cannot be forecast from ${dateOf(until)}.`,
      at: { path: '--forecast' },
      cause: `Years after the day, and at most ${farthest}, can: ${first} to ${last}.`,
      fix: `Write --forecast ${first}..${first + 1}.`,
    },
  ];
}
