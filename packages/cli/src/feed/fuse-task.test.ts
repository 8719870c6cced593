import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { kardashev } from '../testing/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'kardashev-feed-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const lines = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const origin_s = Date.UTC(2012, 8, 5, 14, 42, 8) / 1000;
const text = (time_s: number) => new Date(time_s * 1000).toISOString().replace('.000', '');
const posts = [
  ...Array.from({ length: 144 }, (_, index) => origin_s - 86_400 + 600 * index + (index % 7) * 11),
  ...Array.from({ length: 60 }, (_, index) => origin_s + 100 + 6 * index),
];
const timesFile = file(
  'times.csv',
  ['posted_utc', ...posts.map(text), 'soon', '2999-01-01T00:00:00Z'].join('\r\n'),
);
const quakesFile = file(
  'quakes.csv',
  `magnitude,time_utc,longitude_deg,latitude_deg,id
7.6,2012-09-05T14:42:08Z,-85.315,10.085,real
7.6,2012-09-05T14:42:08Z,-85.315,10.085,real
6.0,2012-09-05T14:42:30Z,-110,-55,sea
6.0,2012-09-05T14:42:30Z,-110,-95,nowhere
`,
);

describe('feed fuse', () => {
  const args = ['feed', 'fuse', '--posts', timesFile, '--quakes', quakesFile, '--publish-delay', '300s'];

  it('tells first without a place, then the right one as it is published, and counts what it set aside', async () => {
    const { code, stdout } = await kardashev([...args, '--json']);
    const [first, second, last] = lines(stdout);
    expect(code).toBe(0);
    expect(first).toMatchObject({ latitude_deg: null, senses: ['posts'] });
    expect(first.decidedAt < '2012-09-05T14:46:00Z').toBe(true);
    expect(second).toMatchObject({
      event: first.event,
      at: '2012-09-05T14:42:08Z',
      decidedAt: '2012-09-05T14:47:08Z',
      latitude_deg: 10.085,
      longitude_deg: -85.315,
      senses: ['posts', 'quakes'],
    });
    expect(second.radius_km).toBeGreaterThan(100);
    expect(last.summary).toMatchObject({
      events: 1,
      placed: 1,
      setAside: { 'no-time': 1, future: 1, duplicate: 1, 'off-globe': 1 },
    });
    expect((await kardashev([...args, '--json'])).stdout).toBe(stdout);
  });

  it('tells what was known at a moment, and what is known now of it', async () => {
    const known = async (...more: string[]) => lines((await kardashev([...args, ...more, '--json'])).stdout);
    expect(await known('--known-at', '2012-09-05T14:43Z')).toMatchObject([{ summary: { alerts: 0 } }]);
    expect(await known('--of', '2012-09-05T14:43Z')).toMatchObject([
      { latitude_deg: 10.085 },
      { summary: { of: '2012-09-05T14:43:00Z', knownAt: null } },
    ]);
    const far = await known('--latitude', '50', '--longitude', '10', '--raise-at', '0.5');
    expect(far.map(({ signal }) => signal)).toEqual(['raise', 'clear', undefined]);
  });

  it('takes one author, and copies of a text, for one voice', async () => {
    const bots = Array.from(
      { length: 40 },
      (_, index) => `${text(origin_s + 100 + index)},bot,run for your lives ${index}`,
    );
    const calm = posts.slice(0, 144).map((time_s, index) => `${text(time_s)},u${index},hello`);
    const flooded = file('bots.csv', ['posted_utc,author,text', ...calm, ...bots].join('\n'));
    const { stdout } = await kardashev([
      'feed',
      'fuse',
      '--posts',
      flooded,
      '--quakes',
      quakesFile,
      '--json',
    ]);
    expect(lines(stdout)).toMatchObject([{ summary: { alerts: 0, setAside: { 'same-author': 39 } } }]);
  });

  it('has a screen, and refuses tables without their columns', async () => {
    expect((await kardashev(args)).stdout).toContain('not known yet');
    const empty = file('empty.csv', '');
    const refused = await kardashev(['feed', 'fuse', '--posts', empty, '--quakes', quakesFile, '--json']);
    expect(refused.code).toBe(2);
    expect(JSON.parse(refused.stderr).error).toMatchObject({ code: 'feed/columns', at: { file: empty } });
  });
});

