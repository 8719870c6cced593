import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeHash } from './house.ts';
import { type Ended, kardashev, smallPlan } from './testing/command.ts';

// Many short lives of a command, on a machine that others may be using.
const long_ms = 600_000;

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'kardashev-study-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** Few samples of a plan of two months. */
const few = ['--samples', '96', '--seed', '3'];

const study = (...args: string[]): Promise<Ended> => kardashev(['study', smallPlan, ...args], { cwd });

// biome-ignore lint/suspicious/noExplicitAny: documents are looked into at many places
function document({ stdout, stderr, code }: Ended): any {
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const fault = ({ stderr }: Ended) =>
  (JSON.parse(stderr.slice(stderr.indexOf('{'))) as { error: { code: string } }).error;

/** Does work again where the models' code was edited meanwhile: studies then rightly begin anew. */
async function underOneCode(work: () => Promise<void>): Promise<void> {
  for (;;) {
    const code = codeHash();
    try {
      return await work();
    } catch (error) {
      if (codeHash() === code) throw error;
      for (const name of readdirSync(cwd)) if (name !== 'one') rmSync(join(cwd, name), { recursive: true });
    }
  }
}

describe('a study', () => {
  let whole: ReturnType<typeof document>;
  beforeAll(async () => {
    whole = document(await study(...few, '--json', '--workers', '1', '--out', 'one'));
  }, long_ms);

  it('tells outputs, claims, sensitivities and its hash under the keys that others rely on', () => {
    expect(whole).toMatchObject({ plan: 'small', seed: 3, samples: 96, computed: 96 });
    expect(whole.samplesPerSecond).toBeGreaterThan(0);
    expect(whole.hash).toMatch(/^[0-9a-f]{64}$/);
    const cost = whole.outputs['capital.ground_USDperPFLOPday'];
    expect(Object.keys(cost)).toEqual(
      expect.arrayContaining(['mean', 'sd', 'p5', 'p25', 'p50', 'p75', 'p95']),
    );
    expect(cost.p5).toBeLessThan(cost.p50);
    expect(cost.p50).toBeLessThan(cost.p95);
    expect(whole.claims['listing-50'].holds_share).toBe(1);
    const [index] = whole.sensitivity['capital.ground_USDperPFLOPday'];
    expect(index).toMatchObject({
      assumption: expect.any(String),
      first: expect.any(Number),
      total: expect.any(Number),
    });
    expect(index.total).toBeGreaterThanOrEqual(index.first);
  });

  it('calls an output that never varies suspicious, and says what it held', () => {
    // Nothing flies in the first two months.
    expect(whole.neverVaries).toContain('fleet.satellites_peak');
    expect(whole.held).toContain('network.groundElevation');
    expect(whole.expanded).toBeGreaterThan(10);
  });

  it(
    'is the same in two threads, in parts put together, and resumed after a kill',
    async () => {
      const two = document(await study(...few, '--json', '--workers', '2', '--out', 'two'));
      expect(two.hash).toBe(whole.hash);
      expect(two.computed).toBe(96);
      for (const part of ['2/2', '1/2']) {
        const done = await study(...few, '--shard', part, '--workers', '1', '--out', `part-${part[0]}`);
        expect(done).toMatchObject({ code: 0 });
      }
      const incomplete = await kardashev(['study', 'merge', 'part-1', '--json'], { cwd });
      expect(incomplete.code).toBe(2);
      expect(fault(incomplete).code).toBe('study/missing-shards');
      cpSync(join(cwd, 'part-1', 'studies'), join(cwd, 'both', 'a'), { recursive: true });
      cpSync(join(cwd, 'part-2', 'studies'), join(cwd, 'both', 'b'), { recursive: true });
      const merged = document(await kardashev(['study', 'merge', 'both', '--json'], { cwd }));
      expect(merged.hash).toBe(whole.hash);
      const killed = await kardashev(['study', smallPlan, ...few, '--workers', '1', '--out', 'killed'], {
        cwd,
        when: 'sampling futures: 3',
      });
      expect(killed.signal).toBe('SIGKILL');
      const resumed = document(await study(...few, '--json', '--out', 'killed'));
      expect(resumed.hash).toBe(whole.hash);
      expect(resumed.computed).toBeLessThan(96);
    },
    long_ms,
  );

  it(
    'goes on from what is there when more samples are asked for',
    () =>
      underOneCode(async () => {
        const some = document(await study(...few, '--json', '--out', 'grown'));
        const more = document(await study('--samples', '128', '--seed', '3', '--json', '--out', 'grown'));
        expect(more.computed).toBe(32);
        expect(more.samples).toBe(128);
        expect(more.hash).not.toBe(some.hash);
      }),
    long_ms,
  );

  it(
    'says when it is interrupted what is kept, and by which command it goes on',
    () =>
      underOneCode(async () => {
        const args = ['study', smallPlan, ...few, '--workers', '1', '--json', '--out', 'in part'];
        const cut = await kardashev(args, { cwd, when: 'sampling futures: 3', signal: 'SIGINT' });
        expect(cut).toMatchObject({ code: 3, stdout: '' });
        const [, kept] = /Interrupted\. (\d+) samples lie in .*, of 96 asked for\./.exec(cut.stderr) ?? [];
        expect(Number(kept)).toBeGreaterThan(0);
        const [, command] = /Go on with: (kardashev .+)/.exec(cut.stderr) ?? [];
        expect(command).toBe(`kardashev ${args.join(' ').replace('in part', "'in part'")}`);
        const resumed = document(await kardashev(args, { cwd }));
        expect(resumed.computed).toBe(96 - Number(kept));
      }),
    long_ms,
  );

  it(
    'draws a Latin hypercube, another seed and correlated assumptions otherwise',
    async () => {
      writeFileSync(
        join(cwd, 'together.yaml'),
        '- {of: [capital.costOfCapital, capital.inflation], correlation: 0.6}\n',
      );
      const hashes = new Set([whole.hash]);
      for (const args of [
        ['--sampling', 'latin'],
        ['--correlations', 'together.yaml'],
      ]) {
        hashes.add(document(await study(...few, ...args, '--json', '--out', 'one')).hash);
      }
      expect(hashes.size).toBe(3);
    },
    long_ms,
  );

  it(
    'writes the samples as a table and the answer as a screen',
    async () => {
      const shown = await study(...few, '--csv', 'samples.csv', '--out', 'one');
      expect(shown.stdout).toContain('96 futures');
      const lines = readFileSync(join(cwd, 'samples.csv'), 'utf8').trim().split('\n');
      expect(lines).toHaveLength(97);
      expect(readdirSync(join(cwd, 'one', 'studies')).length).toBeGreaterThan(0);
    },
    long_ms,
  );

  it(
    'takes total indices from pairs of samples, the same each time',
    async () => {
      const ask = async () => document(await study(...few, '--totals', '8', '--json', '--out', 'one'));
      const [first, again] = [await ask(), await ask()];
      expect(again.sensitivity).toEqual(first.sensitivity);
      type Index = { assumption: string; total: number; total_high: number };
      const indices = Object.values(first.sensitivity as Record<string, Index[]>).flat();
      // Pairs tell a total, samples an upper bound beside it.
      const paired = indices.filter(({ total, total_high }) => total === total_high);
      expect(paired.length).toBeGreaterThan(0);
      for (const { total } of paired) expect(total).toBeGreaterThanOrEqual(0);
      expect(new Set(paired.map(({ assumption }) => assumption)).size).toBeLessThanOrEqual(8);
      expect(indices.some(({ total, total_high }) => total < total_high)).toBe(true);
    },
    long_ms,
  );

  it(
    'finds plans that trade two numbers best, which come to what it says',
    async () => {
      const goals = 'capital.ground_USDperPFLOPday,+capital.capitalNeeded_USD';
      const vary = 'capital.costOfCapital,capital.inflation';
      const found = document(
        await study(...few, '--pareto', goals, '--vary', vary, '--json', '--out', 'one'),
      );
      expect(found.goals.map(({ want }: { want: string }) => want)).toEqual(['least', 'most']);
      expect(found.varied).toEqual(vary.split(','));
      type Plan = { goals: Record<string, number>; overrides: Record<string, string> };
      const front: [number, number][] = found.front.map(
        (plan: Plan): [number, number] => Object.values(plan.goals) as [number, number],
      );
      expect(front.length).toBeGreaterThan(0);
      for (const [cost, capital] of front) {
        expect(front.some(([other, more]) => other < cost && more > capital)).toBe(false);
      }
      expect(front.map(([cost]) => cost)).toEqual(front.map(([cost]) => cost).sort((a, b) => a - b));
      const [best] = found.front as Plan[];
      const settings = Object.entries(best!.overrides).flatMap(([path, text]) => [
        '--set',
        `${path}=${text}`,
      ]);
      const ran = document(
        await kardashev(['run', smallPlan, ...settings, '--json', '--out', 'best'], { cwd }),
      );
      expect(ran.capital.ground_USDperPFLOPday / front[0]![0]).toBeCloseTo(1, 9);
    },
    long_ms,
  );

  it(
    'finds what would have to be true, or says that nothing found makes it so',
    async () => {
      const vary = ['--vary', 'capital.mankindPower,capital.costOfCapital'];
      const holds = document(await study(...few, '--for', 'listing-50', ...vary, '--json', '--out', 'one'));
      expect(holds).toMatchObject({ found: true, alreadyHolds: true, overrides: {}, distance: 0 });
      const never = document(
        await study(...few, '--for', 'million-satellites', ...vary, '--json', '--out', 'one'),
      );
      expect(never).toMatchObject({ found: false, overrides: {}, distance: null });
      expect(never.lacks).toBeGreaterThan(0);
    },
    long_ms,
  );

  it(
    'says what is wrong',
    async () => {
      const certain = await study('--samples', '1');
      expect(certain.code).toBe(2);
      const unknown = await study('--for', 'no-claim', '--json');
      expect(unknown.code).toBe(2);
      const vary = await study(
        ...few,
        '--for',
        'listing-50',
        '--vary',
        'capital.nothing',
        '--json',
        '--out',
        'one',
      );
      expect(vary.code).toBe(2);
      expect(fault(vary).code).toBe('study/unknown-assumption');
      const outside = await study(
        ...few,
        '--set',
        'capital.taxRate={normal: [5 %, 40 %]}',
        '--json',
        '--out',
        'one',
      );
      expect(outside.code).toBe(2);
      expect(fault(outside).code).toBe('study/outside-physics');
      const none = await kardashev(['study', 'merge', join(cwd, 'nothing'), '--json'], { cwd });
      expect(none.code).toBe(2);
      expect(fault(none).code).toBe('study/no-study');
    },
    long_ms,
  );
});

describe('compare', () => {
  it(
    'explains a difference by parts that add up to it',
    async () => {
      const dearer = ['--set-b', 'capital.costOfCapital=5 %/yr'];
      const compared = await kardashev(
        ['compare', smallPlan, smallPlan, ...dearer, '--json', '--out', 'one'],
        { cwd },
      );
      const { headlines, assumptions } = document(compared);
      expect(assumptions).toHaveLength(1);
      const { difference, parts } = headlines['capital.ground_USDperPFLOPday'];
      expect(difference).toBeLessThan(0);
      expect(parts.reduce((sum: number, { part }: { part: number }) => sum + part, 0)).toBeCloseTo(
        difference,
        9,
      );
    },
    long_ms,
  );

  it(
    'does not set a calculator beside a plan with months',
    async () => {
      const unlike = await kardashev(['compare', smallPlan, 'plans/peers/mccalip.yaml', '--json'], { cwd });
      expect(unlike.code).toBe(2);
      expect(fault(unlike).code).toBe('compare/unlike');
    },
    long_ms,
  );
});
