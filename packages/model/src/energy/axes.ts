import type { Axis } from '../flows/table.ts';
import { eclipseFreeBeta_rad } from '../sky/eclipse.ts';
import { solarFlux_Wperm2 } from '../sky/sun.ts';
import { secondsPerYear } from '../time/calendar.ts';

/*
 * Grid over which a circular orbit is answered: shade, age, solar flux.
 *
 * Shade stands for |β|: 1 with the Sun in the plane, 0 where the orbit grazes the shadow, −1 with the Sun square
 * to the plane. Eclipse grows with the square root of the way below the eclipse-free |β|, so it is nearly
 * straight in shade = √(1 − |β|/free), and a few points do.
 */
const shades = [
  -1, -0.5, 0, 0.04, 0.08, 0.12, 0.16, 0.2, 0.24, 0.28, 0.32, 0.36, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 1,
];
const ages_yr = [0, 1.5, 3, 5, 7.5, 10, 15];
/** Perihelion, mean and aphelion, a little beyond. */
const distances_au = [1.017, 1, 0.983];

export const orbitAxes = ['shade', 'age_s', 'flux_Wperm2'] as const;

export const axes: readonly Axis[] = [
  { name: orbitAxes[0], points: Float64Array.from(shades) },
  { name: orbitAxes[1], points: Float64Array.from(ages_yr, (age) => age * secondsPerYear) },
  { name: orbitAxes[2], points: Float64Array.from(distances_au, solarFlux_Wperm2) },
];

/** Shade of an orbit whose plane stands at |β| to the Sun. */
export function shadeOf(radius_m: number, beta_rad: number): number {
  const free = eclipseFreeBeta_rad(radius_m);
  return beta_rad <= free ? Math.sqrt(1 - beta_rad / free) : (free - beta_rad) / (Math.PI / 2 - free);
}

/** |β| of a shade. */
export function betaOf_rad(radius_m: number, shade: number): number {
  const free = eclipseFreeBeta_rad(radius_m);
  return shade >= 0 ? free * (1 - shade * shade) : free - shade * (Math.PI / 2 - free);
}
