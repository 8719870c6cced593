import { describe, expect, it } from 'vitest';
import { rooms } from '../engine/rooms.ts';
import { formulas } from '../flows/formulas.ts';
import { ports } from '../flows/ports.ts';
import type { ResolvedPlan, ResolvedValue } from '../plan/resolved.ts';
import { headlineTable } from './headline.ts';
import { assumptionPaths, columnOrigin, rangeOf } from './origin.ts';

const value: ResolvedValue = { value: 1, text: '1', unit: '', origin: 'catalogue' };
const paths = [
  'satellites.ai1.arrayArea',
  'satellites.ai2.arrayArea',
  'energy.albedo',
  'shells.low.satellite',
  'shells.high.satellite',
  'sites.memphis.hallPower',
  'capital.taxRate',
];
const plan = {
  entries: { shells: ['low', 'high'], sites: ['memphis'], satellites: ['ai1', 'ai2'] },
  values: {
    ...Object.fromEntries(paths.map((path) => [path, value])),
    'shells.low.satellite': { ...value, value: 'ai1' },
  },
} as unknown as ResolvedPlan;

describe('where a monthly column comes from', () => {
  it('is known for every port: one room writes it, and it reads what the room reads', () => {
    for (const name of Object.keys(ports)) {
      const origin = columnOrigin(name);
      const room = rooms.find((one) => one.name === origin?.room);
      expect(room?.writes, name).toContain(name);
      expect(origin?.reads.length).toBe((room?.reads.now.length ?? 0) + (room?.reads.before.length ?? 0));
    }
    expect(columnOrigin('toString')).toBeUndefined();
  });

  it('names the rooms that go on with it', () => {
    expect(columnOrigin('powerToCompute_W')?.readers).toContain('compute');
  });

  it('rests on the assumptions that the room reads, its own first', () => {
    const found = assumptionPaths(plan, 'energy');
    expect(found[0]).toBe('energy.albedo');
    expect(found).toContain('satellites.ai2.arrayArea');
    expect(found).not.toContain('capital.taxRate');
  });

  it('leaves out other shells, sites and designs where one row is asked for', () => {
    const found = assumptionPaths(plan, 'energy', 'low');
    expect(found).toContain('satellites.ai1.arrayArea');
    expect(found).not.toContain('satellites.ai2.arrayArea');
    expect(found.some((path) => path.startsWith('sites.'))).toBe(false);
  });

  it('writes formulas and headlines in names of ports that exist', () => {
    const named = Object.values(formulas).flatMap((text) => text.match(/\b[a-z]\w*_[A-Za-z0-9]+\b/g) ?? []);
    expect(named.filter((name) => !Object.hasOwn(ports, name))).toEqual([]);
    for (const { columns } of headlineTable) {
      for (const column of columns) expect(Object.hasOwn(ports, column)).toBe(true);
    }
  });
});

describe('the range of an assumption', () => {
  it('is its bounds, or the middle 90 %', () => {
    expect(rangeOf({ kind: 'triangular', low: 1, mode: 2, high: 4 })).toEqual([1, 4]);
    const [low, high] = rangeOf({ kind: 'normal', mean: 10, sd: 1 });
    expect(low + high).toBeCloseTo(20, 12);
    expect(high).toBeCloseTo(11.645, 3);
    const [less, more] = rangeOf({ kind: 'lognormal', median: 3, sigma: 0.5 });
    expect(less * more).toBeCloseTo(9, 12);
  });
});
