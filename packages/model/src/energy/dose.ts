import { radians } from '../sky/angle.ts';
import { earthRadius_m } from '../sky/constants.ts';
import type { doseRows } from './dose-schema.ts';

/** Yearly dose behind aluminium on polar orbits, as the plan's table has it, and what changes it. */
export type DoseTable = { readonly [K in keyof typeof doseRows]: number };

/** Columns of the table: its rows in `dose-schema.ts` are named after them. */
const table = [
  { altitude_m: 500e3, thin: 'dose500Thin_GyperS', thick: 'dose500Thick_GyperS' },
  { altitude_m: 800e3, thin: 'dose800Thin_GyperS', thick: 'dose800Thick_GyperS' },
  { altitude_m: 1000e3, thin: 'dose1000Thin_GyperS', thick: 'dose1000Thick_GyperS' },
  { altitude_m: 1400e3, thin: 'dose1400Thin_GyperS', thick: 'dose1400Thick_GyperS' },
  { altitude_m: 2000e3, thin: 'dose2000Thin_GyperS', thick: 'dose2000Thick_GyperS' },
] as const;
export const thinShield_m = 2.5e-3;
export const thickShield_m = 10e-3;

/** Inclinations at which the dose is that of low ones, and of polar ones; between them it goes straight. */
const low_rad = radians(30);
const polar_rad = radians(80);

/**
 * Dose rate behind `shield_m` of aluminium on a circular orbit, Gy (100 rad) in silicon. Between altitudes its
 * logarithm goes straight; with the shield it follows the power law through the table's two thicknesses.
 */
export function doseRate_GyperS(
  doses: DoseTable,
  radius_m: number,
  inclination_rad: number,
  shield_m: number,
): number {
  const altitude_m = radius_m - earthRadius_m;
  let at = 0;
  while (at < table.length - 2 && altitude_m > table[at + 1]!.altitude_m) at++;
  const below = table[at]!;
  const above = table[at + 1]!;
  const share = (altitude_m - below.altitude_m) / (above.altitude_m - below.altitude_m);
  const thin = geometric(doses[below.thin], doses[above.thin], share);
  const thick = geometric(doses[below.thick], doses[above.thick], share);
  const depth = Math.log(shield_m / thinShield_m) / Math.log(thickShield_m / thinShield_m);
  return geometric(thin, thick, depth) * inclinationFactor(doses.doseLowInclination, inclination_rad);
}

function inclinationFactor(atLow: number, inclination_rad: number): number {
  const tilt_rad = Math.min(inclination_rad, Math.PI - inclination_rad);
  const share = Math.max(0, Math.min(1, (tilt_rad - low_rad) / (polar_rad - low_rad)));
  return atLow + (1 - atLow) * share;
}

function geometric(left: number, right: number, share: number): number {
  return left > 0 && right > 0 ? left * (right / left) ** share : left + (right - left) * share;
}

/**
 * Share of output that cells keep after a dose: 1 − c·log₁₀(1 + D/D₀), the form in which displacement damage is
 * fitted. `dose_Gy` is behind the table's thin shield, which stands for a cover glass in proportion.
 */
export function keptAfterDose(dose_Gy: number, loss: number, scale_Gy: number): number {
  return Math.max(0, 1 - loss * Math.log10(1 + dose_Gy / scale_Gy));
}

/** Silent corruptions of one accelerator where it collects this dose rate. */
export function corruption_perS(doseRate_GyperS: number, dosePerCorruption_Gy: number): number {
  return doseRate_GyperS / dosePerCorruption_Gy;
}
