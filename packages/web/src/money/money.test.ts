import type { Cost } from '@kardashev/contracts/cost.ts';
import { describe, expect, it } from 'vitest';
import { breakdownOf, costRows, placesOf } from './breakdown.ts';
import { outsideOf } from './outside.ts';
import { bendsFrom, scalingOf, slopes } from './scaling.ts';

const side = (total: (number | null)[], parts: Record<string, number>) => ({
  USDperPFLOPday: total,
  USDperMtokens: total,
  USDperMWh: total,
  USDperW: total,
  USDperkWyear: total,
  parts: Object.entries(parts).map(([name, share]) => ({ name, share: total.map(() => share) })),
  chips: 'inside' as const,
  energy: 'delivered' as const,
  costOfCapital_perYear: 0.09,
});
const cost: Cost = {
  run: 'a',
  funding: 'as-needed',
  months: ['2026-01', '2026-02'],
  crossover: null,
  why: null,
  orbit: side([null, 10], { launch: 0.25, chips: 0.75 }),
  ground: side([4, 4], { chips: 0.5, energy: 0.5 }),
  each: [
    { name: 'high', kind: 'orbit', USDperPFLOPday: [null, 12] },
    { name: 'low', kind: 'orbit', USDperPFLOPday: [null, 8] },
  ],
};

describe('cost by part', () => {
  it('adds up to what the side costs, parts of both sides in one order', () => {
    const { orbit, ground, parts } = breakdownOf(cost, 'USDperPFLOPday', 1);
    expect([orbit, ground]).toEqual([10, 4]);
    expect(parts).toEqual([
      { name: 'chips', orbit: 7.5, ground: 2 },
      { name: 'launch', orbit: 2.5, ground: undefined },
      { name: 'energy', orbit: undefined, ground: 2 },
    ]);
  });

  it('has none where a unit delivers nothing, or there is no such side', () => {
    expect(breakdownOf(cost, 'USDperPFLOPday', 0)).toMatchObject({ orbit: null, ground: 4 });
    expect(breakdownOf({ ...cost, orbit: null }, 'USDperPFLOPday', 1).orbit).toBeNull();
    expect(placesOf(cost, 'orbit', 0)).toEqual([]);
    expect(placesOf(cost, 'orbit', 1).map(({ name }) => name)).toEqual(['low', 'high']);
  });

  it('goes into a file whole, a line a month', () => {
    const rows = costRows(cost);
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([1 + 2 * (4 + 2)]));
  });
});

const column = (name: string, values: number[], rows = ['all']) => ({
  name,
  room: '',
  unit: '',
  doc: '',
  rows,
  values: rows.map(() => values),
});
const labels = Array.from(
  { length: 60 },
  (_, at) => `${2030 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
);

describe('the scaling law', () => {
  const grown = labels.map((_, month) => 1e6 * 1.05 ** month);

  it('has the slope of the power that the values follow', () => {
    const x = Float64Array.from(grown);
    for (const power of [0.4, 1, 1.3]) {
      for (const slope of slopes(
        x,
        x.map((value) => value ** power),
      ))
        expect(slope).toBeCloseTo(power, 9);
    }
  });

  it('tells no slope where mass stands still', () => {
    const still = new Float64Array(60).fill(5);
    expect(slopes(still, Float64Array.from(grown)).every(Number.isNaN)).toBe(true);
  });

  it('bends where the slope stays below the line, and not where it only dips', () => {
    expect(bendsFrom(Float64Array.of(1, 0.5, 1, Number.NaN, 0.9, Number.NaN, 0.3))).toBe(4);
    expect(bendsFrom(Float64Array.of(0.5, 1))).toBeUndefined();
  });

  it('is not told of a run without anything in orbit', () => {
    const columns = ['massInOrbit_kg', 'installed_FLOPperS', 'delivered_FLOPperS'].map((name) =>
      column(
        name,
        labels.map(() => 0),
      ),
    );
    expect(scalingOf({ labels, columns }, () => true)).toBeUndefined();
  });
});

describe('capital from outside', () => {
  it('is by month what the sum so far rises by, and by year what its months add up to', () => {
    const soFar = labels.map((_, month) => (month < 3 ? 0 : 5));
    const outside = outsideOf({
      labels,
      columns: [
        column(
          'cash_USD',
          labels.map((_, month) => month),
        ),
        column('capitalNeeded_USD', soFar),
      ],
    });
    expect([...(outside?.needed_USD ?? [])].slice(0, 5)).toEqual([0, 0, 0, 5, 0]);
    expect(outside?.years[0]).toMatchObject({
      year: '2030',
      needed_USD: 5,
      neededSoFar_USD: 5,
      cashLowest_USD: 0,
    });
    expect(outside?.years[1]).toMatchObject({ needed_USD: 0, cashLowest_USD: 12 });
  });
});
