import type { PlanDocument, PlanValue } from '@kardashev/contracts/plan.ts';
import { entryOf, inline, readDocument } from '@kardashev/model/evidence/document.ts';
import { merge } from '@kardashev/model/plan/merge.ts';
import { describe, expect, it } from 'vitest';
import { planFile } from './plan-file.ts';

const value = (text: string, more: Partial<PlanValue> = {}): PlanValue => ({
  value: 1,
  text,
  unit: '',
  origin: 'catalogue',
  ...more,
});
const document = {
  seed: 7,
  file: 'plans/million.yaml',
  faithful: true,
  plan: {
    name: 'million',
    title: 'A million: as announced',
    values: {
      'satellites.ai1.arrayArea': value('605 m2'),
      'satellites.ai1.life': value('5 yr'),
      'transport.permits': value('{2026-01: 25 /year, 2030-01: 100 /year}', { origin: 'plan' }),
      'energy.loss': value('5 %', {
        origin: 'override',
        evidence: { kind: 'assumed', source: 'a test', asOf: '2026' },
      }),
    },
  },
} as unknown as PlanDocument;

const read = (text: string) => {
  const parsed = readDocument('file', text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
};

describe('the plan file of what is changed', () => {
  it('extends the plan and holds the changes alone', () => {
    const text = planFile(
      document,
      new Map([
        ['satellites.ai1.arrayArea', '700 m2'],
        ['satellites.ai1.life', '{value: 7 yr, source: "him", asOf: "2026"}'],
      ]),
    );
    expect(text).toBe(`# A million: as announced, changed in mission control.
# Run it with: npx kardashev run THIS-FILE --seed 7
extends: plans/million.yaml
name: million-changed
title: "A million: as announced, changed"
energy:
  loss: {value: 5 %, source: "a test", asOf: "2026"}
satellites:
  ai1:
    arrayArea: 700 m2
    life: {value: 7 yr, source: "him", asOf: "2026"}
`);
    expect(read(text).kind).toBe('map');
  });

  it('takes away what a map of the plan has and the changed one lacks', () => {
    const text = planFile(
      document,
      new Map([['transport.permits', '{2028-01: 50 /year, 2030-01: 90 /year}']]),
    );
    const plan = read('transport:\n  permits: {2026-01: 25 /year, 2030-01: 100 /year}\n');
    const permits = entryOf(entryOf(merge(plan, read(text)), 'transport'), 'permits');
    expect(permits && inline(permits)).toBe('{2030-01: 90 /year, 2028-01: 50 /year}');
  });

  it('says where the plan has changed since', () => {
    expect(planFile({ ...document, faithful: false }, new Map())).toContain(
      '# That plan or the catalogue has changed',
    );
  });
});
