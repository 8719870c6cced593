import { leastSquares } from '@kardashev/kernels/numeric/least-squares.ts';

/** What a polynomial of a few assumptions says of how they act together. */
export interface Interactions {
  /** Share of the variance in products of an assumption with others, one an assumption. */
  readonly shares: readonly number[];
  /** Share of the variance that assumptions alone and in pairs explain. */
  readonly explained: number;
}

const alone = 4;
const paired = 3;

/** Legendre polynomials of degree 1 to `degree` on (0, 1), each of variance 1. */
function legendre(share: number, degree: number): number[] {
  const x = 2 * share - 1;
  const p = [1, x];
  for (let n = 1; n < degree; n++) {
    p.push(((2 * n + 1) * x * (p[n] as number) - n * (p[n - 1] as number)) / (n + 1));
  }
  return p.slice(1, degree + 1).map((value, index) => value * Math.sqrt(2 * (index + 1) + 1));
}

/** How many assumptions so many samples can tell pairs of. */
export function pairable(samples: number): number {
  for (let count = 6; count >= 2; count--) if (samples >= 4 * termsOf(count)) return count;
  return 0;
}

const termsOf = (count: number): number => 1 + count * alone + ((count * (count - 1)) / 2) * paired * paired;

/**
 * Fits a polynomial chaos of the assumptions `shares` (columns) to `y` by least squares and reads the variance of pairs off
 * its coefficients, less what noise alone would give them. Sudret (2008). Rows with NaN in `y` are passed over.
 */
export function interactionsOf(shares: readonly Float64Array[], y: ArrayLike<number>): Interactions {
  const none = { shares: shares.map(() => 0), explained: 0 };
  const known = Array.from(y, (value, index) => (Number.isNaN(value) ? -1 : index)).filter(
    (index) => index >= 0,
  );
  const values = known.map((index) => y[index] as number);
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  const scale = Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length);
  if (shares.length < 2 || values.length < 2 * termsOf(shares.length) || !(scale > 0)) return none;
  const scaled = values.map((value) => (value - middle) / scale);
  const rows = known.map((index) => basis(shares.map((column) => column[index] as number)));
  const coefficients = leastSquares(rows, scaled, 1e-6);
  return coefficients ? read(coefficients, rows, scaled, shares.length) : none;
}

function basis(point: readonly number[]): Float64Array {
  const own = point.map((share) => legendre(share, alone));
  const row = [1, ...own.flat()];
  for (let i = 0; i < point.length; i++) {
    for (let j = 0; j < i; j++) {
      for (let a = 0; a < paired; a++) {
        for (let b = 0; b < paired; b++) row.push((own[i] as number[])[a]! * (own[j] as number[])[b]!);
      }
    }
  }
  return Float64Array.from(row);
}

function read(
  coefficients: Float64Array,
  rows: readonly Float64Array[],
  y: readonly number[],
  count: number,
): Interactions {
  const left = rows.reduce((sum, row, index) => {
    const fitted = row.reduce((total, value, k) => total + value * (coefficients[k] as number), 0);
    return sum + ((y[index] as number) - fitted) ** 2;
  }, 0);
  const free = rows.length - coefficients.length;
  const noise = left / free / rows.length;
  const shares = new Array<number>(count).fill(0);
  let cursor = 1 + count * alone;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      let share = 0;
      for (let k = 0; k < paired * paired; k++) share += (coefficients[cursor++] as number) ** 2 - noise;
      const kept = Math.max(0, share);
      shares[i] = (shares[i] as number) + kept;
      shares[j] = (shares[j] as number) + kept;
    }
  }
  return { shares, explained: Math.max(0, 1 - left / free) };
}
