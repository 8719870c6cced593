import type { Figure, Tolerance } from '../case.ts';

/** One figure of a case. */
export const figure = (
  name: string,
  unit: string,
  expected: number,
  tolerance: Tolerance,
  obtained: () => number,
): Figure => ({ name, unit, expected, tolerance, obtained });
export const relative = (tolerance: number): Tolerance => ({ relative: tolerance });
export const within = (tolerance: number): Tolerance => ({ absolute: tolerance });
