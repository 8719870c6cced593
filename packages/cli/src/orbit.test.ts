import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kardashev } from './testing/command.ts';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'kardashev-orbit-'));
  writeFileSync(join(cwd, 'two.tle'), twoLines);
  writeFileSync(join(cwd, 'state.json'), JSON.stringify(state));
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** As their source has them: with wrong check digits. */
const twoLines = `1 25544U 98067A   24235.50000000  .00012345  00000-0  22000-3 0  9990
2 25544  51.6400 100.0000 0006000  90.0000 270.0000 15.50000000123456
1 49260U 21088A   24235.50000000  .00000123  00000-0  37000-4 0  9999
2 49260  98.2200 200.0000 0001234 100.0000 260.0000 14.57100000123456
`;

/** The orbit of Orekit's eclipse tests. */
const state = {
  epoch: '1969-07-28T04:00:00',
  timeScale: 'TT',
  r_m: [-6142438.668, 3492467.56, -25767.2568],
  v_mps: [505.8479685, 942.7809215, 7435.922231],
  mu_m3s2: 3.9860047e14,
  bodyRadius_m: 6.4e6,
  sunRadius_m: 6.96e8,
};

interface Found {
  readonly period_s: number;
  readonly nodeDrift_degPerDay: number;
  readonly perigeeDrift_degPerDay: number;
  readonly sunlitFraction: number;
  readonly eclipse: Readonly<Record<string, number>>;
  readonly drag: { readonly lifetime_days: number };
  readonly events: readonly { readonly kind: string; readonly t_s: number }[];
}

