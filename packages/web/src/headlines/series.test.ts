import type { ShellRow } from '@kardashev/contracts/shell.ts';
import { describe, expect, it } from 'vitest';
import { at, monthTable } from '../months/table.ts';
import { headlineSeries, kardashevLevel } from './series.ts';

const rows = ['low', 'high', 'abilene', 'memphis', 'lulea'];
const column = (name: string, values: number[][]) => ({ name, room: 'x', unit: '', doc: '', rows, values });
const shell = (name: string, planes: number): ShellRow => ({
  name,
  altitude_m: 6e5,
  inclination_rad: 0.5,
  planes,
  perPlane: 10,
  nodes: 'spread',
  satellite: 'ai1',
});
const shells = [shell('low', 1), shell('high', 3)];
const inOrbit = (row: string) => row === 'low' || row === 'high';
const series = (columns: ReturnType<typeof column>[], mankindAtEnd: number | null = null) =>
  headlineSeries({
    table: monthTable({ labels: ['2026-01', '2026-02'], columns }),
    shells,
    inOrbit,
    mankindAtEnd,
  });

describe('headline numbers', () => {
  it('count satellites and not halls', () => {
    const { satellites, tokens_perS } = series([
      column('inService', [
        [7, 8],
        [1, 2],
        [3, 3],
        [3, 3],
        [3, 3],
      ]),
    ]);
    expect(at(satellites, 1)).toBe(10);
    expect(tokens_perS).toBeUndefined();
  });

  it('weigh costs in orbit by planned satellites and take the median site on the ground', () => {
    const cost = column('levelised_USD2026perFLOP', [
      [1e-18, 1e-18],
      [2e-18, 2e-18],
      [5e-19, 5e-19],
      [1e-19, 1e-19],
      [9e-19, 9e-19],
    ]);
    const { orbit_USDperPFLOPday, ground_USDperPFLOPday } = series([cost]);
    expect(at(orbit_USDperPFLOPday, 0)).toBeCloseTo(1.75e-18 * 8.64e19, 9);
    expect(at(ground_USDperPFLOPday, 0)).toBeCloseTo(5e-19 * 8.64e19, 9);
  });

  it('put level I at 10¹⁶ W and level II at 10²⁶ W', () => {
    expect(kardashevLevel(1e16)).toBeCloseTo(1, 12);
    expect(kardashevLevel(1e26)).toBeCloseTo(2, 12);
    expect(kardashevLevel(0)).toBeNaN();
  });

  it("lead to the verdict's level of mankind in the last month", () => {
    const power = column('powerToCompute_W', [
      [0, 1e12],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    const end = kardashevLevel(2.1e13);
    const { kardashevMankind } = series(
      [
        column('inService', [
          [0, 1],
          [0, 0],
          [0, 0],
          [0, 0],
          [0, 0],
        ]),
        power,
      ],
      end,
    );
    expect(at(kardashevMankind, 1)).toBeCloseTo(end, 12);
    expect(at(kardashevMankind, 0)).toBeCloseTo(kardashevLevel(2e13), 9);
  });
});
