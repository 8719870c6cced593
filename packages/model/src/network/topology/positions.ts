import type { Drift } from './drift.ts';
import { driftOf } from './drift.ts';
import { node_rad, type Pattern, planePhase_rad } from './pattern.ts';

/** Numbers a satellite in an array of positions: x, y, z in m. */
export const axes = 3;

/**
 * Positions of all satellites of a pattern, `t_s` after its epoch, in axes of the equator and equinox of date
 * (TEME), written into `out` from satellite `first` on. SGP4 for a circular orbit without drag: mean motion with
 * J2 and J4, the eccentricity that J3 forces, and the waves of J2 in radius, phase, node and inclination. Within
 * 18 m of SGP4 itself, which takes no eccentricity below 1e-6. Source: Vallado et al., AIAA 2006-6753.
 */
export function writePositions(pattern: Pattern, t_s: number, out: Float64Array, first = 0): void {
  const { planes, perPlane } = pattern;
  const drift = driftOf(pattern);
  const waves = wavesOf(pattern);
  let at = first * axes;
  for (let plane = 0; plane < planes; plane++) {
    const node = node_rad(pattern, plane) + drift.node_radperS * t_s;
    const phase = planePhase_rad(pattern, plane) + drift.latitude_radperS * t_s;
    for (let slot = 0; slot < perPlane; slot++) {
      writePosition(waves, node, phase + (2 * Math.PI * slot) / perPlane, out, at);
      at += axes;
    }
  }
}

/** What the waves of all orbits of a pattern have in common. */
export interface Waves {
  readonly axis_m: number;
  readonly inclination_rad: number;
  readonly cosine: number;
  readonly sine: number;
  /** Eccentricity that J3 forces, towards the orbit's northernmost point. */
  readonly forced: number;
  /** J2/2 over the semi-latus rectum in Earth radii, and the same over it once more. */
  readonly perRadius_m: number;
  readonly perSquare: number;
  /** By how much of itself J2 makes the mean radius smaller than the axis. */
  readonly meanShrink: number;
}

export function wavesOf(pattern: Pattern): Waves {
  const { earth, semiMajorAxis_m: axis_m, inclination_rad } = pattern;
  const cosine = Math.cos(inclination_rad);
  const sine = Math.sin(inclination_rad);
  const radii = axis_m / earth.radius_m;
  const forced = (-0.5 * (earth.j3 / earth.j2) * sine) / radii;
  const latus = radii * (1 - forced * forced);
  const perRadius = (0.5 * earth.j2) / latus;
  return {
    axis_m,
    inclination_rad,
    cosine,
    sine,
    forced,
    perRadius_m: perRadius * earth.radius_m,
    perSquare: perRadius / latus,
    meanShrink: 1.5 * (perRadius / latus) * Math.sqrt(1 - forced * forced) * (3 * cosine * cosine - 1),
  };
}

/** One honest formula: the names are those of the theory where they have none in words. */
function writePosition(waves: Waves, node: number, latitude: number, out: Float64Array, at: number): void {
  const { axis_m, cosine, sine, forced, perSquare } = waves;
  // Kepler's equation for an eccentricity of a thousandth: the third round is exact to the last digit.
  let e = latitude - forced * Math.cos(latitude);
  e = latitude - forced * Math.cos(e);
  e = latitude - forced * Math.cos(e);
  const cosE = Math.cos(e);
  const sinE = Math.sin(e);
  const near = 1 - forced * sinE;
  const tilt = (-forced * cosE) / (1 + Math.sqrt(1 - forced * forced));
  const sinU = (sinE - forced) / near;
  const cosU = (cosE + forced * tilt) / near;
  const sin2U = 2 * sinU * cosU;
  const cos2U = 1 - 2 * sinU * sinU;
  const radius = axis_m * near * (1 - waves.meanShrink) + 0.5 * waves.perRadius_m * sine * sine * cos2U;
  const u = Math.atan2(sinU, cosU) - 0.25 * perSquare * (7 * cosine * cosine - 1) * sin2U;
  const turned = node + 1.5 * perSquare * cosine * sin2U;
  const inclination = waves.inclination_rad + 1.5 * perSquare * cosine * sine * cos2U;
  const [cu, su] = [Math.cos(u), Math.sin(u)];
  const [cn, sn] = [Math.cos(turned), Math.sin(turned)];
  const level = su * Math.cos(inclination);
  out[at] = radius * (cu * cn - level * sn);
  out[at + 1] = radius * (cu * sn + level * cn);
  out[at + 2] = radius * su * Math.sin(inclination);
}

/**
 * The same on plain circles, for whole fleets: no waves, and no trigonometry but once a plane and once a slot of
 * a plane. Up to 17 km off, most of it the eccentricity that J3 forces; neighbours are off together.
 */
export function writeCircularPositions(
  pattern: Pattern,
  t_s: number,
  out: Float64Array | Float32Array,
  first = 0,
  drift: Drift = driftOf(pattern),
): void {
  const { planes, perPlane, semiMajorAxis_m: a } = pattern;
  const { cosines, sines } = turnOf(perPlane);
  const [ci, si] = [Math.cos(pattern.inclination_rad), Math.sin(pattern.inclination_rad)];
  let at = first * axes;
  for (let plane = 0; plane < planes; plane++) {
    const node = node_rad(pattern, plane) + drift.node_radperS * t_s;
    const phase = planePhase_rad(pattern, plane) + drift.latitude_radperS * t_s;
    const [cn, sn, cp, sp] = [Math.cos(node), Math.sin(node), Math.cos(phase), Math.sin(phase)];
    // Where slot 0 stands, and where it will stand a quarter of a revolution later.
    const px = a * (cp * cn - sp * ci * sn);
    const py = a * (cp * sn + sp * ci * cn);
    const pz = a * sp * si;
    const qx = a * (-sp * cn - cp * ci * sn);
    const qy = a * (-sp * sn + cp * ci * cn);
    const qz = a * cp * si;
    for (let slot = 0; slot < perPlane; slot++) {
      const c = cosines[slot] as number;
      const s = sines[slot] as number;
      out[at] = c * px + s * qx;
      out[at + 1] = c * py + s * qy;
      out[at + 2] = c * pz + s * qz;
      at += axes;
    }
  }
}

const turns = new Map<number, { readonly cosines: Float64Array; readonly sines: Float64Array }>();

/** Cosines and sines of all slots of a plane; kept, since shells repeat their planes. */
function turnOf(perPlane: number) {
  const known = turns.get(perPlane);
  if (known) return known;
  const angle = (_: unknown, slot: number) => (2 * Math.PI * slot) / perPlane;
  const angles = Float64Array.from({ length: perPlane }, angle);
  const made = { cosines: angles.map(Math.cos), sines: angles.map(Math.sin) };
  turns.set(perPlane, made);
  return made;
}
