import { expect, it } from 'vitest';
import { monthTable } from '../../months/table.ts';
import { ascentsAt, padMonths } from './launch-rates.ts';

const column = (name: string, rows: string[], values: number[]) => ({
  name,
  room: '',
  unit: '',
  doc: '',
  rows,
  values: values.map((value) => [value]),
});
const pad = (name: string, vehicles: string[], allowed: number) => ({
  name,
  latitude_rad: 0.4,
  longitude_rad: -1.6,
  vehicles,
  allowed_perS: [allowed],
});
const month_s = (365.25 / 12) * 86_400;

it('shares a vehicle’s launches out to its pads and loses none', () => {
  const table = monthTable({ labels: ['2030-01'], columns: [column('launches', ['a', 'b'], [12, 30])] });
  const pads = padMonths([pad('x', ['a'], 1), pad('y', ['b'], 1), pad('z', ['a', 'b'], 3)], table, 0);
  const launches = pads.map(({ rate_perS }) => rate_perS * month_s);
  expect(launches[0]).toBeCloseTo(3, 9);
  expect(launches[1]).toBeCloseTo(7.5, 9);
  expect(launches[2]).toBeCloseTo(31.5, 9);
});

it('lets launches leave at the month’s rate', () => {
  const rate_perS = 1 / 600;
  const pads = [{ pad: pad('x', ['a'], 1), rate_perS }];
  const lifted = new Set<number>();
  for (let time_s = 0; time_s < 6000; time_s += 60) {
    for (const { since_s } of ascentsAt(pads, time_s, 5400)) {
      expect(since_s).toBeGreaterThanOrEqual(0);
      lifted.add(Math.round(time_s - since_s));
    }
  }
  expect([...lifted].filter((at) => at >= 0 && at < 6000).length).toBe(10);
  expect(ascentsAt([{ ...pads[0]!, rate_perS: 0 }], 100, 5400)).toEqual([]);
});
