import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kardashev } from '../testing/command.ts';

const data =
  process.env.KARDASHEV_DATA ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const recordings = {
  radio: join(data, 'radio/modes1.bin'),
  aircraft: join(data, 'aircraft/calfire.json.gz'),
  fires: join(data, 'fires/southern-california-2017-12-viirs.csv'),
};
const present = Object.values(recordings).every((file) => existsSync(file));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kardashev-sensors-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** Runs a model of `feed` on a file, and reads its lines. */
async function feed(model: string, file: string, ...more: string[]) {
  const ended = await kardashev(['feed', model, file, '--json', ...more]);
  const lines = ended.stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const error =
    ended.stderr === '' ? undefined : (JSON.parse(ended.stderr) as { error: { code: string } }).error;
  return { code: ended.code, items: lines.slice(0, -1), summary: lines.at(-1)?.summary, error: error?.code };
}

describe.skipIf(!present)('recordings (need KARDASHEV_DATA/radio, aircraft and fires)', () => {
  it('of the radio: a line a frame, and bytes raw against bytes of product', async () => {
    const { items, summary } = await feed('radio', recordings.radio);
    expect(summary).toMatchObject({ bytesRaw: 713_736, aircraft: 1 });
    expect(summary.frames).toBeGreaterThanOrEqual(141);
    expect(summary.bytesProduct).toBeLessThan(summary.bytesRaw / 100);
    expect(items.filter(({ format, repaired }) => format === 17 && !repaired)).toHaveLength(summary.frames);
  });

  it('of aircraft: a line a track, each position in one at most', async () => {
    const { items, summary } = await feed('tracks', recordings.aircraft, '--strip-ids');
    expect(summary).toMatchObject({ tracks: items.length, positionsPerSecond: expect.any(Number) });
    expect(summary.purity).toBeGreaterThanOrEqual(0.95);
    expect(summary.completeness).toBeGreaterThanOrEqual(0.9);
    const rows = items.flatMap((track) => track.rows as number[]);
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('of fires: a line a fire, the same every time', async () => {
    const { items, summary } = await feed('fires', recordings.fires);
    const largest = items.reduce((most, fire) => (fire.area_km2 > most.area_km2 ? fire : most));
    expect(largest).toMatchObject({ firstSeen: '2017-12-05T09:06:00Z', steady: false });
    expect(largest.hotspots).toBeGreaterThan(7000);
    expect(largest.growth_km2PerHour).toBeGreaterThan(0);
    expect(summary.incidents).toBe(items.length);
    const shuffled = readFileSync(recordings.fires, 'utf8').trim().split('\n');
    const turned = [shuffled[0], ...shuffled.slice(1).reverse()].join('\r\n');
    expect((await feed('fires', fileOf('turned.csv', turned))).items).toEqual(items);
  });
});

describe('input that is not as it should be', () => {
  const header = 'latitude,longitude,acq_date,acq_time';

  it('is refused with a code where there is nothing in it to go on', async () => {
    const empty = fileOf('empty', '');
    const cases: [string, string, string][] = [
      ['radio', empty, 'feed/empty'],
      ['tracks', empty, 'feed/shape'],
      ['fires', empty, 'feed/columns'],
      ['radio', join(folder, 'nowhere'), 'file/not-found'],
      ['tracks', fileOf('cut.json.gz', gzipSync('[{"latitude": 1}]').subarray(0, 20)), 'feed/damaged'],
      ['tracks', fileOf('cut.json', '[{"latitude": 1'), 'feed/shape'],
      ['fires', fileOf('no-time.csv', 'latitude,longitude\n1,2'), 'feed/columns'],
    ];
    for (const [model, file, code] of cases) {
      expect(await feed(model, file), `${model} ${code}`).toMatchObject({ code: 2, error: code });
    }
  });

  it('is counted where only parts of it are bad', async () => {
    const rows = [
      '34,-119,2017-12-05,0906',
      '34,-119,2017-12-05,0906',
      '95,0,2017-12-05,0906',
      '34,-119,2050-01-01,0',
      '34',
    ];
    const { code, items, summary } = await feed(
      'fires',
      fileOf('odd.csv', `\uFEFF${[header, ...rows].join('\r\n')}`),
    );
    expect(code).toBe(0);
    expect(items).toMatchObject([{ hotspots: 1, growth_km2PerHour: 0 }]);
    expect(summary.setAside).toEqual({ duplicate: 1, 'off-globe': 1, future: 1, 'wrong-shape': 1 });
  });

  it('that is no radio has no frames', async () => {
    const { code, summary } = await feed(
      'radio',
      fileOf(
        'noise.bin',
        Uint8Array.from({ length: 5001 }, (_, i) => (i * 7919) % 251),
      ),
    );
    expect(code).toBe(0);
    expect(summary).toMatchObject({ frames: 0, bytesRaw: 5001, bytesProduct: 0 });
  });
});
