import { wrap_rad } from '../../sky/angle.ts';
import { siderealAngle_rad } from '../../sky/passes.ts';

/** A launch site. */
export interface Site {
  readonly latitude_rad: number;
  readonly longitude_rad: number;
}

/** Whether a plane ever passes over the site, so that no turn in flight is needed. */
export function passesOver({ latitude_rad }: Site, inclination_rad: number): boolean {
  const highest_rad = Math.min(inclination_rad, Math.PI - inclination_rad);
  return Math.abs(latitude_rad) <= highest_rad;
}

/**
 * When on a day a plane passes over a launch site, days of UTC since J2000. Prograde orbits are taken on the way
 * north, retrograde ones on the way south; the azimuths that a range allows are not looked at. `node_rad` gives
 * the ascending node of the plane to be met at a time.
 */
export function liftOff_d(
  midnight_d: number,
  { latitude_rad, longitude_rad }: Site,
  inclination_rad: number,
  node_rad: (day_d: number) => number,
): number {
  const northbound_rad = Math.asin(Math.tan(latitude_rad) / Math.tan(inclination_rad));
  const ahead_rad = inclination_rad > Math.PI / 2 ? Math.PI - northbound_rad : northbound_rad;
  const missing_rad = (day_d: number): number =>
    node_rad(day_d) + ahead_rad - siderealAngle_rad(day_d) - longitude_rad;
  const turn_d = (2 * Math.PI) / turn_radperD;
  // First pass after midnight by the mean turn, then twice more, since the node moves meanwhile.
  const first = missing_rad(midnight_d) / (2 * Math.PI);
  let day_d = midnight_d + (first - Math.floor(first)) * turn_d;
  for (let round = 0; round < 3; round++) day_d += wrap_rad(missing_rad(day_d)) / turn_radperD;
  return day_d;
}

/** Turn of the Earth against the stars in a day. */
const turn_radperD = 2 * Math.PI * 1.00273790935;
