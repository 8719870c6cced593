import { mean } from '@kardashev/kernels/numeric/statistics.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDay, launchOn, renewalLog } from '../../../testing/launch-log.ts';
import { KeyedRandom } from '../../random/philox.ts';
import { newYear } from './day.ts';
import { gammaDraw, gammaDraws, poissonDraw } from './draws.ts';
import type { Interval } from './interval.ts';
import type { LaunchLog, RecordedLaunch } from './log.ts';
import { fitGroundings, fitReliability } from './outcomes.ts';
import { fitGamma, fitPads } from './pad-fit.ts';
import { lnGamma, normalTail } from './special.ts';
import { fitTurnaround } from './turnaround.ts';

const holds = ({ p10, p90 }: Interval, value: number): boolean => p10 <= value && value <= p90;
/** Of so many seeds, how often an interval of 80 % should hold at least: chance of fewer is below one in a thousand. */
const [seeds, least] = [40, 24];

describe('special functions', () => {
  it('have their published values', () => {
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
    expect(lnGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
    expect(normalTail(1.96)).toBeCloseTo(0.0249978951482204, 14);
    expect(normalTail(6) / 9.865876450376946e-10).toBeCloseTo(1, 10);
    expect(normalTail(-1) + normalTail(1)).toBeCloseTo(1, 14);
  });

  it('agree across the seam of series and fraction', () => {
    expect(normalTail(3 - 1e-12) / normalTail(3 + 1e-12)).toBeCloseTo(1, 9);
  });
});

describe('draws', () => {
  it('have the moments of Gamma and Poisson', () => {
    const random = new KeyedRandom(3, 'test');
    for (const shape of [0.4, 1, 7]) {
      const sample = Float64Array.from({ length: 8000 }, (_, i) => gammaDraw(shape, random, i, 0));
      expect(mean(sample) / shape).toBeCloseTo(1, 1);
      expect(mean(sample.map((x) => (x - shape) ** 2)) / shape).toBeCloseTo(1, 0);
    }
    for (const wanted of [0.3, 30, 4000]) {
      const sample = Float64Array.from({ length: 8000 }, (_, i) =>
        poissonDraw(wanted, random, i, gammaDraws),
      );
      expect(mean(sample) / wanted).toBeCloseTo(1, 1);
    }
  });
});

describe('Gamma gaps of a pad', () => {
  it('are recovered within their intervals as often as these say', () => {
    let shapes = 0;
    let means = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const random = new KeyedRandom(seed, 'test/gaps');
      const { shape, mean_d } = fitGamma(
        Array.from({ length: 50 }, (_, i) => (gammaDraw(4, random, i, 0) * 9) / 4),
      );
      if (holds(shape, 4)) shapes++;
      if (holds(mean_d, 9)) means++;
    }
    expect(shapes).toBeGreaterThanOrEqual(least);
    expect(means).toBeGreaterThanOrEqual(least);
    expect(Math.min(shapes, means)).toBeLessThan(seeds);
  });

  it('scale with the unit of time, and keep their variation', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.5, max: 60, noNaN: true }), { minLength: 5, maxLength: 40 }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (gaps, factor) => {
          fc.pre(Math.max(...gaps) > 1.2 * Math.min(...gaps));
          const [one, other] = [fitGamma(gaps), fitGamma(gaps.map((gap) => gap * factor))];
          expect(other.mean_d.p50 / one.mean_d.p50 / factor).toBeCloseTo(1, 5);
          expect(other.variation.p50 / one.variation.p50).toBeCloseTo(1, 4);
        },
      ),
    );
  });

  it('are those of pads in use', () => {
    const old = renewalLog(1, newYear(2010), lastDay(2015), 4, () => 20, { pad: 'old' });
    const now = renewalLog(2, newYear(2015), lastDay(2020), 4, () => 10, { pad: 'now' });
    const pads = fitPads(
      [...old, ...now].sort((a, b) => a.day - b.day),
      lastDay(2020),
    );
    expect(pads.map(({ pad }) => pad)).toEqual(['now']);
    expect(pads[0]!.fit.mean_d.p50).toBeGreaterThan(8);
    expect(pads[0]!.fit.mean_d.p50).toBeLessThan(12);
  });
});

