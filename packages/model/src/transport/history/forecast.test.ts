import { mean } from '@kardashev/kernels/numeric/statistics.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDay, launchOn, renewalLog } from '../../../testing/launch-log.ts';
import { KeyedRandom } from '../../random/philox.ts';
import { baseline, baselineNames, logisticFit } from './baselines.ts';
import { calibrate } from './calibrate.ts';
import { dayOf, newYear } from './day.ts';
import { demandDraws } from './demand.ts';
import { forecastOf } from './forecast.ts';
import { holdOut } from './holdout.ts';
import type { LaunchLog, RecordedLaunch } from './log.ts';
import { compare, rollingOrigins, yearCounts } from './origins.ts';
import { crpsOf, rankQuantile, scoredBy } from './score.ts';
import { streamsOf } from './streams.ts';

const growing = (seed: number): RecordedLaunch[] =>
  renewalLog(
    seed,
    newYear(2010),
    lastDay(2022),
    4,
    (day) => 60 * Math.exp((-0.25 * (day - newYear(2010))) / 365),
  );
const logOf = (launches: readonly RecordedLaunch[]): LaunchLog => ({
  launches,
  groundLosses: [],
  columns: new Set(['launch_date', 'pad', 'payload_type'] as const),
  rows: { used: launches.length, setAside: 0, reasons: {}, lines: {}, outOfOrder: 0 },
});

describe('CRPS', () => {
  it('is the absolute error of a sure forecast', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 500 }),
        (at, came) => {
          expect(crpsOf(new Float64Array(50).fill(at), came)).toBeCloseTo(Math.abs(at - came), 6);
        },
      ),
    );
  });

  it('is that of the normal distribution in closed form', () => {
    const random = new KeyedRandom(1, 'test');
    const sample = Float64Array.from({ length: 20_000 }, (_, i) => random.normal(i, 0)).sort();
    // Gneiting and Raftery 2007: at the mean, σ·(√2 − 1)/√π.
    expect(crpsOf(sample, 0)).toBeCloseTo((Math.SQRT2 - 1) / Math.sqrt(Math.PI), 2);
  });

  it('is never negative, and never better for a shifted truth than the best', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 2, maxLength: 60 }),
        fc.nat(300),
        (values, came) => {
          const sorted = Float64Array.from(values).sort();
          expect(crpsOf(sorted, came)).toBeGreaterThanOrEqual(-1e-9);
          const best = crpsOf(sorted, rankQuantile(sorted, 0.5));
          expect(crpsOf(sorted, came)).toBeGreaterThanOrEqual(best - 1e-9);
        },
      ),
    );
  });
});

describe('demand', () => {
  it('recovers growth within its interval about as often as it says', () => {
    let held = 0;
    const seeds = 30;
    for (let seed = 0; seed < seeds; seed++) {
      const random = new KeyedRandom(seed, 'test/demand');
      const counts = Array.from({ length: 12 }, (_, year) =>
        Math.round(20 * Math.exp(0.2 * year + 0.15 * random.normal(year, 0))),
      );
      const { growth } = demandDraws(counts, 1, 1000, random.at(1), 0);
      if (growth.p10 <= Math.expm1(0.2) && Math.expm1(0.2) <= growth.p90) held++;
    }
    expect(held).toBeGreaterThanOrEqual(18);
  });

  it('takes zeros and large counts alike', () => {
    for (const counts of [
      [0, 0, 0, 1],
      [1, 0, 3, 900],
      [50_000, 60_000, 55_000],
    ]) {
      const { rates, now_perYear } = demandDraws(counts, 3, 400, new KeyedRandom(1, 'test'), 0);
      expect(rates.every((year) => year.every((rate) => rate > 0 && Number.isFinite(rate)))).toBe(true);
      expect(now_perYear.p10).toBeLessThanOrEqual(now_perYear.p90);
    }
  });

  it('counts each launch in one stream and one year', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 14_000, max: 19_000 }), fc.integer({ min: 0, max: 12 })), {
          minLength: 1,
        }),
        fc.integer({ min: 19_000, max: 19_800 }),
        (entries, until) => {
          const launches = entries.map(([day, kind]) => launchOn(day, { payloadType: `k${kind}` }));
          const streams = streamsOf(launches, until);
          expect(streams.length).toBeLessThanOrEqual(7);
          const counted = streams.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0);
          expect(counted).toBe(launches.length);
        },
      ),
    );
  });
});

