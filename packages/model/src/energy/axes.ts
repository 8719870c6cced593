import type { Axis } from '../flows/table.ts';
import { eclipseFreeBeta_rad } from '../sky/eclipse.ts';
import { solarFlux_Wperm2 } from '../sky/sun.ts';
import { secondsPerYear } from '../time/calendar.ts';

/** Eclipse grows with the square root of the way below the eclipse-free |β|: points crowd towards it likewise. */
const betaIntervals = 16;
const ages_yr = [0, 1, 2, 3.5, 5, 7.5, 10, 15];
/** Perihelion, mean and aphelion, a little beyond. */
const distances_au = [1.017, 1, 0.983];

/** Grid over which a circular orbit is answered. */
export function axesOf(radius_m: number): readonly Axis[] {
  const free = eclipseFreeBeta_rad(radius_m);
  const betas = Array.from({ length: betaIntervals + 1 }, (_, index) => {
    const back = 1 - index / betaIntervals;
    return free * (1 - back * back);
  });
  betas.push((free + Math.PI / 2) / 2, Math.PI / 2);
  return [
    { name: 'beta_rad', points: Float64Array.from(betas) },
    { name: 'age_s', points: Float64Array.from(ages_yr, (age) => age * secondsPerYear) },
    { name: 'flux_Wperm2', points: Float64Array.from(distances_au, solarFlux_Wperm2) },
  ];
}
