import { KeyedRandom } from '../../random/philox.ts';
import { forecastDraws } from './assumptions.ts';
import { type CapacityDraws, capacityDraws } from './capacity.ts';
import { newYear, yearsBefore } from './day.ts';
import { type DemandDraws, demandDraws } from './demand.ts';
import { poissonDraw } from './draws.ts';
import type { Interval } from './interval.ts';
import type { RecordedLaunch } from './log.ts';
import { rankQuantile } from './score.ts';
import { streamsOf } from './streams.ts';

/** Launches in calendar years, as sorted draws, with what they were made of. */
export interface Forecast {
  readonly years: readonly { readonly year: number; readonly sorted: Float64Array }[];
  readonly demand: readonly (DemandDraws & { readonly stream: string; readonly launches: number })[];
  readonly capacity: CapacityDraws | undefined;
}

/**
 * Draws of yearly counts after the day `until`, from launches up to it: the lesser of what all kinds of customers ask
 * for and what the pads can serve, which grows as they learn. Days of the first year that have passed are counted.
 */
export function forecastOf(
  launches: readonly RecordedLaunch[],
  until: number,
  years: readonly number[],
  seed: number,
  draws = forecastDraws,
): Forecast {
  const ahead = Math.max(1, ...years.map((year) => yearsAhead(until, year)));
  const random = new KeyedRandom(seed, 'transport/history');
  const demand = streamsOf(launches, until).map(({ name, counts }, index) => ({
    stream: name,
    launches: counts.reduce((sum, count) => sum + count, 0),
    ...demandDraws(counts, ahead, draws, random.at(index), 0),
  }));
  const capacity = capacityDraws(launches, until, draws, random.at(chance.capacity), 0);
  const served = serve(
    demand.map(({ rates }) => rates),
    capacity,
    launches.length,
    ahead,
    draws,
  );
  random.at(chance.counts);
  return {
    years: years.map((year) => ({ year, sorted: countsIn(year, launches, until, served, draws, random) })),
    demand,
    capacity,
  };
}

/** Places of chance beside those of the streams. */
const chance = { capacity: 1000, counts: 1001 };

/** How many years after `until` it takes to hold a calendar year. */
function yearsAhead(until: number, year: number): number {
  let ahead = 0;
  while (yearsBefore(until, -ahead) < newYear(year + 1) - 1) ahead++;
  return ahead;
}

/** Expected launches in each year to come, a row a year: demand as far as pads serve it. */
function serve(
  demand: readonly (readonly Float64Array[])[],
  capacity: CapacityDraws | undefined,
  done: number,
  ahead: number,
  draws: number,
): Float64Array[] {
  const served = Array.from({ length: ahead }, () => new Float64Array(draws));
  for (let i = 0; i < draws; i++) {
    let flown = done;
    for (let year = 0; year < ahead; year++) {
      const wanted = demand.reduce((sum, rates) => sum + (rates[year]![i] as number), 0);
      const most = capacity === undefined ? Infinity : learnt(capacity, i, done, flown, wanted);
      served[year]![i] = Math.min(wanted, most);
      flown += Math.min(wanted, most);
    }
  }
  return served;
}

/** Capacity of a draw in the middle of a year, by then learnt from half of its launches. */
function learnt(
  { now_perYear, slope }: CapacityDraws,
  i: number,
  done: number,
  flown: number,
  wanted: number,
): number {
  const now = now_perYear[i] as number;
  const middle = flown + Math.min(wanted, now) / 2;
  return now * (middle / done) ** -(slope[i] as number);
}

/** Counts of a calendar year: what was seen of it, and Poisson chance about what is expected of the rest. */
function countsIn(
  year: number,
  launches: readonly RecordedLaunch[],
  until: number,
  served: readonly Float64Array[],
  draws: number,
  random: KeyedRandom,
): Float64Array {
  const [from, to] = [newYear(year), newYear(year + 1) - 1];
  const seen = launches.filter(({ day }) => day >= from && day <= to).length;
  const shares = served.map((_, ahead) => {
    const [begin, end] = [yearsBefore(until, -ahead), yearsBefore(until, -ahead - 1)];
    return Math.max(0, Math.min(end, to) - Math.max(begin, from - 1)) / (end - begin);
  });
  const counts = new Float64Array(draws);
  for (let i = 0; i < draws; i++) {
    const mean = served.reduce((sum, rates, ahead) => sum + shares[ahead]! * (rates[i] as number), 0);
    counts[i] = seen + poissonDraw(mean, random, i, year);
  }
  return counts.sort();
}

/** P10, P50 and P90 of sorted counts: counts themselves. */
export function countInterval(sorted: ArrayLike<number>): Interval {
  return { p10: rankQuantile(sorted, 0.1), p50: rankQuantile(sorted, 0.5), p90: rankQuantile(sorted, 0.9) };
}