describe('a forecast', () => {
  const launches = growing(1);
  const until = lastDay(2022);

  it('is the same from the same seed, and another from another', () => {
    const draw = (seed: number) => [...forecastOf(launches, until, [2023], seed, 500).years[0]!.sorted];
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('is of whole launches in rising quantiles, and at least what was already seen of its year', () => {
    const middle = dayOf('2022-09-30');
    const seen = launches.filter(({ day }) => day >= newYear(2022) && day <= middle);
    const known = launches.filter(({ day }) => day <= middle);
    const [rest, year] = forecastOf(known, middle, [2022, 2023], 1, 500).years.map(({ sorted }) => sorted);
    expect(rest!.every((count) => Number.isInteger(count) && count >= seen.length)).toBe(true);
    expect(rankQuantile(rest!, 0.1)).toBeLessThanOrEqual(rankQuantile(rest!, 0.9));
    const width = (sorted: Float64Array) => rankQuantile(sorted, 0.9) - rankQuantile(sorted, 0.1);
    expect(width(rest!)).toBeLessThan(width(year!));
  });

  it('does not outgrow what its pads can serve', () => {
    // One pad, gaps of ten days to the hour for eight years, then asked for ever more by a new kind of customer.
    const steady = Array.from({ length: 290 }, (_, i) => launchOn(newYear(2012) + 10 * i));
    const kinds = steady.map((launch, i) => ({
      ...launch,
      payloadType: i > 230 && i % 3 > 0 ? 'new' : 'old',
    }));
    const end = kinds.at(-1)!.day;
    const { capacity, years } = forecastOf(kinds, end, [2021], 1, 500);
    expect(mean(capacity!.now_perYear)).toBeCloseTo(36.5, 0);
    expect(rankQuantile(years[0]!.sorted, 0.5)).toBeLessThan(46);
  });

  it('holds what comes about as often as it says, on logs that grow as it assumes', () => {
    const scores = Array.from({ length: 5 }, (_, seed) => rollingOrigins(growing(seed), until, 1)).flat();
    const { coverage } = compare(scores)!;
    expect(coverage).toBeGreaterThan(0.65);
  }, 60_000);

  it('knows nothing of what comes after its origin', () => {
    const before = rollingOrigins(launches, lastDay(2021), 1).filter(({ origin }) => origin === 2019);
    const after = rollingOrigins(
      [...launches, ...Array.from({ length: 300 }, (_, i) => launchOn(newYear(2022) + i))].sort(
        (a, b) => a.day - b.day,
      ),
      until,
      1,
    ).filter(({ origin }) => origin === 2019);
    expect(after.map(({ p10, p50, p90 }) => [p10, p50, p90])).toEqual(
      before.map(({ p10, p50, p90 }) => [p10, p50, p90]),
    );
  });
});

describe('baselines', () => {
  const years = (f: (year: number) => number) =>
    Array.from({ length: 9 }, (_, i) => ({ year: 2010 + i, launches: f(i) }));
  const medianOf = (name: (typeof baselineNames)[number], f: (year: number) => number): number =>
    rankQuantile(baseline(name, years(f), 2020, 1)!, 0.5);

  it('follow their own curves without error', () => {
    expect(medianOf('linear', (i) => 3 + 2 * i)).toBeCloseTo(23, 6);
    expect(medianOf('exponential', (i) => 2 * 1.3 ** i)).toBeCloseTo(2 * 1.3 ** 10, 6);
    const curve = (i: number) => 80 / (1 + Math.exp(-0.7 * (i - 5)));
    expect(medianOf('logistic', curve)).toBeCloseTo(curve(10), 2);
  });

  it('draw the line through the last four years only, and bound the logistic curve at 1,000 a year', () => {
    expect(medianOf('linear', (i) => (i < 5 ? 500 : 10 * i))).toBeCloseTo(100, 6);
    expect(logisticFit(years((i) => 900 * 1.6 ** i)).most).toBeLessThanOrEqual(1000);
  });

  it('are left out where there are too few years', () => {
    expect(baselineNames.map((name) => baseline(name, years((i) => i + 1).slice(0, 2), 2013, 1))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('leave years of no launch to the line and the logistic curve', () => {
    const gap = years((i) => (i === 1 ? 0 : 2 + i));
    expect(rankQuantile(baseline('exponential', gap, 2020, 1)!, 0.5)).toBeGreaterThan(0);
    expect(yearCounts([launchOn(newYear(2010)), launchOn(newYear(2012))], lastDay(2012))).toEqual([
      { year: 2010, launches: 1 },
      { year: 2011, launches: 0 },
      { year: 2012, launches: 1 },
    ]);
  });
});

describe('calibration', () => {
  const whole = logOf(growing(3));

  it('scores by what came, and by full years only', () => {
    const until = lastDay(2020);
    const made = calibrate(whole, 'log.csv', until, [2021, 2022, 2023], 1);
    if (!made.ok) throw new Error(made.faults[0]!.code);
    const score = holdOut(made.value, whole, 'log.csv', 1);
    if (!score.ok) throw new Error(score.faults[0]!.code);
    expect(score.value.incomplete).toEqual([2023]);
    expect(score.value.forecasts.map(({ year, launches }) => [year, launches])).toEqual(
      yearCounts(whole.launches, lastDay(2022))
        .filter(({ year }) => year > 2020)
        .map(({ year, launches }) => [year, launches]),
    );
    const { sorted } = made.value.draws.years[0]!;
    expect(score.value.forecasts[0]!.score).toEqual(scoredBy(sorted, score.value.forecasts[0]!.launches));
    expect(Object.keys(score.value.baselines)).toEqual([...baselineNames]);
  });

  it('refuses logs that are too short or end early, and years that it cannot forecast', () => {
    const codes = (launches: readonly RecordedLaunch[], until: number, years: number[]) => {
      const made = calibrate(logOf(launches), 'log.csv', until, years, 1);
      return made.ok ? [] : made.faults.map(({ code }) => code);
    };
    expect(codes(whole.launches.slice(0, 5), lastDay(2022), [2023])).toEqual(['log/too-short']);
    expect(codes(whole.launches, lastDay(2025), [2026])).toEqual(['log/ends-early']);
    expect(codes(whole.launches, lastDay(2022), [2022])).toEqual(['log/forecast-years']);
    expect(codes(whole.launches, lastDay(2022), [2099])).toEqual(['log/forecast-years']);
  });

  it('tells of silent stretches and of rows that were out of order', () => {
    const holed = whole.launches.filter(({ day }) => day < newYear(2020) || day >= newYear(2021));
    const log = {
      ...logOf(holed),
      rows: { ...whole.rows, outOfOrder: 2, lines: { 'out-of-order': [7, 9] } },
    };
    const made = calibrate(log, 'log.csv', lastDay(2022), [2023], 1);
    expect(made.ok && made.value.remarks.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['out-of-order', 'silent-stretch', 'no-column']),
    );
    expect(made.ok && made.value.remarks.some(({ code }) => code === 'several-vehicles')).toBe(false);
  });

  it('tells of a log that mixes vehicles', () => {
    const mixed = logOf(
      whole.launches.map((one, index) => ({ ...one, vehicle: index % 5 === 0 ? 'Other' : 'One' })),
    );
    const made = calibrate(mixed, 'log.csv', lastDay(2022), [2023], 1);
    expect(made.ok && made.value.remarks.map(({ code }) => code)).toContain('several-vehicles');
  });
});
