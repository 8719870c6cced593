import type { KeyedRandom } from '../../random/philox.ts';
import { forecastDraws } from './assumptions.ts';
import { dateOf } from './day.ts';
import { gammaDraw, gammaDraws } from './draws.ts';
import { type Interval, intervalOf } from './interval.ts';
import type { GroundLoss, LaunchLog } from './log.ts';

/** How reliable launches were. */
export interface ReliabilityFit {
  readonly launches: number;
  readonly failures: number;
  /** Chance that a launch succeeds, all launches alike: Jeffreys' prior, Beta(½, ½). */
  readonly success: Interval;
  /** Crow–AMSAA: failures in n launches grow as n to this power; below 1, reliability grows. Null without failures. */
  readonly growthPower: Interval | null;
  /** Chance that the next launch succeeds, by that growth; without failures as `success`. */
  readonly nextSuccess: Interval;
  readonly launchesSinceFailure: number;
}

/** A pause of all launches after a mishap. */
export interface Grounding {
  readonly from: string;
  /** First launch after it; null where there was none yet. */
  readonly to: string | null;
  readonly days: number;
}

export interface GroundingFit {
  readonly groundings: readonly Grounding[];
  /** Mean length if lengths are exponential, a pause that goes on counted for as long as it lasts. */
  readonly mean_d: Interval | null;
}

const jeffreys = 0.5;

export function fitReliability(log: LaunchLog, random: KeyedRandom): ReliabilityFit {
  const n = log.launches.length;
  const failedAt = log.launches.flatMap(({ failed }, index) => (failed ? [index + 1] : []));
  const failures = failedAt.length;
  const draw = (shape: number, i: number, place: number): number =>
    gammaDraw(shape, random, i, place * gammaDraws);
  const each = (f: (i: number) => number): Interval =>
    intervalOf(Array.from({ length: forecastDraws }, (_, i) => f(i)));
  const success = each((i) => {
    const good = draw(n - failures + jeffreys, i, 0);
    return good / (good + draw(failures + jeffreys, i, 1));
  });
  // In n launches the sum of ln(n/at) is Gamma(failures) over the power; the expected count is Gamma(failures) too.
  const logs = failedAt.reduce((sum, at) => sum + Math.log(n / (at - jeffreys)), 0);
  const power = (i: number): number => draw(failures, i, 2) / logs;
  return {
    launches: n,
    failures,
    success,
    growthPower: failures === 0 ? null : each(power),
    nextSuccess:
      failures === 0 ? success : each((i) => Math.exp((-power(i) * draw(failures + jeffreys, i, 3)) / n)),
    launchesSinceFailure: n - (failedAt.at(-1) ?? 0),
  };
}

/** Pauses from each failure or loss on the ground to the next launch. */
export function fitGroundings(log: LaunchLog, until: number, random: KeyedRandom): GroundingFit {
  const mishaps: GroundLoss[] = [...log.launches.filter(({ failed }) => failed), ...log.groundLosses];
  const groundings = mishaps
    .map(({ day }) => day)
    .sort((a, b) => a - b)
    .map((day) => {
      const next = log.launches.find((launch) => launch.day > day)?.day;
      return { from: dateOf(day), to: next === undefined ? null : dateOf(next), days: (next ?? until) - day };
    });
  const ended = groundings.filter(({ to }) => to !== null).length;
  const total = groundings.reduce((sum, { days }) => sum + days, 0);
  const mean_d =
    ended === 0
      ? null
      : intervalOf(
          Array.from(
            { length: forecastDraws },
            (_, i) => total / gammaDraw(ended, random, i, 4 * gammaDraws),
          ),
        );
  return { groundings, mean_d };
}
