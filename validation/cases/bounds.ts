import type { Figure } from '../case.ts';

/** A figure that must be this and nothing else. */
export const exact = (name: string, expected: number, obtained: () => number): Figure => ({
  name,
  unit: '',
  expected,
  tolerance: { absolute: 0 },
  obtained,
});

/** A share that must be this at least. */
export const atLeast = (name: string, least: number, obtained: () => number): Figure => ({
  name: `${name} (at least ${least})`,
  unit: '',
  expected: 1,
  tolerance: { absolute: 1 - least },
  obtained,
});

/** Something that must be no more than this. */
export const atMost = (name: string, unit: string, most: number, obtained: () => number): Figure => ({
  name: `${name} (at most ${most})`,
  unit,
  expected: 0,
  tolerance: { absolute: most },
  obtained,
});
