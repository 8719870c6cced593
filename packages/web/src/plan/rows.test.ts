import { describe, expect, it } from 'vitest';
import type { OpenPlan } from '../rerun/session.ts';
import { inWords, rowsOf, search } from './rows.ts';

const value = { value: 1, text: '1 m2', unit: 'm2', origin: 'catalogue' } as const;
const plan = {
  document: {
    plan: {
      values: {
        'satellites.ai1.arrayArea': {
          ...value,
          evidence: { kind: 'press', source: 'SpaceX AI1 as shown', asOf: '2026-06' },
        },
        'capital.chipCost': value,
        'shells.low.altitude': value,
        'energy.unknown': value,
      },
    },
  },
  attributes: {
    'satellites.ai1.arrayArea': { doc: 'Area of cells.', kind: 'number', room: 'energy' },
    'capital.chipCost': { doc: 'Price of chips.', kind: 'series', room: 'capital' },
    'shells.low.altitude': { doc: 'Height.', kind: 'number', room: 'plan' },
  },
} as unknown as OpenPlan;

describe('the list of assumptions', () => {
  it('groups values by the subsystem that reads them first, and says whose they are', () => {
    expect(rowsOf(plan).map(({ group, entry, title }) => [group, entry, title])).toEqual([
      ['energy', 'satellites · ai1', 'array area'],
      ['capital', '', 'chip cost'],
      ['plan', 'shells · low', 'altitude'],
    ]);
  });

  it('finds rows by path, meaning and source', () => {
    const found = (wish: string) => search(rowsOf(plan), wish).map(({ path }) => path);
    expect(found('ARRAY ai1')).toEqual(['satellites.ai1.arrayArea']);
    expect(found('price')).toEqual(['capital.chipCost']);
    expect(found('spacex')).toEqual(['satellites.ai1.arrayArea']);
    expect(found('nothing of this')).toEqual([]);
    expect(found('  ')).toHaveLength(3);
  });

  it.each([
    ['perPlane', 'per plane'],
    ['isl', 'isl'],
    ['PUE', 'PUE'],
    ['laserRate', 'laser rate'],
  ])('%s in words is %s', (key, words) => {
    expect(inWords(key)).toBe(words);
  });
});
