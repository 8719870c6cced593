import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constraints } from '@kardashev/model/flows/constraint.ts';
import { describe, expect, it } from 'vitest';
import { kardashev } from '../testing/command.ts';

const short = ['campaign', 'plans/base/company.yaml', '--set', 'period.to=2029-12', '--seeds', '3'];

describe('kardashev campaign PLAN', () => {
  it('tells years, completion, the fluid form, the gap and the price of one more as JSON', async () => {
    const { code, stdout } = await kardashev([...short, '--json']);
    expect(code).toBe(0);
    const document = JSON.parse(stdout);
    expect(document.years.map(({ year }: { year: number }) => year)).toEqual([2026, 2027, 2028, 2029]);
    for (const year of document.years) {
      expect(Object.keys(year)).toEqual(['year', 'launches', 'mass_kg', 'satellitesInService', 'binding']);
      for (const key of ['launches', 'mass_kg', 'satellitesInService']) {
        const { p10, p50, p90 } = year[key];
        expect(p10).toBeLessThanOrEqual(p50);
        expect(p50).toBeLessThanOrEqual(p90);
      }
      expect(constraints).toContain(year.binding);
    }
    expect(document).toMatchObject({ seeds: 3, launchesToComplete: null, firstYearAtFullCount: null });
    expect(document.shadow.map(({ of }: { of: string }) => of)).toContain('permits');
    expect(Math.abs(document.gap.launches)).toBeLessThan(0.1);
  });

  it('gives the same campaigns whatever the threads and however many are drawn', async () => {
    const years = async (...extra: string[]) => {
      const { stdout } = await kardashev([...short.slice(0, -2), ...extra, '--csv', '-']);
      return stdout;
    };
    expect(await years('--seeds', '1')).toBe(await years('--seeds', '1'));
    expect(await years('--seeds', '1')).not.toBe(await years('--seeds', '1', '--seed', '2'));
  });

  it('writes every launch of the first campaign where it is asked to', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'campaign-'));
    try {
      const { code, stdout } = await kardashev([...short, '--out', folder]);
      expect(code).toBe(0);
      expect(stdout.split('\n').every((line) => line.length <= 120)).toBe(true);
      expect(stdout).toContain('one launch an hour needs');
      const [head, first] = readFileSync(join(folder, 'launches.csv'), 'utf8').split('\n');
      expect(head).toBe('time_utc,vehicle,site,pad,shell,satellites,outcome');
      expect(first).toMatch(/^2026-01-0\dT\d\d:\d\d:\d\d,falcon-9,,,,0,success$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('spends what the books leave where the plan says so', async () => {
    const { code, stdout } = await kardashev([
      ...short,
      '--json',
      '--set',
      'funding=books',
      '--at',
      '2028-06',
    ]);
    expect(code).toBe(0);
    const cash = JSON.parse(stdout).shadow.find(({ of }: { of: string }) => of === 'cash');
    expect(cash.more).toContain('MUSD');
    // The whole plan is run first, and its tables filled where nobody has yet.
  }, 240_000);

  it('tells what collisions leave of the fleet when asked', async () => {
    const { code, stdout } = await kardashev([...short, '--sky', '--feedback', '--json']);
    expect(code).toBe(0);
    const { feedback } = JSON.parse(stdout).sky;
    expect(feedback.years.map(({ year }: { year: number }) => year)).toEqual([2026, 2027, 2028, 2029]);
    expect(feedback.moved).toBeLessThan(0.01);
  });

  it.each([
    [['--at', '2031-01'], 'command/usage'],
    [['--set', 'satellites.ai1.stowedVolume=9000 m3'], 'transport/too-big'],
    [['--set', 'satellites.ai1.mass=900 t'], 'transport/unreachable'],
    [['--set', 'shells.low-30.altitude=40000 km'], 'transport/unreachable'],
    [['--history', 'x.csv'], 'command/usage'],
  ])('refuses %j', async (extra, wanted) => {
    const { code, stderr } = await kardashev([...short, '--json', ...extra]);
    expect(code).toBe(2);
    const { error } = JSON.parse(stderr.slice(stderr.indexOf('{')));
    expect(error.code).toBe(wanted);
    expect(error.fix).not.toBe('');
  });
});
