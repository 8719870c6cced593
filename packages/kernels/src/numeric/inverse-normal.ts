/** Coefficients of Acklam's rational approximation, relative error below 1.15e-9. */
const a = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
const c = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
const tail = 0.02425;

/** Quantile of the standard normal distribution; ∓∞ at 0 and 1. */
export function inverseNormal(share: number): number {
  if (share <= 0) return -Infinity;
  if (share >= 1) return Infinity;
  if (share < tail) return lowerTail(share);
  if (share > 1 - tail) return -lowerTail(1 - share);
  const offset = share - 0.5;
  const square = offset * offset;
  return (offset * polynomial(a, square)) / (polynomial(b, square) * square + 1);
}

function lowerTail(share: number): number {
  const root = Math.sqrt(-2 * Math.log(share));
  return polynomial(c, root) / (polynomial(d, root) * root + 1);
}

/** Horner's rule, the highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}
