import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectValue, houseCatalogue } from '../../../testing/house.ts';
import { assumptionsOf } from '../assumptions.ts';
import type { Observation } from '../wire/observation.ts';
import { intensity, reach_m } from './intensity.ts';
import { lagDensity_perS, lagShare } from './lag.ts';
import { combined, logOddsOf, probabilityOf } from './log-odds.ts';
import { readPostTimes } from './post-times.ts';
import { readQuakeTable } from './quake-table.ts';
import { QuakeWatch } from './quake-watch.ts';
import { replay } from './replay.ts';
import { fusionSchema } from './schema.ts';
import { Towns } from './towns.ts';
import { Voices } from './voices.ts';

const fusion = expectValue(assumptionsOf('fusion', fusionSchema, houseCatalogue()));
const city = { latitude_deg: 10, longitude_deg: -84, people: 2e6 };
const towns = new Towns([city]);
const start_s = 1_350_000_000;

/** A post every ten minutes for two days, and from `at_s` on one every five seconds for five minutes. */
function stream(at_s: number): number[] {
  const usual = Array.from({ length: 288 }, (_, index) => at_s - 172_800 + 600 * index + (index % 7) * 13);
  return [...usual, ...Array.from({ length: 60 }, (_, index) => at_s + 5 * index)];
}

const quake = (id: string, origin_s: number, latitude_deg: number, magnitude: number, delay_s = 300) =>
  ({
    kind: 'quake',
    id,
    source: 'test',
    revision: 0,
    observed_s: origin_s,
    received_s: origin_s + delay_s,
    place: { latitude_deg, longitude_deg: -84, radius_m: 1e4 },
    values: { magnitude, depth_m: 2e4 },
  }) satisfies Observation;

const play = (posts: readonly number[], quakes: readonly Observation[], delay_s = 300) =>
  replay(new QuakeWatch(fusion, towns, delay_s), posts, quakes);

describe('posts and a catalogue of quakes', () => {
  const posts = stream(start_s + 90);

  it('tells a burst at once without a place, and the place when the quake is published', () => {
    const alerts = play(posts, [quake('a', start_s, 10.2, 7)]);
    expect(alerts.map(({ latitude_deg }) => latitude_deg)).toEqual([null, 10.2]);
    const [first, second] = alerts;
    expect(first!.decidedAt < '2012-10-12T00:03:00Z').toBe(true);
    expect(second!.decidedAt).toBe('2012-10-12T00:05:00Z');
    expect(second!.event).toBe(first!.event);
    expect(second!.lineage).toContain('quake/a');
    expect(second!.confidence).toBeGreaterThan(0.9);
  });

  it('attaches the quake that people feel, not one in the sea at the same time', () => {
    const alerts = play(posts, [quake('sea', start_s + 10, -50, 6), quake('felt', start_s, 10.2, 7)]);
    expect(alerts.at(-1)!.lineage).toContain('quake/felt');
  });

  it('does not attach what nobody can feel, however many of it there are and however near', () => {
    const tiny = Array.from({ length: 30 }, (_, index) => quake(`tiny${index}`, start_s - index, 10, 1.5));
    const alerts = play(posts, [...tiny, quake('far', start_s, 11, 7)]);
    expect(alerts.at(-1)!.lineage).toContain('quake/far');
  });

  it('never attaches a quake that comes after the burst', () => {
    const alerts = play(posts, [quake('later', start_s + 120, 10.2, 7)]);
    expect(alerts.every(({ latitude_deg }) => latitude_deg === null)).toBe(true);
  });

  it('says the same again in a replay, and nothing of quakes that nobody writes of', () => {
    const quakes = [quake('a', start_s, 10.2, 7), quake('old', start_s - 86_400, 10.2, 6)];
    expect(play(posts, quakes)).toEqual(play(posts, [...quakes, ...quakes].reverse()));
    expect(play(posts.slice(0, 288), quakes)).toEqual([]);
  });

  it('is not alarmed by a program that floods it, and is by people who write as much', () => {
    const calm = posts.slice(0, 288);
    const flood = Array.from({ length: 500 }, () => start_s + 90);
    const watch = new QuakeWatch(fusion, towns, 300);
    expect(replay(watch, [...calm, ...flood], [quake('a', start_s, 10.2, 7)])).toEqual([]);
    expect(watch.counts.setAside).toEqual({ flood: 498 });
    expect(play(posts, [])[0]!.confidence).toBeGreaterThan(0.5);
  });

  it('says so when no quake was published in time', () => {
    const [first, second, ...more] = play(posts, []);
    expect(more).toEqual([]);
    expect(second).toMatchObject({
      event: first!.event,
      latitude_deg: null,
      decidedAt: '2012-10-12T00:06:30Z',
    });
    expect(second!.confidence).toBeLessThan(0.1);
  });

  it('goes back to another quake when that one is likelier', () => {
    const late = quake('near', start_s + 20, 10, 7.5, 300);
    const first = quake('far', start_s - 200, -40, 6, 300);
    const alerts = play(posts, [first, late]);
    expect(alerts.at(-1)!.lineage).toContain('quake/near');
  });
});

