import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { kardashev, smallPlan } from '../testing/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'kardashev-capacity-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const capacity = (...args: string[]) =>
  kardashev(['network', 'capacity', smallPlan, '--out', folder, '--set', 'period.to=2029-12', ...args]);
/** The announced plan, which has satellites in service by then. */
const million = fileURLToPath(new URL('../../../../plans/million.yaml', import.meta.url));
const announced = (...args: string[]) =>
  kardashev(['network', 'capacity', million, '--out', folder, ...args]);

describe('kardashev network capacity', () => {
  it('tells bits by kind of traffic, bottlenecks and latency, and delivers no more than is offered', async () => {
    const { code, stdout } = await announced('--month', '2029-06', '--json');
    const found = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(found.delivered_bit).toBeGreaterThan(0);
    expect(found.delivered_bit).toBeLessThan(found.offered_bit);
    expect(found.bottlenecks.length).toBeGreaterThan(0);
    const kinds = found.traffic.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual(
      expect.arrayContaining(['training exchanges', 'checkpoints', 'prompts and tokens', 'images']),
    );
    for (const one of found.traffic) {
      expect(one.delivered_bit).toBeLessThanOrEqual(one.offered_bit * (1 + 1e-12));
      expect(one.delivered_bit).toBeGreaterThanOrEqual(0);
    }
    for (const one of found.bottlenecks) {
      expect(one.fullness).toBeGreaterThan(0);
      expect(one.fullness).toBeLessThanOrEqual(1);
    }
    expect(Array.isArray(found.latency)).toBe(true);
  });

  it('tells images sent whole from what is cut out on orbit, by what chips managed in the month', async () => {
    const images = async (...args: string[]): Promise<{ whole: number; cut: number }> => {
      const { traffic } = JSON.parse((await announced('--month', '2029-06', '--json', ...args)).stdout);
      const of = (kind: string): number =>
        traffic.find((one: { kind: string }) => one.kind === kind).offered_bps;
      return { whole: of('images'), cut: of('image cut-outs and alerts') };
    };
    const all = await images();
    expect(all.whole).toBe(0);
    expect(all.cut).toBeGreaterThan(0);
    // A hundred thousand times the work finds no chips: most scenes go down as they are.
    const heavy = await images('--set', 'data.work=1 GFLOP/bit');
    expect(heavy.whole).toBeGreaterThan(heavy.cut);
    expect(heavy.cut).toBeGreaterThan(0);
  });

  it('is one screen without --json', async () => {
    const { code, stdout } = await capacity('--month', '2029-06');
    expect(code).toBe(0);
    expect(stdout).toContain('prompts and tokens');
    expect(stdout.split('\n').length).toBeLessThan(45);
  });

  it.each(['2099-01', '2028-13', 'June'])('refuses the month %s', async (month) => {
    const ended = await capacity('--month', month, '--json');
    expect(ended.code).toBe(2);
    expect(JSON.parse(ended.stderr.trim().split('\n').at(-1)!).error.code).toBe('plan/no-such-month');
  });
});
