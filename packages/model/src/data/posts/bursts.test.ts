import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyedRandom } from '../../random/philox.ts';
import { BurstDetector } from './bursts.ts';

/** Times of a Poisson stream, to the second; `rate` may change with time. */
function stream(seed: number, days: number, peak_perHour: number, rate_perHour: (time_s: number) => number) {
  const random = new KeyedRandom(seed, 'posts');
  const times: number[] = [];
  let time_s = 0;
  for (let draw = 0; time_s < days * 86_400; draw++) {
    time_s -= (Math.log(1 - random.uniform(0, 2 * draw)) * 3600) / peak_perHour;
    if (random.uniform(0, 2 * draw + 1) * peak_perHour < rate_perHour(time_s)) times.push(Math.floor(time_s));
  }
  return times;
}

const told = (times: readonly number[]): number[] => {
  const detector = new BurstDetector();
  return times.flatMap((time_s) => detector.push(time_s).burst?.at_s ?? []);
};

describe('BurstDetector', () => {
  it.each([0.5, 5, 50])(
    'raises about one false alarm in three weeks of a calm stream of %d an hour',
    (rate) => {
      expect(told(stream(1, 210, rate, () => rate)).length).toBeLessThanOrEqual(30);
    },
  );

  it('takes a day for a day: rates that swing tenfold from night to noon are no events', () => {
    const day = (time_s: number) => 30 * (1 + 0.8 * Math.sin((time_s / 86_400) * 2 * Math.PI));
    expect(told(stream(2, 84, 54, day)).length).toBeLessThanOrEqual(10);
  });

  it('tells a rise within a few posts, whatever the rate', () => {
    for (const rate of [0.5, 5, 50]) {
      const onset_s = 3 * 86_400;
      const times = stream(3, 3, rate, () => rate).filter((time_s) => time_s < onset_s);
      const spacing_s = 36 / Math.max(1, rate);
      const event = Array.from({ length: 30 }, (_, post) => Math.floor(onset_s + (1 + post) * spacing_s));
      const [at_s = Number.NaN] = told([...times, ...event]).filter((time_s) => time_s >= onset_s);
      expect(at_s - onset_s).toBeLessThanOrEqual(8 * spacing_s);
    }
  });

  it('counts echoes once: where every post comes twice, two of them are no burst', () => {
    const twice = stream(4, 60, 1, () => 1).flatMap((time_s) => [time_s, time_s + 3]);
    expect(told(twice).length).toBeLessThanOrEqual(14);
  });

  it('tells a burst once, and again after calm', () => {
    const calm = Array.from({ length: 48 }, (_, hour) => hour * 3600);
    const burst = (from_s: number) => Array.from({ length: 50 }, (_, post) => from_s + 5 * post);
    const later = Array.from({ length: 48 }, (_, hour) => (50 + hour) * 3600);
    const times = [...calm, ...burst(48 * 3600), ...later, ...burst(99 * 3600)];
    expect(told(times)).toHaveLength(2);
  });

  it('is not moved by what is told late, dated ahead, or heard after an outage', () => {
    const detector = new BurstDetector();
    const times = stream(5, 4, 40, () => 40);
    const alarms: number[] = [];
    const push = (time_s: number) => {
      const { taken, burst } = detector.push(time_s);
      if (burst !== undefined) alarms.push(burst.at_s);
      return taken;
    };
    for (const time_s of times) push(time_s);
    const last_s = times.at(-1)!;
    for (let post = 0; post < 100; post++) expect(push(last_s - 4000 - post)).toBe('late');
    expect(push(last_s + 50 * 86_400)).toBe('leap');
    for (const time_s of stream(6, 2, 40, () => 40)) push(last_s + 30 * 3600 + time_s);
    expect(alarms.length).toBeLessThanOrEqual(1);
  });

  it('decides with what had arrived: what comes after changes nothing before', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 7200 }), { maxLength: 60 }), fc.nat(60), (gaps, cut) => {
        let time_s = 0;
        const times = gaps.map((gap_s) => (time_s += gap_s));
        const early = told(times.slice(0, cut));
        expect(told(times).slice(0, early.length)).toEqual(early);
      }),
    );
  });
});
