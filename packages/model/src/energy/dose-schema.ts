import { number, type Rows, share } from '../plan/attribute.ts';

const entry = (altitude: number, shield: string) =>
  number(`Dose behind ${shield} of aluminium on polar orbits at ${altitude} km, in silicon.`, { min: 0 });
const thin = '2.5 mm';
const thick = '10 mm';

/** The table of dose: a plan that knows better replaces any of its rows. */
export const doseRows = {
  dose500Thin_GyperS: entry(500, thin),
  dose500Thick_GyperS: entry(500, thick),
  dose800Thin_GyperS: entry(800, thin),
  dose800Thick_GyperS: entry(800, thick),
  dose1000Thin_GyperS: entry(1000, thin),
  dose1000Thick_GyperS: entry(1000, thick),
  dose1400Thin_GyperS: entry(1400, thin),
  dose1400Thick_GyperS: entry(1400, thick),
  dose2000Thin_GyperS: entry(2000, thin),
  dose2000Thick_GyperS: entry(2000, thick),
  doseLowInclination: share(
    'Dose at inclinations up to 30° over that on polar orbits of the same altitude; straight between 30° and 80°.',
  ),
} satisfies Rows;
