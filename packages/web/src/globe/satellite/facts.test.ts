import { radians } from '@kardashev/model/sky/angle.ts';
import { expect, it } from 'vitest';
import { monthTable } from '../../months/table.ts';
import { fleetMonths } from '../fleet/fleet-month.ts';
import { positionOf } from '../fleet/sky.ts';
import { orbitFacts } from './facts.ts';

const row = {
  name: 'belt',
  altitude_m: 559e3,
  inclination_rad: radians(30),
  planes: 10,
  perPlane: 50,
  nodes: 'spread' as const,
  satellite: 'ai1',
};
const column = (name: string) => ({
  name,
  room: '',
  unit: '',
  doc: '',
  rows: ['belt'],
  values: [[500]],
});
const table = monthTable({ labels: ['2031-05'], columns: [column('inService'), column('placed')] });
const fleet = fleetMonths([row], table, undefined)(0);

it('is in shadow as long as the closed form says, about midnight of the orbit', () => {
  const choice = { shell: 0, plane: 3, slot: 17 };
  const { sky } = fleet.shells[0]!;
  const { period_s, eclipse_s } = orbitFacts(fleet, choice, 0);
  const sun = [Math.cos(fleet.sun.declination_rad), 0, Math.sin(fleet.sun.declination_rad)] as const;
  let dark_s = 0;
  for (let time_s = 0; time_s < period_s; time_s += 5) {
    const [x, y, z] = positionOf(sky, choice, time_s);
    const along = x * sun[0] + z * sun[2];
    if (along >= 0 || x * x + y * y + z * z - along * along >= 1) continue;
    dark_s += 5;
    const { sinceNoon_s } = orbitFacts(fleet, choice, time_s);
    expect(Math.abs(sinceNoon_s - period_s / 2)).toBeLessThan(eclipse_s / 2 + 10);
  }
  expect(Math.abs(dark_s - eclipse_s)).toBeLessThan(15);
});
