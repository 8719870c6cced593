import { describe, expect, it } from 'vitest';
import { at, monthTable } from '../months/table.ts';
import { headlineSeries, kardashevLevel, valueAt } from './series.ts';

const column = (name: string, values: number[][], rows = ['shell', 'site']) => ({
  name,
  room: 'x',
  unit: '',
  doc: '',
  rows,
  values,
});
const inOrbit = (row: string) => row === 'shell';

describe('headline numbers', () => {
  it('count satellites and not halls', () => {
    const series = headlineSeries(
      monthTable({ labels: ['2026-01'], columns: [column('inService', [[6.6], [3]])] }),
      inOrbit,
    );
    expect(at(series.satellites, 0)).toBe(7);
    expect(series.tokens_perS).toBeUndefined();
  });

  it('derive costs from hosts, and take what the run itself recorded before that', () => {
    const levelised = column('levelised_USD2026perFLOP', [[1e-18], [5e-19]]);
    const derived = headlineSeries(monthTable({ labels: ['2026-01'], columns: [levelised] }), inOrbit);
    expect(at(derived.orbit_USDperPFLOPday, 0)).toBeCloseTo(86.4, 9);
    expect(at(derived.ground_USDperPFLOPday, 0)).toBeCloseTo(43.2, 9);
    const recorded = column('orbit_USDperPFLOPday', [[66]], ['all']);
    const taken = headlineSeries(
      monthTable({ labels: ['2026-01'], columns: [levelised, recorded] }),
      inOrbit,
    );
    expect(at(taken.orbit_USDperPFLOPday, 0)).toBe(66);
  });

  it('put level I at 10¹⁶ W and level II at 10²⁶ W', () => {
    expect(kardashevLevel(1e16)).toBeCloseTo(1, 12);
    expect(kardashevLevel(1e26)).toBeCloseTo(2, 12);
    expect(kardashevLevel(0)).toBeNaN();
  });

  it("show the verdict's number in the last month only, where months lack it", () => {
    expect(valueAt(undefined, 239, 239, 66)).toBe(66);
    expect(valueAt(undefined, 238, 239, 66)).toBeNaN();
    expect(valueAt(Float64Array.of(1, 2), 1, 1, 66)).toBe(2);
  });
});
