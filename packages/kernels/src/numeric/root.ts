/**
 * A root of a continuous function between two arguments at which its signs differ, to within `tolerance` of the
 * argument (Brent's method: bisection that hurries where it may). Throws when the signs are equal.
 *
 * Source: Brent, Algorithms for Minimization without Derivatives, 1973, ch. 4.
 */
export function findRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number,
  rounds = 200,
): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa * fb > 0 || Number.isNaN(fa * fb)) throw new RangeError('findRoot: the ends do not bracket a root');
  let c = a;
  let fc = fa;
  let step = b - a;
  let lastStep = step;
  for (let round = 0; round < rounds; round++) {
    if (fb * fc > 0) {
      c = a;
      fc = fa;
      step = b - a;
      lastStep = step;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const least = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= least || fb === 0) return b;
    const guess = interpolate(a, b, c, fa, fb, fc);
    const mayHurry = Math.abs(lastStep) > least && Math.abs(fa) > Math.abs(fb);
    const near = guess * half > 0 && Math.abs(guess) < Math.min(1.5 * Math.abs(half), Math.abs(lastStep) / 2);
    lastStep = mayHurry && near ? step : half;
    step = mayHurry && near ? guess : half;
    a = b;
    fa = fb;
    b += Math.abs(step) > least ? step : Math.sign(half) * least;
    fb = f(b);
  }
  return b;
}

/** Step from b by inverse quadratic interpolation, or by the secant when two of the three points are one. */
function interpolate(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return -((c - b) * s) / (1 - s);
  const q = fa / fc;
  const r = fb / fc;
  const numerator = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  return -numerator / ((q - 1) * (r - 1) * (s - 1));
}
