import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { kardashev } from '../testing/command.ts';
import { readPairs } from './places.ts';

const plans = fileURLToPath(new URL('../../../../plans/shells/', import.meta.url));
const shell = `${plans}kuiper-k1.yaml`;
const places = `${plans}cities.csv`;
const folder = mkdtempSync(join(tmpdir(), 'kardashev-network-'));

/** A file with some text, to be named on the command line. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

interface Line {
  readonly from: string;
  readonly to: string;
  readonly rtt_ms: readonly (number | null)[];
  readonly path: readonly (readonly number[] | null)[];
  readonly delivery_s?: number | null;
  readonly summary?: { readonly steps: number; readonly links: number; readonly remarks: readonly string[] };
}

async function rtt(...args: string[]): Promise<Line[]> {
  const ended = await kardashev(['network', 'rtt', '--json', ...args]);
  expect(ended.stderr).toBe('');
  expect(ended.code).toBe(0);
  return ended.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** The codes and causes of what is wrong. */
async function refused(...args: string[]): Promise<{ code: string; cause: string; at: { line?: number } }> {
  const ended = await kardashev(['network', 'rtt', '--json', ...args]);
  expect(ended.stdout).toBe('');
  expect(ended.code).toBe(2);
  return JSON.parse(ended.stderr).error;
}

describe('network rtt', () => {
  it('writes one line a pair, one entry a step, and a summary', async () => {
    const lines = await rtt(
      '--shell',
      shell,
      '--places',
      places,
      '--epoch',
      '2000-01-01T00:00:00Z',
      '--seconds',
      '5',
      '--step',
      '1s',
    );
    expect(lines.length).toBe(6);
    expect(Object.keys(lines[0]!)).toEqual(['from', 'to', 'rtt_ms', 'path']);
    expect(lines[0]!.rtt_ms.length).toBe(5);
    expect(lines[0]!.rtt_ms[0]).toBeCloseTo(45.318, 2);
    expect(lines[0]!.path[0]).toEqual([1127, 1128, 1129, 7, 41, 75]);
    expect(lines.at(-1)!.summary).toMatchObject({ steps: 5, links: 2312 });
  });

  it('gives null for time and way where none leads, and remarks on it', async () => {
    const far = file(
      'far.csv',
      `${readFileSync(places, 'utf8').split('\n')[0]}\nQuito,-0.23,-78.52,Alert,82.5,-62.3\n`,
    );
    const [line, last] = await rtt('--shell', shell, '--places', far, '--accept-places');
    expect(line).toMatchObject({ rtt_ms: [null], path: [null] });
    expect(last!.summary!.remarks[0]).toContain('Quito to Alert');
  });

  it('reads columns in any order and Windows line ends', async () => {
    const head = 'to,to_longitude_deg,to_latitude_deg,note,from,from_longitude_deg,from_latitude_deg';
    const turned = file(
      'turned.csv',
      `\uFEFF${head}\r\nLondon,-0.12574,51.50853,x,New York,-74.003663,40.717042\r\n`,
    );
    const [line] = await rtt('--shell', shell, '--places', turned);
    expect(line).toMatchObject({ from: 'New York', to: 'London' });
    expect(line!.rtt_ms[0]).toBeCloseTo(45.318, 2);
  });

  it("takes the user's own links from a CSV and from a function alike", async () => {
    const pairs = Array.from({ length: 34 * 34 }, (_, one) => [one, (one + 34) % 1156]);
    const ring = Array.from({ length: 34 }, (_, slot) => [slot, (slot + 1) % 34]);
    const table = file(
      'links.csv',
      `to,from\n${[...pairs, ...ring].map(([a, b]) => `${b},${a}`).join('\n')}\n`,
    );
    const own = file(
      'links.mjs',
      `export default function* ({ shells: [{ planes, perPlane }], satellites }) {
        for (let one = 0; one < satellites; one++) yield [one, (one + perPlane) % satellites];
        for (let slot = 0; slot < planes; slot++) yield [slot, (slot + 1) % perPlane];
      }`,
    );
    const byTable = await rtt('--shell', shell, '--places', places, '--topology', table);
    const byFunction = await rtt('--shell', shell, '--places', places, '--topology', own);
    expect(byTable.slice(0, 5)).toEqual(byFunction.slice(0, 5));
    expect(byTable.at(-1)!.summary!.links).toBe(34 * 35);
  });

  it('takes a share as a number or per cent', async () => {
    const failed = (share: string) => rtt('--shell', shell, '--places', places, '--failed-share', share);
    const [percent, plain, none] = [await failed('5%'), await failed('0.05'), await failed('0')];
    expect(percent.slice(0, -1)).toEqual(plain.slice(0, -1));
    expect(percent[0]).not.toEqual(none[0]);
  });

  it('goes around what has failed, by levels too, and delivers over passes alone', async () => {
    const whole = await rtt('--shell', shell, '--places', places);
    const without = await rtt('--shell', shell, '--places', places, '--failed', '1128');
    expect(without[0]!.path[0]).not.toContain(1128);
    expect(without[0]!.rtt_ms[0]!).toBeGreaterThan(whole[0]!.rtt_ms[0]!);
    const levels = await rtt('--shell', shell, '--places', places, '--failed', '1128', '--routing', 'levels');
    expect(levels[0]!.rtt_ms[0]!).toBeGreaterThanOrEqual(without[0]!.rtt_ms[0]!);
    const contacts = join(folder, 'contacts.csv');
    const passes = await rtt(
      '--shell',
      shell,
      '--places',
      places,
      '--topology',
      'none',
      '--seconds',
      '3000s',
      '--step',
      '20s',
      '--contacts',
      contacts,
    );
    expect(passes[1]!.delivery_s).toBeGreaterThanOrEqual(0);
    expect(readFileSync(contacts, 'utf8')).toMatch(/^station,satellite,from_s,to_s,rangeLeast_m\nNew York,/);
  });
});

