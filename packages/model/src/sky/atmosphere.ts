import { standardGravity_mperS2 } from './constants.ts';

/** What the upper air depends on here. */
export interface SolarActivity {
  /** Solar radio flux at 10.7 cm of the day, in solar flux units (1e-22 W/m²/Hz). */
  readonly f107: number;
  /** The same, mean over 81 days; that of the day where it is not given. */
  readonly f107Mean?: number;
  /** Planetary geomagnetic index Kp, 0 to 9. */
  readonly kp?: number;
}

/** Quiet to middling geomagnetism: the long mean of Kp. */
const usualKp = 2;

/**
 * Temperature that the upper air tends to with height, mean over latitude and hour: Jacchia's night-time minimum,
 * the day's bulge taken at its mean (it swings from 1 to 1.3 of the minimum), and the geomagnetic term.
 *
 * Source: Jacchia, Revised Static Models of the Thermosphere and Exosphere, SAO Special Report 332, 1971.
 */
export function exosphericTemperature_K({ f107, f107Mean = f107, kp = usualKp }: SolarActivity): number {
  const night_K = 379 + 3.24 * f107Mean + 1.3 * (f107 - f107Mean);
  return 1.15 * night_K + 28 * kp + 0.03 * Math.exp(kp);
}

/** The air at 120 km, where mixing ends. Source: U.S. Standard Atmosphere 1976, table VIII and section 1.2.6. */
const base = {
  altitude_m: 120e3,
  temperature_K: 360,
  /** Number per m³, mass in atomic units, thermal diffusion factor. */
  gases: [
    { density_perm3: 3.726e17, mass_u: 28.0134, diffusion: 0 },
    { density_perm3: 4.395e16, mass_u: 31.9988, diffusion: 0 },
    { density_perm3: 9.275e16, mass_u: 15.9994, diffusion: 0 },
    { density_perm3: 1.366e15, mass_u: 39.948, diffusion: 0 },
    { density_perm3: 3.888e13, mass_u: 4.0026, diffusion: -0.4 },
  ],
} as const;

/** Radius of the Earth as that standard has it. */
const standardRadius_m = 6_356_766;
const boltzmann_JperK = 1.380649e-23;
const atomicMass_kg = 1.6605390666e-27;

/** Steepness of the temperature above 120 km. Source: U.S. Standard Atmosphere 1976, section 1.2.5. */
const steepness_perM = 0.01875e-3;

/**
 * Density of the air at 120 km to some 1,000 km, mean over hour and season. Above 120 km each gas hangs in its
 * own balance, and the temperature rises to its limit by Bates' exponential, which has a closed form.
 *
 * It meets the standard of 1,000 K to 3 % from 150 to 1,000 km. Left out: hydrogen (matters above 900 km in quiet
 * years), the day's bulge, seasons. A given day may lie off by half.
 *
 * Source: Walker, J. Atmos. Sci. 22, 462 (1965); U.S. Standard Atmosphere 1976 for the air at 120 km.
 */
export function density_kgperm3(altitude_m: number, activity: SolarActivity): number {
  const exospheric_K = exosphericTemperature_K(activity);
  const radius_m = standardRadius_m + base.altitude_m;
  // Height in units of equal gravity.
  const height_m = ((altitude_m - base.altitude_m) * radius_m) / (standardRadius_m + altitude_m);
  const a = 1 - base.temperature_K / exospheric_K;
  const decay = Math.exp(-steepness_perM * height_m);
  const gravity_mperS2 = standardGravity_mperS2 * (standardRadius_m / radius_m) ** 2;
  let sum = 0;
  for (const { density_perm3, mass_u, diffusion } of base.gases) {
    const mass_kg = mass_u * atomicMass_kg;
    const gamma = (mass_kg * gravity_mperS2) / (steepness_perM * boltzmann_JperK * exospheric_K);
    const warming = ((1 - a) / (1 - a * decay)) ** (1 + diffusion + gamma);
    sum += density_perm3 * mass_kg * warming * decay ** gamma;
  }
  return sum;
}

/** Air of one density profile, by altitude. */
export type Air = (altitude_m: number) => number;

/** Air in layers that each thin out exponentially: a mean Sun, from 0 to beyond 1,000 km. */
export function exponentialDensity_kgperm3(altitude_m: number): number {
  const layer = layers.findLast(([from_km]) => from_km * 1e3 <= altitude_m) ?? layers[0]!;
  const [from_km, density_kgperm3, scale_km] = layer;
  return density_kgperm3 * Math.exp((from_km - altitude_m / 1e3) / scale_km);
}

/** Source: Vallado, Fundamentals of Astrodynamics and Applications, table 8-4 (after CIRA-72). */
const layers: readonly (readonly [from_km: number, density_kgperm3: number, scale_km: number])[] = [
  [0, 1.225, 7.249],
  [25, 3.899e-2, 6.349],
  [30, 1.774e-2, 6.682],
  [40, 3.972e-3, 7.554],
  [50, 1.057e-3, 8.382],
  [60, 3.206e-4, 7.714],
  [70, 8.77e-5, 6.549],
  [80, 1.905e-5, 5.799],
  [90, 3.396e-6, 5.382],
  [100, 5.297e-7, 5.877],
  [110, 9.661e-8, 7.263],
  [120, 2.438e-8, 9.473],
  [130, 8.484e-9, 12.636],
  [140, 3.845e-9, 16.149],
  [150, 2.07e-9, 22.523],
  [180, 5.464e-10, 29.74],
  [200, 2.789e-10, 37.105],
  [250, 7.248e-11, 45.546],
  [300, 2.418e-11, 53.628],
  [350, 9.518e-12, 53.298],
  [400, 3.725e-12, 58.515],
  [450, 1.585e-12, 60.828],
  [500, 6.967e-13, 63.822],
  [600, 1.454e-13, 71.835],
  [700, 3.614e-14, 88.667],
  [800, 1.17e-14, 124.64],
  [900, 5.245e-15, 181.05],
  [1000, 3.019e-15, 268],
];

/** Air of the model above under one activity. */
export function airAt(activity: SolarActivity): Air {
  return (altitude_m) => density_kgperm3(Math.max(base.altitude_m, altitude_m), activity);
}
