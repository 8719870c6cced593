import { KeyedRandom } from '../../random/philox.ts';
import { forecastDraws } from './assumptions.ts';
import { gammaDraw } from './draws.ts';
import { solve } from './likelihood.ts';

/** Curves through yearly counts that a forecast must beat, each with bands from its own residuals. */
export const baselineNames = ['linear', 'exponential', 'logistic'] as const;
export type BaselineName = (typeof baselineNames)[number];

/** Launches in a full calendar year. */
export interface YearCount {
  readonly year: number;
  readonly launches: number;
}

/** Years that the straight line is drawn through. */
const lineYears = 4;
/** Most launches a year at which the logistic curve may level off. */
const mostLogistic = 1000;

/** Sorted draws of a baseline for a year; undefined where there are too few years for it. */
export function baseline(
  name: BaselineName,
  counts: readonly YearCount[],
  year: number,
  seed: number,
): Float64Array | undefined {
  const random = new KeyedRandom(seed, `transport/history/${name}`).at(year);
  if (name === 'linear') return line(counts.slice(-lineYears), year, (y) => y, random);
  const positive = counts.filter(({ launches }) => launches > 0);
  if (name === 'exponential') return line(positive, year, bounded, random, Math.log);
  return logistic(counts, year, random);
}

/** Student's t has tails so long that their exponentials would have no mean: e^16 launches are enough. */
const bounded = (y: number): number => Math.exp(Math.min(16, y));

/** A straight line through counts, or their logarithms, with the prediction interval of least squares (Student's t). */
function line(
  counts: readonly YearCount[],
  year: number,
  back: (y: number) => number,
  random: KeyedRandom,
  to: (y: number) => number = (y) => y,
): Float64Array | undefined {
  const freedom = counts.length - 2;
  if (freedom < 1) return undefined;
  const x = counts.map((count) => count.year - year);
  const y = counts.map((count) => to(count.launches));
  const [sx, sy] = [x, y].map((values) => values.reduce((sum, value) => sum + value, 0)) as [number, number];
  const sxx = x.reduce((sum, value) => sum + value * value, 0);
  const sxy = x.reduce((sum, value, i) => sum + value * (y[i] as number), 0);
  const n = x.length;
  const [at, slope] = solve(
    [
      [n, sx],
      [sx, sxx],
    ],
    [sy, sxy],
  ) as [number, number];
  const squares = x.reduce((sum, value, i) => sum + ((y[i] as number) - at - slope * value) ** 2, 0);
  // The forecast year is the origin of x, so its leverage is one element of the inverse.
  const leverage = sxx / (n * sxx - sx * sx);
  const deviation = Math.sqrt((squares / freedom) * (1 + leverage));
  return sample((i) => {
    const chi = 2 * gammaDraw(freedom / 2, random, i, 1);
    return Math.max(0, back(at + (deviation * random.normal(i, 0)) / Math.sqrt(chi / freedom)));
  });
}

/** Least squares of a logistic curve, normal bands of its residuals. */
function logistic(counts: readonly YearCount[], year: number, random: KeyedRandom): Float64Array | undefined {
  const freedom = counts.length - 3;
  if (freedom < 1) return undefined;
  const best = logisticFit(counts);
  const deviation = Math.sqrt(best.squares / freedom);
  const centre = best.most * shareAt(best, year);
  return sample((i) => Math.max(0, centre + deviation * random.normal(i, 0)));
}

interface Logistic {
  readonly most: number;
  readonly rate: number;
  readonly middle: number;
  readonly squares: number;
}

const shareAt = ({ rate, middle }: Pick<Logistic, 'rate' | 'middle'>, year: number): number =>
  1 / (1 + Math.exp(-rate * (year - middle)));

const rounds = 12;
const steps = 24;

/** The best curve on grids of rate and middle, each finer than the one before; its height is linear and solved for. */
export function logisticFit(counts: readonly YearCount[]): Logistic {
  const [first, last] = [counts[0]!.year, counts.at(-1)!.year];
  let best: Logistic = { most: 1, rate: 1, middle: last, squares: Infinity };
  let [rateFrom, rateTo, middleFrom, middleTo] = [0.01, 4, first - 5, last + 40];
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i <= steps; i++) {
      for (let j = 0; j <= steps; j++) {
        const rate = rateFrom + ((rateTo - rateFrom) * i) / steps;
        const middle = middleFrom + ((middleTo - middleFrom) * j) / steps;
        const found = highestAt(counts, rate, middle);
        if (found.squares < best.squares) best = found;
      }
    }
    const [rateWidth, middleWidth] = [(rateTo - rateFrom) / 4, (middleTo - middleFrom) / 4];
    [rateFrom, rateTo] = [Math.max(0.001, best.rate - rateWidth), best.rate + rateWidth];
    [middleFrom, middleTo] = [best.middle - middleWidth, best.middle + middleWidth];
  }
  return best;
}

function highestAt(counts: readonly YearCount[], rate: number, middle: number): Logistic {
  let above = 0;
  let below = 0;
  for (const { year, launches } of counts) {
    const share = shareAt({ rate, middle }, year);
    above += share * launches;
    below += share * share;
  }
  const most = Math.max(1, Math.min(mostLogistic, above / below));
  const squares = counts.reduce(
    (sum, { year, launches }) => sum + (launches - most * shareAt({ rate, middle }, year)) ** 2,
    0,
  );
  return { most, rate, middle, squares };
}

const sample = (draw: (i: number) => number): Float64Array =>
  Float64Array.from({ length: forecastDraws }, (_, i) => draw(i)).sort();