const orbit = (...args: string[]) => kardashev(['orbit', ...args], { cwd });
const json = async (...args: string[]) => {
  const { code, stdout, stderr } = await orbit(...args, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Found;
};
const dawnDusk = '--altitude 650km --inclination sso --ltan 18:00 --year 2025'.split(' ');

describe('orbit by elements', () => {
  it('gives a year of a dawn-dusk orbit under the agreed keys', async () => {
    const found = await json(...dawnDusk);
    expect(Object.keys(found)).toEqual([
      'period_s',
      'inclination_deg',
      'nodeDrift_degPerDay',
      'sunlitFraction',
      'eclipse',
    ]);
    expect(found.sunlitFraction).toBeGreaterThan(0.9599);
    expect(found.sunlitFraction).toBeLessThan(0.9608);
    expect(found.eclipse).toMatchObject({ daysWithEclipse: 91, firstDayOfYear: 127 });
    expect(found.nodeDrift_degPerDay).toBeCloseTo(0.98565, 4);
  });

  it('gives the eclipse at an angle of the Sun', async () => {
    const { eclipse } = await json('--altitude', '550 km', '--beta', '30deg');
    expect(eclipse).toEqual({
      fraction: expect.closeTo(0.35111, 4) as number,
      duration_s: expect.closeTo(33.584 * 60, 0) as number,
      umbra_s: expect.any(Number) as number,
      penumbra_s: expect.any(Number) as number,
    });
  });

  it('takes eccentric orbits by perigee and apogee, and their epoch, node and perigee', async () => {
    const args = '--perigee 500km --apogee 39900km --inclination 63.435deg --raan 40deg'.split(' ');
    const found = await json(
      ...args,
      '--perigee-argument',
      '270deg',
      '--epoch',
      '2026-03-01',
      '--year',
      '2026',
    );
    expect(found).toHaveProperty('eccentricity');
    expect(Math.abs(found.perigeeDrift_degPerDay)).toBeLessThan(1e-3);
    const same = await json(...'--period 718.7min --eccentricity 0.7412 --inclination 63.435deg'.split(' '));
    expect(same.period_s / found.period_s).toBeCloseTo(1, 3);
  });

  it('adds drag where mass and area are given', async () => {
    const args = '--altitude 550km --mass 800kg --drag-area 20m2 --isp 1500s'.split(' ');
    const quiet = await json(...args, '--f107', '70');
    const active = await json(...args, '--f107', '220');
    expect(quiet.drag.lifetime_days).toBeGreaterThan(5 * active.drag.lifetime_days);
  });

  it('writes the year as a table of days', async () => {
    await orbit(...dawnDusk, '--csv', 'year.csv');
    const rows = readFileSync(join(cwd, 'year.csv'), 'utf8').trim().split('\n');
    expect(rows[0]).toBe('day,date,beta_deg,longestEclipse_s,shadow_s,flux_Wperm2');
    expect(rows).toHaveLength(366);
    expect(rows[127]).toMatch(/^127,2025-05-07,/);
    expect((await orbit(...dawnDusk, '--out', '-')).stdout).toBe(`${rows.join('\n')}\n`);
  });

  it('has a screen and examples', async () => {
    expect((await orbit(...dawnDusk)).stdout).toMatch(/days with eclipse +91, the first is 2025-05-07/);
    expect((await orbit('--help')).stdout).toContain('Examples:');
  });
});

describe('orbit by element sets', () => {
  const day =
    '--from 2024-08-22T12:00:00Z --hours 24 --step 60s --array-area 30.08m2 --efficiency 0.32'.split(' ');

  it('tells every wrong check digit with its line and what was expected', async () => {
    const { code, stdout, stderr } = await orbit('--tle', 'two.tle', ...day, '--json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const { errors } = JSON.parse(stderr) as { errors: { code: string; message: string; at: object }[] };
    expect(errors.map(({ at }) => (at as { line: number }).line)).toEqual([1, 2, 3, 4]);
    expect(errors[0]).toMatchObject({
      code: 'tle/checksum',
      message: 'The check digit is 0, expected is 3.',
    });
  });

  it('mends them when asked, and gives a line a satellite', async () => {
    const { code, stdout, stderr } = await orbit('--tle', 'two.tle', ...day, '--json', '--repair-checksums');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const forPeople = await orbit('--tle', 'two.tle', ...day, '--repair-checksums');
    expect(forPeople.stderr).toContain('1, 2, 3, 4');
    expect(forPeople.stdout).toMatch(/49260 +70\.78 % +15/);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, number>);
    expect(lines.map(({ eclipseSegments }) => eclipseSegments)).toEqual([16, 15, undefined]);
    expect(lines[0]!.sunlitFraction).toBeCloseTo(0.639, 2);
    expect(lines[1]!.energy_Wh! / 218_471).toBeCloseTo(1, 1);
    expect(lines[2]).toMatchObject({ summary: { satellites: 2, computed: 2, repairedLines: [1, 2, 3, 4] } });
  });

  it('names the satellite that has decayed, and goes on without it only when told', async () => {
    const low = twoLines.replace('15.50000000', '16.60000000');
    writeFileSync(join(cwd, 'low.tle'), low);
    const args = ['--tle', 'low.tle', '--repair-checksums', '--json', '--from', '2024-09-30', '--hours', '3'];
    const strict = await orbit(...args);
    expect(strict).toMatchObject({ code: 2, stdout: '' });
    const { error } = JSON.parse(strict.stderr) as {
      error: { code: string; message: string };
    };
    expect(error.code).toMatch(/^sgp4\//);
    expect(error.message).toContain('25544');
    const lenient = await orbit(...args, '--keep-going');
    expect(lenient.code).toBe(2);
    const [first, second] = lenient.stdout.split('\n').map((line) => JSON.parse(line || '{}') as object);
    expect(first).toMatchObject({ name: '25544', error: { code: error.code } });
    expect(second).toMatchObject({ name: '49260' });
  });

  it('reads messages by the extension of their file', async () => {
    const message = {
      OBJECT_NAME: 'LANDSAT 9',
      OBJECT_ID: '2021-088A',
      EPOCH: '2024-08-22T12:00:00.000000',
      MEAN_MOTION: 14.571,
      ECCENTRICITY: 0.0001234,
      INCLINATION: 98.22,
      RA_OF_ASC_NODE: 200,
      ARG_OF_PERICENTER: 100,
      MEAN_ANOMALY: 260,
      NORAD_CAT_ID: 49260,
      BSTAR: 0.000037,
    };
    writeFileSync(join(cwd, 'one.json'), JSON.stringify(message));
    const { stdout } = await orbit('--tle', 'one.json', ...day, '--json');
    const [line] = stdout.split('\n').map((text) => JSON.parse(text || '{}') as Record<string, unknown>);
    expect(line).toMatchObject({ name: 'LANDSAT 9', eclipseSegments: 15 });
  });
});

describe('orbit by a state vector', () => {
  it('gives the events of an eclipse', async () => {
    const { events } = await json('--state', 'state.json', '--hours', '2');
    expect(events.map(({ kind }) => kind)).toEqual([
      'penumbraEntry',
      'umbraEntry',
      'umbraExit',
      'penumbraExit',
    ]);
    expect(Math.abs(events[1]!.t_s - 2303.1835)).toBeLessThan(0.1);
    expect(Math.abs(events[3]!.t_s - 4388.1559)).toBeLessThan(0.1);
  });

  it('refuses a state with mistakes, and tells all', async () => {
    writeFileSync(
      join(cwd, 'bad.json'),
      JSON.stringify({ ...state, r_m: [1, 2], timeScale: 'GPS', mass: 5 }),
    );
    const { code, stderr } = await orbit('--state', 'bad.json', '--json');
    expect(code).toBe(2);
    const { errors } = JSON.parse(stderr) as { errors: { at: { path: string } }[] };
    expect(errors.map(({ at }) => at.path).sort()).toEqual(['mass', 'r_m', 'timeScale']);
  });
});

describe('an orbit that cannot be', () => {
  it.each([
    ['--altitude 650', 'command/quantity'],
    ['--altitude 650kmm', 'command/unknown-unit'],
    ['--altitude 650kg', 'command/quantity'],
    ['--altitude -5km', 'orbit/underground'],
    ['--altitude 650km --eccentricity 0.3', 'orbit/underground'],
    ['--altitude 650km --eccentricity 1.3', 'command/quantity'],
    ['--period 60min', 'orbit/underground'],
    ['--altitude 9000km --inclination sso', 'orbit/no-sun-synchronous'],
    ['--altitude 5000000km', 'orbit/too-far'],
    ['--altitude 650km --inclination 200deg', 'orbit/inclination'],
    ['--altitude 650km --year 2026', 'command/usage'],
    ['--altitude 650km --ltan 25:00', 'command/quantity'],
    ['--altitude 650km --epoch yesterday', 'command/instant'],
    ['--altitude 650km --period 97min', 'command/usage'],
    ['--perigee 650km', 'command/usage'],
    ['--tle nowhere.tle', 'file/not-found'],
    ['--tle two.tle --state state.json', 'command/usage'],
    ['', 'command/usage'],
  ])('is refused with a code and a way out: %s', async (args, code) => {
    const ended = await orbit(...args.split(' ').filter((arg) => arg !== ''), '--json');
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    const { error } = JSON.parse(ended.stderr) as { error: Record<string, string> };
    expect(error.code).toBe(code);
    expect(error.cause).not.toBe('');
    expect(error.fix).not.toBe('');
  });
});
