import { mean, median } from '@kardashev/kernels/numeric/statistics.ts';
import { padView, retirementPrior } from './assumptions.ts';
import { yearOf } from './day.ts';
import { type Interval, normalInterval } from './interval.ts';
import { type Peak, peakOf } from './likelihood.ts';
import type { RecordedLaunch } from './log.ts';
import { normalTail } from './special.ts';
import { fitWright, type WrightFit } from './wright-fit.ts';

/** A flight of a booster, and how long it took to the next, or has taken so far. */
export interface Turn {
  readonly days: number;
  /** False where the booster had not flown again by the end of the log. */
  readonly returned: boolean;
  /** Launches of the log up to and with this flight. */
  readonly done: number;
  /** Day of the next flight; NaN where there is none. */
  readonly next: number;
  /** Reflights of the log up to and with the next; NaN likewise. */
  readonly reflight: number;
}

/** Turnaround of boosters, learning by Wright's law, with those that still wait. */
export interface TurnaroundFit {
  readonly reflights: number;
  /** Flights after which the booster was still down at the end of the log: waiting, retired or lost. */
  readonly waiting: number;
  /** Median turnaround after the last launch of the log. */
  readonly median_d: Interval;
  /** Fall with each doubling of launches, waiting boosters counted for as long as they wait. */
  readonly learning: Interval;
  /** Standard deviation of the logarithm about the law. */
  readonly scatter: Interval;
  /** Chance that a flight now is the booster's last. */
  readonly lastFlight: Interval;
  /** Least squares on those that returned alone, against launches and against reflights. */
  readonly returnedOnly: { readonly launches: WrightFit; readonly reflights: WrightFit };
  readonly byYear: readonly { readonly year: number; readonly median_d: number; readonly mean_d: number }[];
}

/** Fewest reflights for a law. */
const fewest = 8;

/** Every flight of every booster, in order of time. Launches whose booster is not named have none. */
export function turnsOf(launches: readonly RecordedLaunch[], until: number): Turn[] {
  const turns: Turn[] = [];
  let reflights = 0;
  const open = new Map<string, { day: number; done: number }>();
  launches.forEach(({ booster, day }, index) => {
    if (booster === '') return;
    const before = open.get(booster);
    if (before !== undefined) {
      reflights++;
      const days = Math.max(padView.resolution_d, day - before.day);
      turns.push({ days, returned: true, done: before.done, next: day, reflight: reflights });
    }
    open.set(booster, { day, done: index + 1 });
  });
  for (const { day, done } of open.values()) {
    const days = Math.max(padView.resolution_d, until - day);
    turns.push({ days, returned: false, done, next: Number.NaN, reflight: Number.NaN });
  }
  return turns;
}

/**
 * Fits ln T = a + b·ln n + σ·z by likelihood, n the launches done when the turnaround began. A booster that has not
 * returned after w days either never will, with a chance whose log-odds are linear in ln n, or takes longer than w.
 */
export function fitTurnaround(launches: readonly RecordedLaunch[], until: number): TurnaroundFit | undefined {
  const turns = turnsOf(launches, until);
  const returned = turns.filter((turn) => turn.returned);
  if (returned.length < fewest) return undefined;
  const centre = mean(turns.map(({ done }) => Math.log(done)));
  const { at, covariance } = peakOfTurns(turns, centre);
  const [a, b, lnSigma, odds, oddsSlope] = at as [number, number, number, number, number];
  const error = (i: number): number => Math.sqrt((covariance[i] as number[])[i] as number);
  const ahead = Math.log(launches.length) - centre;
  const along = (i: number): number =>
    Math.sqrt(
      covariance[i]![i]! + 2 * ahead * covariance[i]![i + 1]! + ahead ** 2 * covariance[i + 1]![i + 1]!,
    );
  const learning = normalInterval(-b, error(1), (power) => 1 - 2 ** -power);
  return {
    reflights: returned.length,
    waiting: turns.length - returned.length,
    median_d: normalInterval(a + b * ahead, along(0), Math.exp),
    learning,
    scatter: normalInterval(lnSigma, error(2), Math.exp),
    lastFlight: normalInterval(odds + oddsSlope * ahead, along(3), share),
    returnedOnly: withoutWaiting(launches, returned),
    byYear: byYear(returned),
  };
}

const share = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

function peakOfTurns(turns: readonly Turn[], centre: number): Peak {
  const data = turns.map(({ days, done, returned }) => ({
    x: Math.log(done) - centre,
    y: Math.log(days),
    returned,
  }));
  const { sd, slopeSd } = retirementPrior;
  const start = mean(data.filter((turn) => turn.returned).map(({ y }) => y));
  return peakOf(
    (at) => {
      const [a, b, lnSigma, odds, oddsSlope] = at as [number, number, number, number, number];
      const sigma = Math.exp(lnSigma);
      let sum = -((odds / sd) ** 2 + (oddsSlope / slopeSd) ** 2) / 2;
      for (const { x, y, returned } of data) {
        const last = share(odds + oddsSlope * x);
        const z = (y - a - b * x) / sigma;
        sum += returned
          ? Math.log(1 - last) - lnSigma - (z * z) / 2
          : Math.log(last + (1 - last) * normalTail(z));
      }
      return sum;
    },
    [start, 0, 0, 0, 0],
  );
}

/** The same law by least squares on those that returned: against launches on the day of return, and reflights. */
function withoutWaiting(launches: readonly RecordedLaunch[], returned: readonly Turn[]) {
  const sorted = returned.toSorted((a, b) => a.next - b.next);
  const lengths = sorted.map(({ days }) => days);
  const done = sorted.map(({ next }) => launches.filter(({ day }) => day <= next).length);
  return {
    launches: fitWright(done, lengths),
    reflights: fitWright(
      lengths.map((_, index) => index + 1),
      lengths,
    ),
  };
}

function byYear(returned: readonly Turn[]) {
  const years = [...new Set(returned.map(({ next }) => yearOf(next)))].sort((a, b) => a - b);
  return years.map((year) => {
    const days = returned.filter(({ next }) => yearOf(next) === year).map((turn) => turn.days);
    return { year, median_d: median(days), mean_d: mean(days) };
  });
}
