import type { Keyed } from '../../random/keyed.ts';
import { demandPrior } from './assumptions.ts';
import { type Interval, intervalOf } from './interval.ts';

/**
 * Launches that one kind of customer asks for, year by year. The logarithm of the rate is a trend k and a passing
 * excess u; counts are Poisson:
 *
 *     k' = k + m + s_k·z,   u' = ρ·u + s_u·z,   N ~ Poisson(exp(k + u))
 *
 * So a slump is made up for, and a change of pace is kept, as far as the record tells them apart.
 */
export interface DemandDraws {
  /** Rates a year in each year to come, and in each of them one a draw. */
  readonly rates: readonly Float64Array[];
  readonly now_perYear: Interval;
  /** Growth of the trend a year: 0.4 is 40 %. */
  readonly growth: Interval;
  /** Share of an excess that is left after a year. */
  readonly persistence: Interval;
  /** Standard deviation of the logarithm that a year adds to trend and excess. */
  readonly trendScatter: Interval;
  readonly excessScatter: Interval;
}

interface Theta {
  readonly m: number;
  readonly trend: number;
  readonly excess: number;
  readonly rho: number;
}

/** Mean and covariance of (k, u), and the log-likelihood of what was seen so far. */
interface Belief {
  k: number;
  u: number;
  kk: number;
  ku: number;
  uu: number;
  likelihood: number;
}

const drawsOf = { m: 0, trend: 1, excess: 2, rho: 3, k: 4, u: 5, resample: 6, future: 8 };

/**
 * Posterior draws of the parameters by importance from their prior, each with its own filter, and the years to come
 * from them. `entity` is the first of `draws` + 1 entities of chance that the draws may use.
 */
export function demandDraws(
  counts: readonly number[],
  years: number,
  draws: number,
  random: Keyed,
  entity: number,
): DemandDraws {
  const thetas = Array.from({ length: draws }, (_, i) => priorDraw(random, entity + i));
  const beliefs = thetas.map((theta) => filter(counts, theta));
  const chosen = resample(
    beliefs.map((belief) => belief.likelihood),
    random.uniform(entity + draws, drawsOf.resample),
  );
  const rates = Array.from({ length: years }, () => new Float64Array(draws));
  const now = new Float64Array(draws);
  chosen.forEach((from, i) => {
    now[i] = goOn(thetas[from]!, beliefs[from]!, rates, random, entity + i, i);
  });
  const of = (f: (theta: Theta) => number): Interval => intervalOf(chosen.map((from) => f(thetas[from]!)));
  return {
    rates,
    now_perYear: intervalOf(now),
    growth: of(({ m }) => Math.expm1(m)),
    persistence: of(({ rho }) => rho),
    trendScatter: of(({ trend }) => trend),
    excessScatter: of(({ excess }) => excess),
  };
}

function priorDraw(random: Keyed, entity: number): Theta {
  const { growth, trend, excess, persistence } = demandPrior;
  return {
    m: growth.mean + growth.sd * random.normal(entity, drawsOf.m),
    trend: Math.abs(trend.sd * random.normal(entity, drawsOf.trend)),
    excess: Math.abs(excess.sd * random.normal(entity, drawsOf.excess)),
    rho: persistence.most * random.uniform(entity, drawsOf.rho),
  };
}

function filter(counts: readonly number[], { m, trend, excess, rho }: Theta): Belief {
  const { level } = demandPrior;
  const belief = {
    k: Math.log(Math.max(level.least, counts[0] ?? 0)),
    u: 0,
    kk: level.sd ** 2,
    ku: 0,
    uu: excess ** 2 / (1 - rho ** 2),
    likelihood: 0,
  };
  for (let year = 0; year < counts.length; year++) {
    if (year > 0) {
      belief.k += m;
      belief.u *= rho;
      belief.kk += trend ** 2;
      belief.ku *= rho;
      belief.uu = rho ** 2 * belief.uu + excess ** 2;
    }
    see(belief, counts[year] as number);
  }
  return belief;
}

/** Takes in one Poisson count, by Laplace's approximation about the likeliest rate. */
function see(belief: Belief, count: number): void {
  const expected = belief.k + belief.u;
  const withK = belief.kk + belief.ku;
  const withU = belief.ku + belief.uu;
  const before = withK + withU;
  let x = expected;
  for (let round = 0; round < 50; round++) {
    const rate = Math.exp(x);
    const move = (count - rate - (x - expected) / before) / (rate + 1 / before);
    x += Math.max(-1, Math.min(1, move));
    if (Math.abs(move) < 1e-9) break;
  }
  const after = 1 / (1 / before + Math.exp(x));
  belief.likelihood +=
    count * x - Math.exp(x) - (x - expected) ** 2 / (2 * before) + Math.log(after / before) / 2;
  const gainK = withK / before;
  const gainU = withU / before;
  belief.k += gainK * (x - expected);
  belief.u += gainU * (x - expected);
  const known = before - after;
  belief.kk -= gainK * gainK * known;
  belief.ku -= gainK * gainU * known;
  belief.uu -= gainU * gainU * known;
}

/** Systematic resampling by weights given as logarithms. */
function resample(logWeights: readonly number[], offset: number): number[] {
  const most = logWeights.reduce((high, value) => Math.max(high, value), -Infinity);
  const weights = logWeights.map((value) => Math.exp(value - most));
  const total = weights.reduce((sum, value) => sum + value, 0);
  const chosen: number[] = [];
  let reached = 0;
  weights.forEach((weight, index) => {
    reached += (weight / total) * weights.length;
    while (chosen.length + offset < reached && chosen.length < weights.length) chosen.push(index);
  });
  while (chosen.length < weights.length) chosen.push(weights.length - 1);
  return chosen;
}

/** One future of a draw; the present rate is returned. */
function goOn(
  { m, trend, excess, rho }: Theta,
  belief: Belief,
  rates: readonly Float64Array[],
  random: Keyed,
  entity: number,
  i: number,
): number {
  const z = random.normal(entity, drawsOf.k);
  const deviation = Math.sqrt(belief.kk);
  const tied = belief.ku / deviation;
  let k = belief.k + deviation * z;
  let u =
    belief.u + tied * z + Math.sqrt(Math.max(0, belief.uu - tied ** 2)) * random.normal(entity, drawsOf.u);
  const now = Math.exp(k + u);
  rates.forEach((year, ahead) => {
    k += m + trend * random.normal(entity, drawsOf.future + 2 * ahead);
    u = rho * u + excess * random.normal(entity, drawsOf.future + 2 * ahead + 1);
    year[i] = Math.exp(Math.min(most, k + u));
  });
  return now;
}

/** Logarithm of a rate beyond which no launch log will be: it only keeps sums finite. */
const most = 16;
