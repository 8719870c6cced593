// a·b + c. The relaxed build lets the machine fuse it into one rounding; the strict one rounds twice everywhere.

// @ts-ignore: decorator
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** c − a·b. */
// @ts-ignore: decorator
@inline
export function nmadd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_nmadd(a, b, c);
  return f32x4.sub(c, f32x4.mul(a, b));
}

// `pmin` and `pmax` are one instruction where `min` and `max` are many: no NaN passes here.

// @ts-ignore: decorator
@inline
export function least(a: v128, b: v128): v128 {
  return f32x4.pmin(a, b);
}

// @ts-ignore: decorator
@inline
export function most(a: v128, b: v128): v128 {
  return f32x4.pmax(a, b);
}

// @ts-ignore: decorator
@inline
export function add(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

// @ts-ignore: decorator
@inline
export function sub(a: v128, b: v128): v128 {
  return f32x4.sub(a, b);
}

// @ts-ignore: decorator
@inline
export function mul(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}

/** A constant of the row, in all lanes. */
// @ts-ignore: decorator
@inline
export function constant(constants: usize, index: usize): v128 {
  return v128.load(constants + 16 * index);
}
