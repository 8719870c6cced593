import type { ShellRow } from '@kardashev/contracts/shell.ts';
import { radians } from '@kardashev/model/sky/angle.ts';
import { expect, it } from 'vitest';
import { monthTable } from '../../months/table.ts';
import { fleetMonths } from '../fleet/fleet-month.ts';
import { linksAround, meshes } from './mesh.ts';

const row: ShellRow = {
  name: 'belt',
  altitude_m: 559e3,
  inclination_rad: radians(30),
  planes: 60,
  perPlane: 60,
  nodes: 'spread',
  satellite: 'ai1',
};
const column = (name: string, value: number) => ({
  name,
  room: '',
  unit: '',
  doc: '',
  rows: ['belt'],
  values: [[value]],
});
const fleetOf = (count: number) =>
  fleetMonths(
    [row],
    monthTable({ labels: ['2031-05'], columns: [column('inService', count), column('placed', count)] }),
    undefined,
  )(0);
const network = {
  shells: [],
  stations: [],
  pads: [],
  inclinationTolerance_rad: 0,
  stationElevation_rad: 0,
  topology: 'grid' as const,
  grazingAltitude_m: 80e3,
};

it('links each satellite in sight of the middle to its neighbours, as far as lasers reach', () => {
  const fleet = fleetOf(3600);
  const mesh = meshes(fleet, network);
  const out = new Float32Array(6 * 400);
  const links = linksAround(fleet, mesh, 0, [1, 0, 0], 400, out);
  expect(links).toBeGreaterThan(50);
  expect(links).toBeLessThanOrEqual(400);
  for (let link = 0; link < links; link++) {
    const [ax = 0, ay = 0, az = 0, bx = 0, by = 0, bz = 0] = out.subarray(link * 6, link * 6 + 6);
    const length = Math.hypot(ax - bx, ay - by, az - bz);
    expect(length).toBeGreaterThan(0.01);
    expect(length).toBeLessThanOrEqual(mesh[0]!.reach);
    // Neighbours of a full grid of 60 × 60 are some six degrees apart.
    expect(length).toBeLessThan(0.15);
  }
});

it('links none where satellites are beyond the reach of lasers', () => {
  const fleet = fleetOf(8);
  expect(linksAround(fleet, meshes(fleet, network), 0, [1, 0, 0], 400, new Float32Array(2400))).toBe(0);
});
