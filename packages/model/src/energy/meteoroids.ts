import { earthRadius_m } from '../sky/constants.ts';
import { secondsPerYear } from '../time/calendar.ts';

const kilogramsPerGram = 1e-3;
const julianYear_s = secondsPerYear;

/**
 * Meteoroids of `mass_kg` and more that meet a square metre of a plate that tumbles, one side of it, at one
 * astronomical unit and far from the Earth.
 *
 * Source: Grün, Zook, Fechtig, Giese, Icarus 62 (1985) 244, as in the ECSS and NASA environment standards.
 */
export function meteoroidFlux_perm2perS(mass_kg: number): number {
  const m = mass_kg / kilogramsPerGram;
  const large = (2.2e3 * m ** 0.306 + 15) ** -4.38;
  const middle = 1.3e-9 * (m + 1e11 * m ** 2 + 1e27 * m ** 4) ** -0.36;
  const small = 1.3e-16 * (m + 1e6 * m ** 2) ** -0.85;
  return large + middle + small;
}

/** Flux near the Earth over that far from it: its pull gathers meteoroids, its body hides part of the sky. */
export function earthFactor(radius_m: number): number {
  const focusing = 1 + earthRadius_m / radius_m;
  const hidden = (1 - Math.sqrt(1 - (earthRadius_m / radius_m) ** 2)) / 2;
  return focusing * (1 - hidden);
}

/**
 * Smallest meteoroid that goes through a wall of aluminium: t = 0.54·m^0.352·ρ^(1/6)·v^0.875 in cm, g, g/cm³, km/s.
 *
 * Source: NASA SP-8042 (1970), thin plates of 2024-T3.
 */
export function piercingMass_kg(wall_m: number, density_kgperm3: number, speed_mperS: number): number {
  const wall_cm = wall_m * 100;
  const density = density_kgperm3 / 1000;
  const speed = speed_mperS / 1000;
  const grams = (wall_cm / (0.54 * density ** (1 / 6) * speed ** 0.875)) ** (1 / 0.352);
  return grams * kilogramsPerGram;
}

/** What meteoroids and debris can do to a radiator. */
export interface Exposure {
  readonly radius_m: number;
  /** Wall over the coolant. */
  readonly radiatorArmour_m: number;
  /** Tube area over planform area, one face. */
  readonly radiatorTubeShare: number;
  /** Planform of one section that is shut off when it leaks. */
  readonly radiatorSection_m2: number;
  readonly meteoroidDensity_kgperm3: number;
  readonly meteoroidSpeed_mperS: number;
  /** Holes by debris over holes by meteoroids. */
  readonly debrisFactor: number;
}

/** Rate at which sections of a radiator are lost: each hole on either face takes one. */
export function panelLoss_perS(exposure: Exposure): number {
  const { radius_m, radiatorTubeShare, radiatorSection_m2, debrisFactor } = exposure;
  const mass_kg = piercingMass_kg(
    exposure.radiatorArmour_m,
    exposure.meteoroidDensity_kgperm3,
    exposure.meteoroidSpeed_mperS,
  );
  const holes_perm2perS = meteoroidFlux_perm2perS(mass_kg) * earthFactor(radius_m) * (1 + debrisFactor);
  return holes_perm2perS * 2 * radiatorTubeShare * radiatorSection_m2;
}

/** The same flux by the year, as tables give it. */
export function meteoroidsPerYear_perm2(mass_kg: number): number {
  return meteoroidFlux_perm2perS(mass_kg) * julianYear_s;
}
