import { earthRadius_m } from '../sky/constants.ts';
import type { Shell } from '../sky/shell.ts';
import { bandArea, bandShare, groundSpeed_mperS } from '../sky/track.ts';

/** Half a band of latitude over which looks are counted. */
const halfBand_rad = Math.PI / 360;

/** A middle latitude, by definition of the port `revisit_s`. */
export const middleLatitude_rad = Math.PI / 4;

/**
 * Looks a second that one imager has at a place of a latitude, mean over longitudes and time of day: its swath
 * sweeps the share of time in the band over the band's area. Spheres, no turning Earth, no pointing off nadir.
 */
export function lookRate_perS(
  shell: Pick<Shell, 'altitude_m' | 'inclination_rad'>,
  swath_m: number,
  latitude_rad: number,
): number {
  const from_rad = Math.max(-Math.PI / 2, latitude_rad - halfBand_rad);
  const to_rad = Math.min(Math.PI / 2, latitude_rad + halfBand_rad);
  const area_m2 = bandArea(from_rad, to_rad) * 4 * Math.PI * earthRadius_m ** 2;
  const swept_m2perS = swath_m * groundSpeed_mperS(shell.altitude_m);
  return (bandShare(shell.inclination_rad, from_rad, to_rad) * swept_m2perS) / area_m2;
}