/** Boosters that learn by Wright's law; after each flight one in `lost` is gone, and the log ends while many wait. */
function fleetLog(seed: number, learning: number, scatter: number, lost: number): RecordedLaunch[] {
  const random = new KeyedRandom(seed, 'test/fleet');
  const slope = Math.log2(1 - learning);
  const ready: { day: number; booster: string }[] = [{ day: 14_000, booster: 'B0' }];
  const launches: RecordedLaunch[] = [];
  for (let n = 1; n <= 400; n++) {
    ready.sort((a, b) => a.day - b.day);
    const { day, booster } = ready.shift() ?? { day: launches.at(-1)!.day + 1, booster: `N${n}` };
    launches.push(launchOn(day, { booster }));
    // New boosters come as long as few fly.
    if (n % 12 === 0) ready.push({ day: day + 5, booster: `B${n}` });
    if (random.uniform(n, 0) < lost) continue;
    const days = 300 * n ** slope * Math.exp(scatter * random.normal(n, 1));
    ready.push({ day: day + Math.max(1, Math.round(days)), booster });
  }
  return launches.sort((a, b) => a.day - b.day);
}

describe('turnaround of boosters', () => {
  it('recovers learning and scatter with many still waiting, as often as the intervals say', () => {
    let learnt = 0;
    let scattered = 0;
    for (let seed = 0; seed < seeds; seed++) {
      const launches = fleetLog(seed, 0.25, 0.45, 0.05);
      const fit = fitTurnaround(launches, launches.at(-1)!.day)!;
      if (holds(fit.learning, 0.25)) learnt++;
      if (holds(fit.scatter, 0.45)) scattered++;
    }
    expect(learnt).toBeGreaterThanOrEqual(least);
    expect(scattered).toBeGreaterThanOrEqual(least);
  });

  it('is not fooled by waiting boosters, as those that returned alone are', () => {
    // One new booster a day, each flying twice; the log is cut off when three in four have not come back yet.
    const random = new KeyedRandom(5, 'test/cut');
    const launches: RecordedLaunch[] = [];
    for (let n = 0; n < 300; n++) {
      const days = Math.round(200 * Math.exp(0.5 * random.normal(n, 0)));
      launches.push(launchOn(n, { booster: `B${n}` }), launchOn(n + days, { booster: `B${n}` }));
    }
    const until = 300;
    const seen = launches.filter(({ day }) => day <= until).sort((a, b) => a.day - b.day);
    const fit = fitTurnaround(seen, until)!;
    const returned = fit.byYear.at(-1)!.median_d;
    expect(returned).toBeLessThan(170);
    expect(fit.median_d.p50).toBeGreaterThan(returned);
  });

  it('is not fitted on a handful', () => {
    expect(fitTurnaround([launchOn(1, { booster: 'a' }), launchOn(9, { booster: 'a' })], 20)).toBeUndefined();
  });
});

const logOf = (launches: RecordedLaunch[], groundLosses: { day: number; pad: string }[] = []): LaunchLog => ({
  launches,
  groundLosses,
  columns: new Set(['launch_date', 'outcome_code'] as const),
  rows: { used: launches.length, setAside: 0, reasons: {}, lines: {}, outOfOrder: 0 },
});

describe('outcomes', () => {
  const random = new KeyedRandom(1, 'test/outcomes');

  it('give Jeffreys’ interval where there was no failure', () => {
    const { success } = fitReliability(logOf(Array.from({ length: 100 }, (_, i) => launchOn(i))), random);
    // Beta(100.5, 0.5): half of it lies above 0.99773.
    expect(success.p50).toBeCloseTo(0.99773, 3);
  });

  it('see reliability grow where failures thin out, and not where they are even', () => {
    const with_ = (failed: (n: number) => boolean) =>
      fitReliability(
        logOf(Array.from({ length: 256 }, (_, i) => launchOn(i, { failed: failed(i + 1) }))),
        random,
      );
    const thinning = with_((n) => Number.isInteger(Math.log2(n)));
    const even = with_((n) => n % 16 === 8);
    expect(thinning.growthPower!.p90).toBeLessThan(1);
    expect(holds(even.growthPower!, 1)).toBe(true);
    expect(thinning.nextSuccess.p50).toBeGreaterThan(thinning.success.p50);
  });

  it('tell groundings, losses on the ground among them, and one that goes on', () => {
    const log = logOf(
      [
        launchOn(0),
        launchOn(10, { failed: true }),
        launchOn(110),
        launchOn(120),
        launchOn(300, { failed: true }),
      ],
      [{ day: 130, pad: 'A' }],
    );
    const { groundings, mean_d } = fitGroundings(log, 350, random);
    expect(groundings.map(({ days, to }) => [days, to === null])).toEqual([
      [100, false],
      [170, false],
      [50, true],
    ]);
    // 320 days over two that ended: the exponential's mean, by its Gamma posterior.
    expect(mean_d!.p50).toBeCloseTo(320 / 1.678, -1);
  });
});
