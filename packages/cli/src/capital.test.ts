import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { kardashev, smallPlan } from './testing/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'kardashev-capital-'));
const runs = join(folder, 'runs');
const mccalip = fileURLToPath(new URL('../../../plans/peers/mccalip.yaml', import.meta.url));
const together = join(folder, 'together.yaml');
writeFileSync(
  together,
  `extends: ${JSON.stringify(smallPlan)}\nreportApart: true\nholders: [tesla, xai-2024-05]\n`,
);

const asked = async (...args: string[]) => {
  const { code, stdout, stderr } = await kardashev([...args, '--json']);
  return { code, stderr, found: stdout === '' ? undefined : JSON.parse(stdout) };
};

describe('cost', () => {
  it('takes every default that a calculator names', async () => {
    const named = readFileSync(mccalip, 'utf8').matchAll(/^ {4}\w+: (\S[^#\n]*?) +# (projects\.\S+)/gm);
    const all = [...named].flatMap(([, value, path]) => ['--set', `${path}=${value}`]);
    expect(all.length).toBeGreaterThan(40);
    const { code, found } = await asked('cost', mccalip, ...all);
    expect(code).toBe(0);
    expect(found.orbit.total_USD / 1e9).toBeCloseTo(51.095, 3);
    expect(found.orbit).toMatchObject({ satellites: 39_731, launches: 294 });
    expect(found.ground.USDperMWh).toBeCloseTo(425.76, 2);
    const cheaper = await asked('cost', mccalip, '--set', 'projects.orbit.launchPrice=200 USD/kg');
    expect(cheaper.found.orbit.parts_USD.launch / found.orbit.parts_USD.launch).toBeCloseTo(0.4, 9);
  });

  it('sums its parts, and says what would have to be true', async () => {
    const { code, found } = await asked('cost', smallPlan, '--out', runs, '--when', '2026-02');
    expect(code).toBe(0);
    const parts = Object.values(found.orbit.parts_USD as Record<string, number>);
    expect(parts.reduce((sum, part) => sum + part, 0) / found.orbit.total_USD).toBeCloseTo(1, 9);
    expect(found.when.month).toBe('2026-02');
    for (const { factor, tried, ratioThere } of found.when.thresholds) {
      if (factor === null) expect(ratioThere).toBeGreaterThan(1);
      else expect(Math.abs(Math.log(factor))).toBeLessThanOrEqual(Math.abs(Math.log(tried)));
    }
  });

  it('refuses months that are none', async () => {
    const late = await asked('cost', smallPlan, '--out', runs, '--when', '2099-01');
    expect([late.code, JSON.parse(late.stderr.trim().split('\n').at(-1) ?? '').error.at.path]).toEqual([
      2,
      '--when',
    ]);
    const peer = await asked('cost', mccalip, '--when', '2028-01');
    expect([peer.code, JSON.parse(peer.stderr).error.code]).toEqual([2, 'command/usage']);
  });
});

describe('books', () => {
  it('balance in whole cents, by segment', async () => {
    const { code, found } = await asked('books', smallPlan, '--out', runs);
    expect(code).toBe(0);
    expect(found.checks).toMatchObject({ balanced: true, cents: true });
    for (const { segments, income, balance, cash } of found.years) {
      expect(Object.keys(segments)).toEqual(['space', 'connectivity', 'ai']);
      expect([income, balance, cash].every(Boolean)).toBe(true);
    }
  });
});

describe('value', () => {
  it('has quantiles, parts, holders, cross-holdings, stability, joining and levels', async () => {
    const { code, found } = await asked('value', together, '--out', runs, '--samples', '500');
    expect(code).toBe(0);
    const { p5, p25, p50, p75, p95 } = found.enterprise_USD;
    expect([p5, p25, p50, p75, p95]).toEqual([p5, p25, p50, p75, p95].sort((left, right) => left - right));
    expect(p95).toBeGreaterThan(p5);
    expect(found.equity_USD.p5).toBeGreaterThanOrEqual(0);
    expect(found.crossHoldings.gross).toBeGreaterThan(found.crossHoldings.net);
    expect(found.holders.length).toBeGreaterThan(0);
    expect(found.stability[0]).toHaveProperty('regime');
    expect(found.joining.map(({ month }: { month: string }) => month)).toEqual(
      found.stability.map(({ month }: { month: string }) => month),
    );
    const sum = (parts: Record<string, number>): number =>
      Object.values(parts).reduce((all, one) => all + one, 0);
    expect(Number.isFinite(found.joining[0].worth_USD)).toBe(true);
    expect(sum(found.spinOff.joined_USD)).toBeGreaterThan(0);
    expect(found.kardashev).toHaveLength(2);
    expect(found.levelTwo.power_W).toBe(1e26);
    const alone = await asked('value', smallPlan, '--out', runs, '--samples', '500');
    expect([alone.found.joining, alone.found.spinOff]).toEqual([null, null]);
  });
});

describe('index', () => {
  const rules = join(folder, 'rules.yaml');
  writeFileSync(rules, 'base: 1000\nbaseDate: 2026-01-02\nweighting: float\n');
  const file = (name: string, lines: string): string => {
    const path = join(folder, name);
    writeFileSync(path, lines);
    return path;
  };
  const lines = [
    'symbol,date,price,shares,float,event,value',
    'A,2026-01-02,10,100,1,,',
    'B,2026-01-02,20,50,0.5,,',
    'A,2026-01-06,2.2,,,split,5:1',
    'B,2026-01-06,21,,,,',
    'C,2026-01-06,100,10,0.2,list,',
    'B,2026-01-05,20,,,,',
    'A,2026-01-05,10,,,,',
  ];

  it('prints a line for each day, in order, whatever the order of rows and columns', async () => {
    const { code, stdout } = await kardashev([
      'index',
      file('a.csv', lines.join('\r\n')),
      '--rules',
      rules,
      '--json',
    ]);
    expect(code).toBe(0);
    const days = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(days.at(-1).summary.days).toBe(3);
    expect(days.slice(0, 2)).toEqual([
      { date: '2026-01-02', level: 1000, divisor: 1.5 },
      { date: '2026-01-05', level: 1000, divisor: 1.5 },
    ]);
    expect(days[2].level).toBeCloseTo(1625 / 1.5, 9);
    expect(days[2].divisor).toBeCloseTo((1825 * 1.5) / 1625, 12);
  });

  it('refuses what cannot be, with line and column', async () => {
    const bad = file('b.csv', lines.join('\n').replace('2.2', '-2.2'));
    const { code, stderr } = await kardashev(['index', bad, '--rules', rules, '--json']);
    const { error } = JSON.parse(stderr);
    expect([code, error.code, error.at.line, error.at.column]).toEqual([2, 'index/cell', 4, 3]);
  });
});
