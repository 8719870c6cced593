/** Coefficients of Hart's rational approximation of the upper tail, as G. West (2005) gives them. */
const top = [
  3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
  221.213596169931, 220.206867912376,
];
const bottom = [
  8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
  637.333633378831, 793.826512519948, 440.413735824752,
];

const horner = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((value, coefficient) => value * x + coefficient, 0);

/** Share of the standard normal below `z`; absolute error below 1e-14. */
export function normalShare(z: number): number {
  const x = Math.abs(z);
  if (x > 37) return z > 0 ? 1 : 0;
  const bell = Math.exp((-x * x) / 2);
  const tail = x < 7.07106781186547 ? (bell * horner(top, x)) / horner(bottom, x) : farTail(x, bell);
  return z > 0 ? 1 - tail : tail;
}

function farTail(x: number, bell: number): number {
  const fraction = x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));
  return bell / fraction / 2.506628274631;
}