describe('voices', () => {
  const rumour = 'BREAKING huge quake hits the capital right now';

  it('count once: one author, and copies of a text that nobody else would write', () => {
    const voices = new Voices(fusion);
    const heard = (at_s: number, author: string, text: string) => voices.take({ at_s, author, text });
    expect(heard(0, 'a', 'temblor!')).toBe('new');
    expect(heard(5, 'a', 'otra vez')).toBe('same-author');
    expect(heard(6, 'b', 'temblor!')).toBe('new');
    expect(heard(7, 'c', `${rumour} https://t.co/1`)).toBe('new');
    expect(heard(9, 'd', `@you ${rumour.toUpperCase()}! 😱 https://t.co/2`)).toBe('copy');
    expect(heard(9 + 2 * fusion.voiceTime_s, 'd', rumour)).toBe('new');
  });

  it('all count where posts have neither author nor text', () => {
    const voices = new Voices(fusion);
    expect([0, 0, 0, 1].map((at_s) => voices.take({ at_s }))).toEqual(['new', 'new', 'new', 'new']);
    expect([0, 1].map((at_s) => voices.take({ at_s, author: '', text: '' }))).toEqual(['new', 'new']);
  });

  it('are read from a table where it has them', () => {
    const read = readPostTimes('text,posted_utc,user\n"a, b",2012-01-01T00:00:00Z,me\nx,soon,you\n');
    expect(read).toMatchObject({ voices: [{ author: 'me', text: 'a, b' }], withoutTime: 1 });
    expect(readPostTimes('posted_utc\n2012-01-01T00:00:00Z\n')!.voices[0]!.author).toBeUndefined();
  });
});

describe('what it is made of', () => {
  it('has lags as a distribution', () => {
    let sum = 0;
    for (let lag_s = 0.5; lag_s < 20_000; lag_s++) sum += lagDensity_perS(lag_s, fusion);
    expect(sum).toBeCloseTo(1, 3);
    expect(lagShare(300, fusion)).toBeCloseTo(
      Array.from({ length: 300 }, (_, s) => lagDensity_perS(s + 0.5, fusion)).reduce((a, b) => a + b),
      3,
    );
  });

  it('lets shaking fade with distance and grow with magnitude', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 4, max: 8.5, noNaN: true }),
        fc.integer({ min: 0, max: 900 }),
        (magnitude, km) => {
          const shaking = { magnitude, depth_m: 1e4 };
          expect(intensity(shaking, km * 1e3)).toBeGreaterThan(intensity(shaking, (km + 60) * 1e3));
          expect(intensity({ ...shaking, magnitude: magnitude + 0.3 }, km * 1e3)).toBeGreaterThan(
            intensity(shaking, km * 1e3),
          );
          const reach = reach_m(shaking, 4);
          if (reach > 0 && reach < 1e6) expect(intensity(shaking, reach)).toBeCloseTo(4, 4);
        },
      ),
    );
  });

  it('finds the same people whichever way longitudes are counted', () => {
    const dateLine = new Towns([{ latitude_deg: -17, longitude_deg: 179.9, people: 100 }]);
    expect(dateLine.within(-17, -179.9, 50e3)).toBe(100);
    expect(towns.within(10, -84, 1e3)).toBe(2e6);
    expect(towns.within(12, -84, 1e5)).toBe(0);
  });

  it('is no surer than its sources, however many of them say the same', () => {
    const said = { group: 'posts', logRatio: 20, reliability: 0.85 };
    const once = combined(0.01, [said]);
    expect(combined(0.01, [said, said, said])).toBe(once);
    expect(combined(0.01, [said, { ...said, group: 'seismometers' }])).toBeGreaterThan(once);
    const liar = { group: 'flood', logRatio: 700, reliability: 0 };
    expect(combined(0.01, [liar])).toBeCloseTo(logOddsOf(0.01), 9);
    expect(probabilityOf(logOddsOf(0.3))).toBeCloseTo(0.3, 12);
  });

  it('sets rows aside with a reason, whatever order the columns have', () => {
    const text = `magnitude,longitude_deg,latitude_deg,time_utc,id\r\n6,10,20,2012-01-01T00:00:00Z,a\r
6,10,20,2012-01-01T00:00:00Z,a\r\n6,10,95,2012-01-01T00:00:00Z,b\r\n6,10,20,soon,c\r\nbig,10,20,2012-01-01T00:00:00Z,d\r\n`;
    const table = readQuakeTable(text, { source: 'test' }, (origin_s) => origin_s);
    if (!('readings' in table)) throw new Error('it has all columns');
    expect(table.readings.map((one) => ('setAside' in one ? one.setAside : one.id))).toEqual([
      'a',
      'duplicate',
      'off-globe',
      'no-time',
      'bad-number',
    ]);
    expect(readQuakeTable('a,b\n1,2\n', { source: 'test' }, (t) => t)).toMatchObject({
      missing: ['time_utc', 'latitude_deg', 'longitude_deg', 'magnitude'],
    });
  });
});