const elements = `1 06251U 62025E   06176.82412014  .00008885  00000-0  12808-3 0  3985
2 06251  58.0579  54.0425 0030035 139.1568 221.1854 15.56387291  6774
`;

describe('feed replay --fuse', () => {
  it('tells the week that ships as a watch would have been told it', async () => {
    const told = lines((await kardashev(['feed', 'replay', '--fuse', '--json'])).stdout);
    const { summary } = told.at(-1)!;
    expect(summary).toMatchObject({ quakes: 1679, alerts: told.length - 1 });
    // Hualien, magnitude 6.4, not one of the small ones in California at the same time.
    expect(told.at(-2)).toMatchObject({ at: '2018-02-06T15:50:42Z', latitude_deg: expect.closeTo(24.2, 0) });
    expect(summary.incidents).toBeGreaterThan(100);
  });
});

describe('feed task', () => {
  const args = (name: string) => [
    ...['feed', 'task', '--latitude', '10.1', '--longitude=-85.3', '--at', '2006-06-26T12:00Z'],
    ...['--elements', name, '--within', '10days'],
  ];

  it('tells looks by day in order, with both ways down, from packed element sets too', async () => {
    const plain = await kardashev([...args(file('a.tle', elements)), '--json']);
    const found = lines(plain.stdout);
    const { summary } = found.pop();
    expect(plain.code).toBe(0);
    expect(found.length).toBe(summary.passes);
    expect(found.length).toBeGreaterThan(0);
    for (const pass of found) {
      expect(pass.look_utc).toMatch(/^2006-0[67]-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(pass.daylight).toBe(true);
      if (pass.onOrbit === null) continue;
      expect(pass.onOrbit.bytes).toBeLessThan(pass.raw.bytes);
      expect(pass.onOrbit.latency_s).toBeLessThanOrEqual(pass.raw.latency_s);
      expect(pass.onOrbit.energy_J).toBeGreaterThan(0);
    }
    const packed = await kardashev([...args(file('b.tle.gz', gzipSync(elements))), '--json']);
    expect(packed.stdout).toBe(plain.stdout);
  });

  it('tells STAC items, and who is taken to carry an imager', async () => {
    const some = file('d.tle', elements);
    const items = lines((await kardashev([...args(some), '--stac'])).stdout);
    const { summary } = lines((await kardashev([...args(some), '--satellites', '6251', '--json'])).stdout).at(
      -1,
    )!;
    expect(items).toHaveLength(summary.passes);
    expect(items[0]).toMatchObject({ type: 'Feature', stac_version: '1.1.0', geometry: { type: 'Polygon' } });
    expect(summary.imagers).toBe('named');
    const known = await kardashev([...args(some), '--satellites', 'imagers', '--json']);
    expect(lines(known.stdout)).toMatchObject([{ summary: { imagers: 'known', low: 0, passes: 0 } }]);
    expect((await kardashev(args(some))).stdout).toContain('Every low object is taken to carry an imager');
  });

  it('refuses what cannot be read, with the place', async () => {
    const broken = await kardashev([...args(file('c.tle', elements.replace('3985', '3986'))), '--json']);
    expect(broken.code).toBe(2);
    expect(JSON.parse(broken.stderr).error).toMatchObject({ code: 'tle/checksum' });
    const nowhere = await kardashev(['feed', 'task', '--latitude', '91', '--longitude', '0', '--json']);
    expect(nowhere.code).toBe(2);
  });
});