describe('what network rtt refuses', () => {
  const kuiper = readFileSync(shell, 'utf8');
  const cities = readFileSync(places, 'utf8');

  it('is a shell labelled 550 km that flies at 509', async () => {
    const label = file(
      'label.yaml',
      `${readFileSync(`${plans}starlink-72x22.yaml`, 'utf8')}altitude_m: 550000\n`,
    );
    const { code, cause } = await refused('--shell', label, '--places', places);
    expect(code).toBe('shell/altitude-mismatch');
    expect(cause).toContain('label');
  });

  it('is a shell whose links go through the Earth, and satellites without links', async () => {
    const thin = file(
      'thin.yaml',
      kuiper.replace('planes: 34', 'planes: 3').replace('perPlane: 34', 'perPlane: 4'),
    );
    expect((await refused('--shell', thin, '--places', places)).code).toBe('network/through-earth');
    const two = file('two.csv', 'from,to\n0,1\n');
    expect((await refused('--shell', shell, '--places', places, '--topology', two)).code).toBe(
      'network/isolated',
    );
    await rtt('--shell', shell, '--places', places, '--topology', two, '--allow-isolated');
    const none = file('none.csv', 'from,to\n0,1156\n');
    expect(await refused('--shell', shell, '--places', places, '--topology', none)).toMatchObject({
      code: 'network/links',
      at: { line: 2 },
    });
  });

  it('is a file of places with latitude and longitude swapped, also where both could be', async () => {
    const head = cities.split('\n')[0]!;
    const swapped = file('swapped.csv', `${head}\nNew York,-74.0,40.7,Paris,2.35,48.85\n`);
    const fault = await refused('--shell', shell, '--places', swapped);
    expect(fault).toMatchObject({ code: 'places/swapped', at: { line: 2 } });
    expect(fault.cause).toContain('swapped');
    await rtt('--shell', shell, '--places', swapped, '--accept-places');
    for (const [name, row] of [
      ['on land elsewhere, by its name', 'Istanbul,28.9497,41.0138,Paris,48.85,2.35'],
      ['in coastal waters', 'Station 7,36.81667,-1.28333,Paris,48.85,2.35'],
    ])
      expect(
        (await refused('--shell', shell, '--places', file(`${name}.csv`, `${head}\n${row}\n`))).code,
      ).toBe('places/swapped');
    const beyond = readPairs('beyond.csv', `${head}\nTokyo,139.7,35.7,Sydney,151.2,-33.9\n`);
    expect(beyond.ok ? [] : beyond.faults.map(({ code }) => code)).toEqual([
      'places/swapped',
      'places/swapped',
    ]);
  });

  it.each([
    ['places/empty', ''],
    ['places/empty', cities.split('\n')[0]!],
    ['places/columns', cities.replace('to_latitude_deg', 'to_lat')],
    ['places/value', cities.replace('40.717042', '')],
    ['places/value', cities.replace('40.717042', '200')],
  ])('is a file of places that is none: %s', (code, text) => {
    const read = readPairs('bad.csv', text);
    expect(read.ok ? [] : read.faults.map((fault) => fault.code)).toContain(code);
  });

  it('is an option that cannot be read', async () => {
    const base = ['--shell', shell, '--places', places];
    expect((await refused(...base, '--step', '0s')).code).toBe('command/quantity');
    expect((await refused(...base, '--failed', '4,x')).code).toBe('network/failed');
    const own = file('no.mjs', 'export const links = 1;');
    expect((await refused(...base, '--topology', own)).code).toBe('network/topology');
  });
});
