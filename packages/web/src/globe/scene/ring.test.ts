import { expect, it } from 'vitest';
import { unrolled } from './ring.ts';

it('leaves a ring alone that stays on one side', () => {
  const ring = [
    [10, 0],
    [20, 0],
    [20, 10],
    [10, 0],
  ];
  expect(unrolled(ring)).toEqual(ring);
});

it('goes on beyond 180° and comes back', () => {
  const ring = [
    [170, 65],
    [-170, 65],
    [-170, 70],
    [170, 65],
  ];
  expect(unrolled(ring).map(([longitude]) => longitude)).toEqual([170, 190, 190, 170]);
});

it('closes a ring around the pole along the edge of the map', () => {
  const around = [
    [-120, -70],
    [0, -72],
    [120, -70],
    [-120, -70],
  ];
  expect(unrolled(around).slice(-3)).toEqual([
    [240, -70],
    [240, -90],
    [-120, -90],
  ]);
});
