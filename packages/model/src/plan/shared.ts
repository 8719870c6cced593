import { number } from './attribute.ts';

/** Rows of satellites that two rooms read: their schemas must hold the same object. */
export const satelliteAreas = {
  arrayArea_m2: number('Gross area of the solar arrays, one side.', { positive: true }),
  radiatorArea_m2: number('Planform area of the radiators: both faces radiate.', { positive: true }),
};
