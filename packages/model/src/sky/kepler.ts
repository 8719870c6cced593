import { must } from '../outcome/invariant.ts';
import { dot, length, type Vector } from './vector.ts';

/** Position and velocity of a body that only one mass pulls at. */
export interface State {
  readonly position_m: Vector;
  readonly velocity_mperS: Vector;
}

/**
 * Eccentric anomaly of an ellipse by Newton's method. `meanAnomaly_rad` is any angle; the result lies on the same
 * turn.
 */
export function eccentricAnomaly_rad(meanAnomaly_rad: number, eccentricity: number): number {
  const turn = 2 * Math.PI * Math.floor(meanAnomaly_rad / (2 * Math.PI) + 0.5);
  const mean = meanAnomaly_rad - turn;
  let anomaly = eccentricity < 0.8 ? mean + eccentricity * Math.sin(mean) : Math.PI * Math.sign(mean);
  for (let round = 0; round < 50; round++) {
    const miss = anomaly - eccentricity * Math.sin(anomaly) - mean;
    const step = miss / (1 - eccentricity * Math.cos(anomaly));
    anomaly -= step;
    if (Math.abs(step) < 1e-14) break;
  }
  return turn + anomaly;
}

/**
 * The state `t_s` seconds on, on whatever conic it is: ellipse, parabola or hyperbola. Universal variables with
 * the iteration of Laguerre and Conway, which converges from any start.
 *
 * Source: Conway, Celestial Mechanics 39 (1986); Curtis, Orbital Mechanics for Engineering Students, ch. 3.7.
 */
export function keplerState(start: State, mu_m3perS2: number, t_s: number): State {
  const { position_m: r, velocity_mperS: v } = start;
  const r0 = length(r);
  const root = Math.sqrt(mu_m3perS2);
  const along = dot(r, v) / root;
  const alpha = 2 / r0 - dot(v, v) / mu_m3perS2;
  const time = wholeTurnsOff(t_s, alpha, root);
  const chi = universalAnomaly(r0, along, alpha, root * time);
  const z = alpha * chi * chi;
  const [c, s] = stumpff(z);
  const f = 1 - ((chi * chi) / r0) * c;
  const g = time - (chi ** 3 / root) * s;
  const position_m = combine(f, r, g, v);
  const radius_m = length(position_m);
  const fDot = (root / (radius_m * r0)) * chi * (z * s - 1);
  const gDot = 1 - ((chi * chi) / radius_m) * c;
  return { position_m, velocity_mperS: combine(fDot, r, gDot, v) };
}

function combine(a: number, left: Vector, b: number, right: Vector): Vector {
  return [a * left[0] + b * right[0], a * left[1] + b * right[1], a * left[2] + b * right[2]];
}

/** On an ellipse, the time less the whole revolutions in it. */
function wholeTurnsOff(t_s: number, alpha: number, root: number): number {
  if (alpha <= 0) return t_s;
  const period_s = (2 * Math.PI) / (root * alpha ** 1.5);
  return t_s - period_s * Math.round(t_s / period_s);
}

/** Solves Kepler's equation in universal variables for √μ·t = `target`. */
function universalAnomaly(r0: number, along: number, alpha: number, target: number): number {
  let chi = alpha > 0 ? target * alpha : Math.sign(target) * Math.cbrt(6 * Math.abs(target));
  for (let round = 0; round < 100; round++) {
    const z = alpha * chi * chi;
    const [c, s] = stumpff(z);
    const slope = chi * chi * c + along * chi * (1 - z * s) + r0 * (1 - z * c);
    const miss = r0 * chi * (1 - z * s) + along * chi * chi * c + chi ** 3 * s - target;
    const curve = along * (1 - z * c) + (1 - alpha * r0) * chi * (1 - z * s);
    // Laguerre's method of degree five.
    const spread = Math.sqrt(Math.abs(16 * slope * slope - 20 * miss * curve));
    const step = (5 * miss) / (slope + (slope < 0 ? -spread : spread));
    chi -= step;
    if (Math.abs(step) <= 1e-13 * Math.max(1, Math.abs(chi))) return chi;
  }
  must(Number.isFinite(chi), "Kepler's equation has a solution");
  return chi;
}

/** Stumpff's functions c₂ and c₃. */
function stumpff(z: number): readonly [c: number, s: number] {
  if (z > 1e-3) {
    const root = Math.sqrt(z);
    return [(1 - Math.cos(root)) / z, (root - Math.sin(root)) / root ** 3];
  }
  if (z < -1e-3) {
    const root = Math.sqrt(-z);
    return [(1 - Math.cosh(root)) / z, (Math.sinh(root) - root) / root ** 3];
  }
  return [
    1 / 2 - z / 24 + (z * z) / 720 - z ** 3 / 40_320,
    1 / 6 - z / 120 + (z * z) / 5040 - z ** 3 / 362_880,
  ];
}
