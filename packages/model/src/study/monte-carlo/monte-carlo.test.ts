import { inverseNormal } from '@kardashev/kernels/numeric/inverse-normal.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Distribution } from '../../evidence/assumption.ts';
import { quantile } from '../../evidence/quantile.ts';
import type { ResolvedPlan, ResolvedValue } from '../../plan/resolved.ts';
import { assumptionsOf, shareBelow, valueAt } from './assumption.ts';
import { blocksOf } from './correlation.ts';
import { Design, leadingOf } from './design.ts';
import { joined } from './sampler.ts';
import { type Study, shardsOf } from './study.ts';

const value = (distribution: Distribution, origin: ResolvedValue['origin'] = 'plan'): ResolvedValue => ({
  value: 0.2,
  text: '20 %',
  unit: '',
  origin,
  distribution,
});

const even: Distribution = { kind: 'uniform', low: 0.1, high: 0.3 };

const planOf = (values: { [path: string]: ResolvedValue }): ResolvedPlan => ({
  name: 'test',
  title: 'test',
  funding: 'as-needed',
  reportBooks: false,
  reportApart: false,
  from: 0,
  to: 1,
  entries: {},
  values,
});

const three = planOf({
  'capital.taxRate': value(even),
  'capital.costOfCapital': value(even),
  'capital.inflation': value(even),
});

const studyOver = (plan: ResolvedPlan, more: Partial<Study> = {}): Study => ({
  plan,
  seed: 5,
  sampling: 'sobol',
  samples: 1024,
  leading: [],
  correlations: [],
  held: [],
  expanded: [],
  passes: 'own',
  ...more,
});

function pointsOf(study: Study): Float64Array[] {
  const assumptions = assumptionsOf(study.plan);
  if (!assumptions.ok) throw new Error(assumptions.faults[0]?.message);
  const blocks = blocksOf(assumptions.value, study.correlations);
  if (!blocks.ok) throw new Error(blocks.faults[0]?.message);
  const design = new Design(study, assumptions.value, blocks.value);
  return Array.from({ length: study.samples }, (_, index) => {
    const out = new Float64Array(assumptions.value.length);
    design.point(index, out);
    return out;
  });
}

const correlation = (points: readonly Float64Array[], a: number, b: number): number => {
  const z = points.map(
    (point) => [inverseNormal(point[a] as number), inverseNormal(point[b] as number)] as const,
  );
  return z.reduce((sum, [x, y]) => sum + x * y, 0) / points.length;
};

test('the copula gives the correlation that was asked for, and leaves each assumption its own distribution', () => {
  const of = ['capital.taxRate', 'capital.inflation'] as const;
  for (const sampling of ['sobol', 'latin'] as const) {
    const points = pointsOf(
      studyOver(three, { sampling, correlations: [{ of, correlation: -0.7, source: 'test' }] }),
    );
    expect(correlation(points, 0, 2)).toBeCloseTo(-0.7, 1);
    expect(Math.abs(correlation(points, 0, 1))).toBeLessThan(0.1);
    const sorted = points.map((point) => point[2] as number).sort((a, b) => a - b);
    expect(sorted[512]).toBeCloseTo(0.5, 1);
    expect(sorted[51]).toBeCloseTo(0.05, 1);
  }
});

test('plans that share an assumption share its draws', () => {
  const two = planOf({ 'capital.inflation': value(even), 'capital.taxRate': value(even) });
  const [ours, theirs] = [pointsOf(studyOver(three)), pointsOf(studyOver(two))];
  expect(theirs.map((point) => point[0])).toEqual(ours.map((point) => point[2]));
});

test('correlations that cannot be together are refused', () => {
  const assumptions = assumptionsOf(three);
  const pair = (one: string, other: string, correlation: number) => ({
    of: [`capital.${one}`, `capital.${other}`] as const,
    correlation,
    source: 'test',
  });
  const blocks = blocksOf(assumptions.ok ? assumptions.value : [], [
    pair('taxRate', 'costOfCapital', 0.9),
    pair('costOfCapital', 'inflation', 0.9),
    pair('taxRate', 'inflation', -0.9),
  ]);
  expect(blocks).toMatchObject({ ok: false, faults: [{ code: 'study/correlations' }] });
});

test('entries that take one statement of the catalogue share one assumption', () => {
  const plan = planOf({
    'sites.a.earlyShare': value(even, 'catalogue'),
    'sites.b.earlyShare': value(even, 'catalogue'),
    'sites.c.earlyShare': value({ ...even, high: 0.4 } as Distribution, 'catalogue'),
  });
  const found = assumptionsOf(plan);
  expect(found.ok && found.value.map(({ id, paths }) => [id, paths.length])).toEqual([
    ['sites.*.earlyShare', 2],
    ['sites.c.earlyShare', 1],
  ]);
});

test('what lies outside physics is cut off where it is little, and refused where it is much', () => {
  const little = assumptionsOf(planOf({ 'capital.taxRate': value({ kind: 'normal', mean: 0.2, sd: 0.1 }) }));
  const [assumption] = little.ok ? little.value : [];
  expect(assumption && valueAt(assumption, 1e-9)).toBeGreaterThanOrEqual(0);
  const much = assumptionsOf(planOf({ 'capital.taxRate': value({ kind: 'normal', mean: 0.05, sd: 0.4 }) }));
  expect(much).toMatchObject({ ok: false, faults: [{ code: 'study/outside-physics' }] });
  const none = assumptionsOf(planOf({ 'capital.taxRate': value({ kind: 'uniform', low: 0.2, high: 0.2 }) }));
  expect(none).toMatchObject({ ok: false, faults: [{ code: 'study/no-spread' }] });
  expect(assumptionsOf(planOf({}))).toMatchObject({ ok: false, faults: [{ code: 'study/certain' }] });
});

test('shares and quantiles undo one another for every kind of distribution', () => {
  const kinds: Distribution[] = [
    even,
    { kind: 'triangular', low: 1, mode: 2, high: 5 },
    { kind: 'normal', mean: 3, sd: 2 },
    { kind: 'lognormal', median: 4, sigma: 0.5 },
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.double({ min: 1e-4, max: 1 - 1e-4, noNaN: true }),
      (kind, u) => Math.abs(shareBelow(kind, quantile(kind, u)) - u) < 1e-6,
    ),
  );
});

test('shards cover every sample once, and rows joined from any order of them are the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), (samples) => {
      const shards = shardsOf(samples);
      const covered = shards.reduce((sum, { from, to }) => sum + to - from, 0);
      return covered === samples && shards.every(({ from }, i) => from === (shards[i - 1]?.to ?? 0));
    }),
  );
  const rows = (from: number, to: number) => ({
    from,
    to,
    numbers: new Float64Array((to - from) * 39).fill(from),
    verdicts: new Uint8Array((to - from) * 24),
    series: new Float64Array((to - from) * 3).fill(from),
    faults: new Array<string>(to - from).fill(String(from)),
  });
  const parts = [rows(0, 2), rows(2, 4), rows(4, 5)];
  expect(joined(parts.toReversed()).faults).toEqual(['0', '0', '2', '2', '4']);
  expect([...joined(parts.toReversed()).series.subarray(6, 15)]).toEqual([2, 2, 2, 2, 2, 2, 4, 4, 4]);
});

test('the widest assumptions lead', () => {
  const plan = planOf({
    'capital.taxRate': value(even),
    'capital.inflation': value({ kind: 'uniform', low: 0, high: 1 }),
  });
  const found = assumptionsOf(plan);
  expect(found.ok && leadingOf(found.value)[0]).toBe('capital.inflation');
});
