import type { Air } from './atmosphere.ts';
import { earthMu_m3perS2, earthRadius_m, standardGravity_mperS2 } from './constants.ts';

/** What the air takes hold of. */
export interface Dragged {
  readonly dragCoefficient: number;
  /** Area across the way over mass. */
  readonly areaToMass_m2perkg: number;
}

/** Size and form of an orbit that the air draws in. */
export interface OrbitSize {
  readonly semiMajorAxis_m: number;
  readonly eccentricity: number;
}

/** Rates of change, mean over a revolution. */
export interface DragRates {
  readonly semiMajorAxis_mperS: number;
  readonly eccentricity_perS: number;
}

/** Points of a revolution at which the air is taken; enough for orbits whose perigee is in it alone. */
const points = 180;

/**
 * How drag shrinks and rounds an orbit: the change over a revolution, summed over the eccentric anomaly. The air
 * stands still here: its turning with the Earth takes up to 13 % off low and equatorial.
 *
 * Source: King-Hele, Satellite Orbits in an Atmosphere, 1987, equations 4.5 and 4.6.
 */
export function dragRates(
  { semiMajorAxis_m, eccentricity }: OrbitSize,
  { dragCoefficient, areaToMass_m2perkg }: Dragged,
  air: Air,
): DragRates {
  const hold_m2perkg = dragCoefficient * areaToMass_m2perkg;
  const n_radperS = Math.sqrt(earthMu_m3perS2 / semiMajorAxis_m ** 3);
  if (eccentricity < 1e-9) {
    const density = air(semiMajorAxis_m - earthRadius_m);
    const rate = -hold_m2perkg * density * n_radperS * semiMajorAxis_m ** 2;
    return { semiMajorAxis_mperS: rate, eccentricity_perS: 0 };
  }
  let size = 0;
  let form = 0;
  for (let point = 0; point < points; point++) {
    const cosine = eccentricity * Math.cos((2 * Math.PI * (point + 0.5)) / points);
    const density = air(semiMajorAxis_m * (1 - cosine) - earthRadius_m);
    const root = Math.sqrt((1 + cosine) / (1 - cosine));
    size += density * (1 + cosine) * root;
    form += (density * root * cosine) / eccentricity;
  }
  const scale = (-hold_m2perkg * n_radperS) / points;
  return {
    semiMajorAxis_mperS: scale * semiMajorAxis_m ** 2 * size,
    eccentricity_perS: scale * semiMajorAxis_m * (1 - eccentricity ** 2) * form,
  };
}

/** Altitude of perigee under which an orbit lasts hours only: it counts as come down. */
export const reentry_m = 120e3;

/** Where a decaying orbit stands at a time. */
export interface DecayPoint extends OrbitSize {
  readonly t_s: number;
}

/**
 * A decaying orbit until its perigee is down at 120 km, or until `until_s`. `airAt` gives the air of a time, so
 * that the Sun's activity may change on the way. Runge and Kutta's fourth order in steps over which the perigee
 * falls by a fifth of a scale height.
 */
export function decay(
  start: OrbitSize,
  body: Dragged,
  airAt: (t_s: number) => Air,
  until_s: number,
): DecayPoint[] {
  const way: DecayPoint[] = [
    { t_s: 0, semiMajorAxis_m: start.semiMajorAxis_m, eccentricity: start.eccentricity },
  ];
  for (let now = way[0]!; now.t_s < until_s && perigee_m(now) > reentry_m; now = way.at(-1)!) {
    const air = airAt(now.t_s);
    const rates = dragRates(now, body, air);
    const fall_mperS = -(
      rates.semiMajorAxis_mperS * (1 - now.eccentricity) -
      rates.eccentricity_perS * now.semiMajorAxis_m
    );
    // An eccentric orbit loses its apogee while its perigee hardly falls.
    const shrink_mperS = Math.max(fall_mperS, -rates.semiMajorAxis_mperS / 10, 1e-12);
    const step_s = Math.min(
      until_s - now.t_s,
      scaleHeight_m(air, perigee_m(now)) / 5 / shrink_mperS,
      longest_s,
    );
    way.push(advance(now, body, airAt, step_s));
  }
  return way;
}

/** Time until a decaying orbit is down; undefined where it outlasts `until_s`. */
export function lifetime_s(
  start: OrbitSize,
  body: Dragged,
  airAt: (t_s: number) => Air,
  until_s: number,
): number | undefined {
  const end = decay(start, body, airAt, until_s).at(-1)!;
  return perigee_m(end) <= reentry_m ? end.t_s : undefined;
}

/** Speed that drag takes from a circular orbit, and that station-keeping must give back, per second. */
export function dragDeceleration_mperS2(altitude_m: number, body: Dragged, air: Air): number {
  const speedSquared = earthMu_m3perS2 / (earthRadius_m + altitude_m);
  return 0.5 * air(altitude_m) * speedSquared * body.dragCoefficient * body.areaToMass_m2perkg;
}

/** Propellant that gives a mass a change of speed. Source: the rocket equation. */
export function propellant_kg(mass_kg: number, deltaV_mperS: number, specificImpulse_s: number): number {
  return mass_kg * -Math.expm1(-deltaV_mperS / (specificImpulse_s * standardGravity_mperS2));
}

/** A month: the Sun's activity may change from step to step. */
const longest_s = 30 * 86_400;

const perigee_m = ({ semiMajorAxis_m, eccentricity }: OrbitSize): number =>
  semiMajorAxis_m * (1 - eccentricity) - earthRadius_m;

function scaleHeight_m(air: Air, altitude_m: number): number {
  const step_m = 1e3;
  return step_m / Math.log(air(altitude_m) / air(altitude_m + step_m));
}

function advance(now: DecayPoint, body: Dragged, airAt: (t_s: number) => Air, step_s: number): DecayPoint {
  const at = (share: number, by: DragRates) => {
    const moved = {
      semiMajorAxis_m: now.semiMajorAxis_m + share * step_s * by.semiMajorAxis_mperS,
      eccentricity: Math.max(0, now.eccentricity + share * step_s * by.eccentricity_perS),
    };
    return dragRates(moved, body, airAt(now.t_s + share * step_s));
  };
  const one = at(0, { semiMajorAxis_mperS: 0, eccentricity_perS: 0 });
  const two = at(0.5, one);
  const three = at(0.5, two);
  const four = at(1, three);
  const mean = (key: keyof DragRates) => (one[key] + 2 * two[key] + 2 * three[key] + four[key]) / 6;
  return {
    t_s: now.t_s + step_s,
    semiMajorAxis_m: now.semiMajorAxis_m + step_s * mean('semiMajorAxis_mperS'),
    eccentricity: Math.max(0, now.eccentricity + step_s * mean('eccentricity_perS')),
  };
}
