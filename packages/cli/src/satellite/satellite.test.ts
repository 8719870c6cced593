import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kardashev } from '../testing/command.ts';

const dawn = [
  '--altitude',
  '650km',
  '--inclination',
  'sso',
  '--ltan',
  '18:00',
  '--year',
  '2028',
  '--age',
  '5y',
];
const json = async (...args: string[]) => {
  const { code, stdout, stderr } = await kardashev(['satellite', ...args, '--json']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout);
};

describe('kardashev satellite', () => {
  it('checks AI1 on its worst day and finds the eclipse season', async () => {
    const found = await json('ai1', ...dawn);
    expect(found.power.toCompute_W).toBeLessThan(0.9 * 120e3);
    expect(found.power.constantSun_W).toBe(120e3);
    expect(found.power.worstDay).toBeGreaterThan(150);
    expect(found.power.worstDay).toBeLessThan(195);
    expect(found.heat.junction_K).toBeGreaterThan(found.heat.junctionLimit_K);
    expect(found.heat.junctionLimit_K).toBe(378.15);
    expect(found.eclipse.firstDayOfYear).toBeGreaterThan(120);
    expect(found.battery).toMatchObject({ capacity_Wh: 40_000 });
    const { total, declared, ...parts } = found.mass_kg as { [part: string]: number };
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(total!, 6);
    expect(total! / declared!).toBeCloseTo(1, 1);
    expect(found.firstLimit).toBe('heat');
  });

  it('sizes a design that then holds, and one that rides through is heavier than one that sleeps', async () => {
    const tilted = ['--size', '--altitude', '702km', '--inclination', '30deg'];
    const rides = await json('ai1', ...tilted, '--set', 'eclipsePolicy=ride-through');
    const sleeps = await json('ai1', ...tilted, '--set', 'eclipsePolicy=hibernate');
    expect(rides.firstLimit).toBeNull();
    expect(rides.power.toCompute_W / 120e3).toBeGreaterThan(0.999);
    expect(sleeps.firstLimit).toBeNull();
    expect(sleeps.power.toCompute_W).toBeLessThan(0.7 * 120e3);
    expect(rides.mass_kg.total).toBeGreaterThan(1.5 * sleeps.mass_kg.total);
  }, 30_000);

  it("reads a user's design, and writes its worst revolution", async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kardashev-satellite-'));
    const file = join(folder, 'mine.yaml');
    writeFileSync(file, 'satellites:\n  mine: {like: ai1, radiatorArea: 200 m2, batteryCapacity: 90 kWh}\n');
    const out = join(folder, 'orbit.csv');
    const found = await json('--file', file, ...dawn, '--out', out);
    expect(found.satellite).toBe('mine');
    expect(found.limits.map(({ limit }: { limit: string }) => limit)).not.toContain('heat');
    const [head, ...rows] = readFileSync(out, 'utf8').trim().split('\n');
    expect(head).toBe('time_s,sunlit,array_W,chips_W,battery_Wh,coolant_K,radiator_K,junction_K');
    const mean = rows.reduce((sum, row) => sum + Number(row.split(',')[3]), 0) / rows.length;
    expect(mean / found.power.toCompute_W).toBeCloseTo(1, 2);
  });

  it.each([
    [['ai1', '--set', 'radiatorArea=10 m2'], 'energy/radiator-too-small', 'day 1'],
    [['ai1', '--set', 'batteryCapacity=0.5 kWh'], 'energy/battery-too-small', 'day 128'],
    [['ai11'], 'satellite/unknown', 'ai11'],
    [['ai1', '--set', 'radiatorAra=10 m2'], 'plan/unknown-key', 'radiatorAra'],
    [['ai1', '--altitude', '650 kg'], 'command/quantity', '--altitude'],
  ])('%j ends with %s', async (args, code, says) => {
    const ended = await kardashev([
      'satellite',
      ...args,
      ...(args.includes('--altitude') ? [] : dawn),
      '--json',
    ]);
    expect(ended.code).toBe(2);
    const { error } = JSON.parse(ended.stderr);
    expect(error.code).toBe(code);
    expect(error.message).toContain(says);
  });
});
