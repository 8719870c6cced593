import * as at from './layout';

// Between float64 columns, where four satellites are two vectors, and float32 vectors of four.

/** Four float64 in a row, as float32. */
// @ts-ignore: decorator
@inline
export function narrow(from: usize): v128 {
  return join(v128.load(from), v128.load(from, 16));
}

// @ts-ignore: decorator
@inline
export function join(low: v128, high: v128): v128 {
  return v128.shuffle<f32>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 4, 5);
}

// @ts-ignore: decorator
@inline
export function low(value: v128): v128 {
  return f64x2.promote_low_f32x4(value);
}

// @ts-ignore: decorator
@inline
export function high(value: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f32>(value, value, 2, 3, 2, 3));
}

/** Adds four float32, times `scale`, to four float64 in a row. */
// @ts-ignore: decorator
@inline
export function addTo(to: usize, value: v128, scale: v128): void {
  v128.store(to, f64x2.add(v128.load(to), f64x2.mul(scale, low(value))));
  v128.store(to, f64x2.add(v128.load(to, 32), f64x2.mul(scale, high(value))), 32);
}

/** Adds the call's sums so far, and empties those of the tile. */
export function flushSums(vector: usize): void {
  const one = f64x2.splat(1);
  const zero = f32x4.splat(0);
  for (let sum: usize = 0; sum < at.SUMS; sum++) {
    const from = vector + at.V_SUMS + 32 * sum;
    addTo(vector + at.D_SUMS + 64 * sum, v128.load(from), one);
    v128.store(from, zero);
  }
}
