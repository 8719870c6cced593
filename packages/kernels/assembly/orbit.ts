import { join } from './lanes';
import * as at from './layout';

// @ts-ignore: decorator
@inline
function rowConstant(row: usize, index: usize): v128 {
  return v128.load64_splat(row + 8 * index);
}

// @ts-ignore: decorator
@inline
function combined(a: v128, x: v128, b: v128, y: v128): v128 {
  return f64x2.add(f64x2.mul(a, x), f64x2.mul(b, y));
}

/** Takes the zenith cosine and its difference to the step before from the orbit in float64. */
export function seedOrbit(row: usize, vector: usize): void {
  const a = rowConstant(row, at.ZENITH_COSINE);
  const b = rowConstant(row, at.ZENITH_SINE);
  const c = rowConstant(row, at.TURN_COSINE);
  const s = rowConstant(row, at.TURN_SINE);
  // A step earlier: (cos u, sin u) turned back.
  const backA = f64x2.sub(a, combined(a, c, f64x2.neg(b), s));
  const backB = f64x2.sub(b, combined(a, s, b, c));
  const cosine0 = v128.load(vector + at.D_COSINE);
  const cosine1 = v128.load(vector + at.D_COSINE, 32);
  const sine0 = v128.load(vector + at.D_SINE);
  const sine1 = v128.load(vector + at.D_SINE, 32);
  v128.store(vector + at.V_ZENITH, join(combined(a, cosine0, b, sine0), combined(a, cosine1, b, sine1)));
  v128.store(
    vector + at.V_CHANGE,
    join(combined(backA, cosine0, backB, sine0), combined(backA, cosine1, backB, sine1)),
  );
}

export const SHADOWS_EDGE: i32 = 0;
export const SUNLIGHT: i32 = 1;
export const SHADOW: i32 = 2;

/**
 * Turns the orbit in float64 by the angle whose cosine and sine stand at these places of the row, and says whether
 * all four satellites stay in sunlight or in shadow meanwhile. Less than a quarter of a turn.
 */
export function turnOrbit(row: usize, vector: usize, cosineIndex: usize, sineIndex: usize): i32 {
  const c = load<f64>(row + 8 * cosineIndex);
  const s = load<f64>(row + 8 * sineIndex);
  const a = load<f64>(row + 8 * at.ZENITH_COSINE);
  const b = load<f64>(row + 8 * at.ZENITH_SINE);
  const sunAbove = load<f64>(row + 8 * at.SUN_ABOVE);
  const always = sunAbove < -1;
  let lowest = f64.MAX_VALUE;
  let highest = -f64.MAX_VALUE;
  for (let lane: usize = 0; lane < 4; lane++) {
    const place = vector + 32 * (lane >> 1) + 8 * (lane & 1);
    const cosine = load<f64>(place + at.D_COSINE);
    const sine = load<f64>(place + at.D_SINE);
    const newCosine = cosine * c - sine * s;
    const newSine = sine * c + cosine * s;
    store<f64>(place + at.D_COSINE, newCosine);
    store<f64>(place + at.D_SINE, newSine);
    const before = a * cosine + b * sine;
    const after = a * newCosine + b * newSine;
    // Through the lowest point on the way: falling before, rising after.
    const through = b * cosine - a * sine < 0 && b * newCosine - a * newSine > 0;
    lowest = min(lowest, through && !always ? -1 : min(before, after));
    highest = max(highest, max(before, after));
  }
  if (lowest >= sunAbove) return SUNLIGHT;
  if (highest <= load<f64>(row + 8 * at.DARK_BELOW)) return SHADOW;
  return SHADOWS_EDGE;
}
