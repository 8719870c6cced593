import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectValue, houseCatalogue } from '../../../testing/house.ts';
import { radians } from '../../sky/angle.ts';
import { elevationAlong, passes } from '../../sky/passes.ts';
import { sgp4Satellite, sgp4Trajectory } from '../../sky/sgp4.ts';
import { readTle } from '../../sky/tle.ts';
import { assumptionsOf } from '../assumptions.ts';
import { dataSchema } from '../schema.ts';
import { afterLook, worthOfLook } from './answer.ts';
import { chainOf } from './chain.ts';
import { groundOf, sunElevation_rad } from './geometry.ts';
import { Looks } from './looks.ts';
import { reportPass } from './report.ts';
import { taskingSchema } from './schema.ts';
import { onOrbit, type Scene, sentRaw } from './ways-down.ts';
import { simulateSeason } from './worth-sending.ts';

const catalogue = houseCatalogue();
const tasking = expectValue(assumptionsOf('tasking', taskingSchema, catalogue));
const imager = expectValue(
  assumptionsOf('data', { section: dataSchema.section, collections: {} }, catalogue),
);

/** The example of AIAA 2006-6753, a low satellite with drag; its epoch is day 179.78 of 2006. */
const set = expectValue(
  readTle(`1 06251U 62025E   06176.82412014  .00008885  00000-0  12808-3 0  3985
2 06251  58.0579  54.0425 0030035 139.1568 221.1854 15.56387291  6774`),
).sets[0]!;
const satellite = expectValue(sgp4Satellite(set));
const place = { latitude_rad: radians(10.1), longitude_rad: radians(-85.3) };

describe('looks', () => {
  const span_s = 3 * 86_400;
  const looks = new Looks(place, radians(60)).of(satellite, set.epoch_d, span_s);

  it('finds each pass that comes near enough, and where it stands highest', () => {
    const trajectory = sgp4Trajectory(satellite, set.epoch_d);
    const high = passes(trajectory, place, radians(30), 0, span_s);
    expect(high.length).toBeGreaterThan(2);
    for (const { from_s, to_s } of high) {
      const within = looks.filter(({ look_d }) => {
        const t_s = (look_d - set.epoch_d) * 86_400;
        return t_s >= from_s && t_s <= to_s;
      });
      expect(within).toHaveLength(1);
      const t_s = (within[0]!.look_d - set.epoch_d) * 86_400;
      const elevation = elevationAlong(trajectory, place);
      expect(within[0]!.sight.elevation_rad).toBeCloseTo(elevation(t_s), 9);
      expect(elevation(t_s)).toBeGreaterThan(Math.max(elevation(t_s - 2), elevation(t_s + 2)));
    }
  });

  it('is the same whether time is searched at once or in pieces', () => {
    const pieces = Array.from({ length: 72 }, (_, hour) =>
      new Looks(place, radians(60)).of(satellite, set.epoch_d + hour / 24, 3600),
    ).flat();
    expect(pieces.map(({ look_d }) => look_d.toFixed(5))).toEqual(
      looks.map(({ look_d }) => look_d.toFixed(5)),
    );
  });

  it('has the Sun overhead at noon of a solstice, and nowhere by night', () => {
    const solstice_d = 173 - 1.5;
    const ground = groundOf({ latitude_rad: radians(23.4), longitude_rad: 0 });
    const day = Array.from({ length: 24 }, (_, hour) => sunElevation_rad(ground, solstice_d + hour / 24));
    expect(Math.max(...day)).toBeGreaterThan(radians(88));
    expect(Math.min(...day)).toBeLessThan(radians(-40));
  });

  it('tells the whole chain in order, and nothing where nothing comes down', () => {
    const setting = {
      place,
      imager,
      tasking,
      at_d: set.epoch_d,
      side_m: 2e4,
      lasers: true,
      probability: 0.85,
    };
    const report = reportPass(looks[0]!, { ...setting, stations: [] });
    const { task_s, look_s, decide_s, know_s } = report.chain!;
    expect([task_s, look_s, decide_s, know_s]).toEqual(
      [task_s, look_s, decide_s, know_s].toSorted((a, b) => a - b),
    );
    const lost = reportPass(looks[0]!, { ...setting, lasers: false, stations: [] });
    expect(lost).toMatchObject({ onOrbit: null, raw: null, known_utc: null, chain: null });
  });
});

describe('what comes down', () => {
  const scene: Scene = { imager, side_m: 2e4, look_s: 3, stationWait_s: 600, lasers: false };

  it('is less and earlier when it is understood on orbit', () => {
    const [processed, raw] = [onOrbit(scene, tasking), sentRaw(scene, tasking)];
    expect(processed.bytes).toBeLessThan(raw.bytes / 10);
    expect(processed.latency_s).toBeLessThan(raw.latency_s);
    expect(raw.latency_s).toBeGreaterThan(600);
    const lasers = onOrbit({ ...scene, lasers: true }, tasking);
    expect(lasers.latency_s).toBeLessThan(processed.latency_s);
  });

  it('grows with the ground that is pictured', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), (km) => {
        const of = (side_m: number) => sentRaw({ ...scene, side_m }, tasking).bytes;
        expect(of(2000 * km) / of(1000 * km)).toBeCloseTo(4, 3);
      }),
    );
  });
});

describe('the answer', () => {
  it('moves the event towards what was seen, and clouds move nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (before) => {
        expect(afterLook(before, 'seen', tasking)).toBeGreaterThan(before);
        expect(afterLook(before, 'not-seen', tasking)).toBeLessThan(before);
        expect(afterLook(before, 'cloudy', tasking)).toBe(before);
        const shows = before * tasking.seen + (1 - before) * tasking.seenWrongly;
        const mean =
          shows * afterLook(before, 'seen', tasking) + (1 - shows) * afterLook(before, 'not-seen', tasking);
        expect(mean).toBeCloseTo(before, 9);
      }),
    );
  });

  it('is worth most where least is known', () => {
    expect(worthOfLook(0.5, 1, tasking)).toBeGreaterThan(worthOfLook(0.99, 1, tasking));
    expect(worthOfLook(0.5, 0, tasking)).toBe(0);
  });

  it('comes after everything before it', () => {
    expect(chainOf(60, 600, 30, 5)).toEqual({ task_s: 60, look_s: 600, decide_s: 630, know_s: 635 });
  });
});

describe('a simulated season', () => {
  it('loses as few useful frames as its threshold is set to, and is worth more the more clouds there are', () => {
    const season = (cloud: number) => simulateSeason(50_000, 7, cloud, tasking);
    expect(season(0.67).usefulLost).toBeLessThan(0.01);
    expect(season(0.67).bentPipe).toBeCloseTo(0.33, 1);
    expect(season(0.8).gain).toBeGreaterThan(season(0.4).gain);
    expect(season(0).gain).toBeCloseTo(1, 2);
  });
});
