import { earthJ2, earthRadius_m } from './constants.ts';
import { eccentricAnomaly_rad } from './kepler.ts';
import { drift, meanMotion_radperS, type OrbitShape } from './orbit.ts';
import type { Frame } from './sun.ts';
import { lookAngle_rad, type Trajectory } from './trajectory.ts';
import type { Vector } from './vector.ts';

/** An orbit with its place in space at an epoch, mean over the short swings that oblateness brings. */
export interface MeanOrbit extends OrbitShape {
  readonly node_rad: number;
  readonly perigee_rad: number;
  readonly meanAnomaly_rad: number;
}

/**
 * Mean motion from perigee to perigee under J2, to first order.
 * Source: Vallado, Fundamentals of Astrodynamics and Applications, section 9.6.
 */
export function perturbedMeanMotion_radperS(shape: OrbitShape): number {
  const { semiMajorAxis_m, eccentricity, inclination_rad } = shape;
  const flat = 1 - eccentricity ** 2;
  const scale = 0.75 * earthJ2 * (earthRadius_m / (semiMajorAxis_m * flat)) ** 2 * Math.sqrt(flat);
  const n = meanMotion_radperS(semiMajorAxis_m);
  return n * (1 + scale * (2 - 3 * Math.sin(inclination_rad) ** 2));
}

/** Time from ascending node to ascending node. */
export function nodalPeriod_s(shape: OrbitShape): number {
  return (2 * Math.PI) / (perturbedMeanMotion_radperS(shape) + drift(shape).perigee_radperS);
}

/** A circular or eccentric orbit whose node, perigee and anomaly drift by J2 at their secular rates. */
export function meanOrbitTrajectory(orbit: MeanOrbit, epoch_d: number, frame: Frame = 'teme'): Trajectory {
  const { semiMajorAxis_m, eccentricity, inclination_rad } = orbit;
  const rates = drift(orbit);
  const n = perturbedMeanMotion_radperS(orbit);
  const minor = Math.sqrt(1 - eccentricity ** 2);
  const cosI = Math.cos(inclination_rad);
  const sinI = Math.sin(inclination_rad);
  const position_m = (t_s: number): Vector => {
    const anomaly = eccentricAnomaly_rad(orbit.meanAnomaly_rad + n * t_s, eccentricity);
    const x = semiMajorAxis_m * (Math.cos(anomaly) - eccentricity);
    const y = semiMajorAxis_m * minor * Math.sin(anomaly);
    const perigee = orbit.perigee_rad + rates.perigee_radperS * t_s;
    const node = orbit.node_rad + rates.node_radperS * t_s;
    const [cosP, sinP] = [Math.cos(perigee), Math.sin(perigee)];
    const [cosN, sinN] = [Math.cos(node), Math.sin(node)];
    const along = cosP * x - sinP * y;
    const across = sinP * x + cosP * y;
    return [cosN * along - sinN * cosI * across, sinN * along + cosN * cosI * across, sinI * across];
  };
  const step_s = (t_s: number): number => {
    const anomaly = eccentricAnomaly_rad(orbit.meanAnomaly_rad + n * t_s, eccentricity);
    return (lookAngle_rad * (1 - eccentricity * Math.cos(anomaly)) ** 2) / (n * minor);
  };
  return { frame, epoch_d, position_m, step_s };
}
