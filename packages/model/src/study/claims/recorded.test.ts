import { describe, expect, it } from 'vitest';
import type { PassResult, RunResult } from '../../engine/result.ts';
import type { ResolvedPlan } from '../../plan/resolved.ts';
import type { Claim } from './claim.ts';
import { claims } from './judge.ts';
import { inputsOf, roomOfClaim } from './recorded.ts';

const plan = {
  entries: {},
  values: {
    'capital.acquiredValue': { value: 2.5e11, text: '250 BUSD', unit: 'USD', origin: 'catalogue' },
    'capital.acquirerValue': { value: 1e12, text: '1 TUSD', unit: 'USD', origin: 'catalogue' },
    'capital.taxRate': { value: 0.21, text: '21 %', unit: '', origin: 'catalogue' },
  },
} as unknown as ResolvedPlan;
const column = (port: string): PassResult['columns'][number] => ({
  name: port,
  port,
  room: 'capital',
  row: '',
  unit: '',
  doc: '',
  values: Float64Array.of(1, 2),
});
const pass = (funding: PassResult['funding']): PassResult => ({
  funding,
  columns: [column('cash_USD'), column('debt_USD')],
  binding: [],
});
const result: RunResult = {
  months: ['2026-01', '2026-02'],
  passes: [pass('as-needed'), pass('books')],
  hash: '',
};
const claim = (find: Claim['find']): Claim => ({
  id: 'x',
  said: '',
  quantity: '',
  unit: '1',
  claimed: 1,
  holds: 'at least',
  find,
});

describe('what a claim looked at', () => {
  it('is the columns and assumptions that it asked for, of every pass, and no others', () => {
    const asked = claim((reading, other) => {
      const books = other('books')?.row('debt_USD') ?? new Float64Array();
      return { computed: reading.end(books) * reading.assumption('capital.taxRate'), instead: '' };
    });
    expect(inputsOf(asked, plan, result)).toEqual({ ports: ['debt_USD'], paths: ['capital.taxRate'] });
  });

  it('is the terms alone for the value of the exchange', () => {
    const value = claims.find(({ id }) => id === 'value-1500') as Claim;
    const { ports, paths } = inputsOf(value, plan, result);
    expect(ports).toEqual([]);
    expect([...paths].sort()).toEqual(['capital.acquiredValue', 'capital.acquirerValue']);
  });

  it('is of one room each', () => {
    for (const one of claims)
      expect(['transport', 'energy', 'compute', 'data', 'capital']).toContain(roomOfClaim(one));
  });
});
