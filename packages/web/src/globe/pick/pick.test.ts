import type { ShellRow } from '@kardashev/contracts/shell.ts';
import { radians } from '@kardashev/model/sky/angle.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { monthTable } from '../../months/table.ts';
import { placeAt } from '../fleet/filling.ts';
import { fleetMonths } from '../fleet/fleet-month.ts';
import { positionOf } from '../fleet/sky.ts';
import { hidden, pick } from './pick.ts';

const shell = (name: string, altitude_km: number, nodes: ShellRow['nodes']): ShellRow => ({
  name,
  altitude_m: altitude_km * 1000,
  inclination_rad: radians(nodes === 'spread' ? 30 : 97.6),
  planes: 40,
  perPlane: 333,
  nodes,
  satellite: 'ai1',
});
const rows = [shell('low', 559, 'spread'), shell('dusk', 650, 'dawn-dusk'), shell('high', 962, 'spread')];
const column = (name: string, values: number[]) => ({
  name,
  room: '',
  unit: '',
  doc: '',
  rows: rows.map(({ name: row }) => row),
  values: values.map((value) => [value]),
});
const table = monthTable({
  labels: ['2031-05'],
  columns: [column('inService', [9000, 4000, 12_000]), column('placed', [20_000, 5000, 12_500])],
});
const fleet = fleetMonths(rows, table, undefined)(0);

it('finds any satellite in sight that it looks at', () => {
  const look = fc.record({
    shell: fc.nat(2),
    index: fc.nat(3999),
    time_s: fc.integer({ min: 0, max: 20_000 }),
    eye: fc.tuple(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -6.2, max: 6.2, noNaN: true }),
    ),
  });
  fc.assert(
    fc.property(look, ({ shell: at, index, time_s, eye: [height, azimuth] }) => {
      const { filling, sky } = fleet.shells[at]!;
      const place = placeAt(filling, index);
      const position = positionOf(sky, place, time_s);
      const eye = [3 * Math.cos(azimuth), 3 * Math.sin(azimuth), height] as const;
      if (hidden(eye, position)) return;
      const to = position.map((value, axis) => value - eye[axis]!);
      const length = Math.hypot(...to);
      const ahead = to.map((value) => value / length) as unknown as readonly [number, number, number];
      const found = pick(fleet, time_s, { eye, ahead, reach_rad: 1e-3 });
      expect(found).toBeDefined();
      // Another may stand on the same line, but none nearer to it.
      const seen = positionOf(fleet.shells[found!.shell]!.sky, found!, time_s);
      const back = seen.map((value, axis) => value - eye[axis]!);
      const cosine = back.reduce((sum, value, axis) => sum + value * ahead[axis]!, 0) / Math.hypot(...back);
      expect(cosine).toBeGreaterThan(1 - 1e-10);
    }),
  );
});

it('finds nothing in the empty sky and nothing through the Earth', () => {
  const eye = [4, 0, 0] as const;
  expect(pick(fleet, 0, { eye, ahead: [0, 1, 0], reach_rad: 0.002 })).toBeUndefined();
  const found = pick(fleet, 0, { eye, ahead: [-1, 0, 0], reach_rad: 0.05 });
  if (found) expect(positionOf(fleet.shells[found.shell]!.sky, found, 0)[0]).toBeGreaterThan(0);
});
