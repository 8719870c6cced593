import { number } from './attribute.ts';

/** Rows of satellites that two rooms read: their schemas must hold the same object. */
export const satelliteAreas = {
  arrayArea_m2: number('Gross area of the solar arrays, one side.', { positive: true }),
  radiatorArea_m2: number('Planform area of the radiators: both faces radiate.', { positive: true }),
};

/** Rows of sites that two rooms read. */
export const siteWater = {
  waterPerEnergy_kgperJ: number('Water evaporated on site per energy to the chips, year round.', {
    min: 0,
  }),
};
