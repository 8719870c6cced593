import type { ShellRow } from '@kardashev/contracts/shell.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { monthTable } from '../../months/table.ts';
import { satelliteCounts } from './counts.ts';

const shell = (name: string): ShellRow => ({
  name,
  altitude_m: 6e5,
  inclination_rad: 0.5,
  planes: 1,
  perPlane: 10,
  nodes: 'spread',
  satellite: 'ai1',
});

it('draws whole satellites that add up to the whole, each shell within one of its own', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 3e5, noNaN: true }), { minLength: 1, maxLength: 12 }),
      (units) => {
        const rows = units.map((_, index) => `shell-${index}`);
        const inService = {
          name: 'inService',
          room: '',
          unit: '',
          doc: '',
          rows,
          values: units.map((value) => [value]),
        };
        const counts = satelliteCounts(
          rows.map(shell),
          monthTable({ labels: ['2026-01'], columns: [inService] }),
          0,
        );
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
          Math.round(units.reduce((sum, value) => sum + value, 0)),
        );
        return counts.every(
          (count, index) => Number.isInteger(count) && Math.abs(count - units[index]!) <= 1,
        );
      },
    ),
  );
});
