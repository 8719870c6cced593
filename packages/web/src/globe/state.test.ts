import { expect, it } from 'vitest';
import { readChoice } from './state.ts';

const shells = [
  {
    name: 'middle-30',
    altitude_m: 702e3,
    inclination_rad: 0.5,
    planes: 750,
    perPlane: 333,
    nodes: 'spread' as const,
    satellite: 'ai1',
  },
];

it('reads places that exist, counted from 1', () => {
  expect(readChoice('middle-30.12.45', shells)).toEqual({ shell: 0, plane: 11, slot: 44 });
  expect(readChoice(' middle-30 750 333 ', shells)).toEqual({ shell: 0, plane: 749, slot: 332 });
  for (const text of ['', 'middle-30', 'middle-30.0.1', 'middle-30.751.1', 'middle-30.1.334', 'low.1.1']) {
    expect(readChoice(text, shells)).toBeUndefined();
  }
});
