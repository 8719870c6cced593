import { cholesky } from './cholesky.ts';

/** Coefficients that bring Σ (rows · c − y)² + ridge · |c|² to its least, by the normal equations. */
export function leastSquares(
  rows: readonly Float64Array[],
  y: ArrayLike<number>,
  ridge = 0,
): Float64Array | undefined {
  const width = rows[0]?.length ?? 0;
  const matrix = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  const right = new Float64Array(width);
  for (const [index, row] of rows.entries()) {
    for (let i = 0; i < width; i++) {
      const own = row[i] as number;
      right[i] = (right[i] as number) + own * (y[index] as number);
      const line = matrix[i] as number[];
      for (let j = 0; j <= i; j++) line[j] = (line[j] as number) + own * (row[j] as number);
    }
  }
  for (let i = 0; i < width; i++) (matrix[i] as number[])[i] = ((matrix[i] as number[])[i] as number) + ridge;
  const lower = cholesky(matrix);
  return lower && solve(lower, right);
}

function solve(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const x = right.slice();
  const width = x.length;
  for (let i = 0; i < width; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] as number) - (lower[i] as Float64Array)[k]! * (x[k] as number);
    x[i] = (x[i] as number) / (lower[i] as Float64Array)[i]!;
  }
  for (let i = width - 1; i >= 0; i--) {
    for (let k = i + 1; k < width; k++)
      x[i] = (x[i] as number) - (lower[k] as Float64Array)[i]! * (x[k] as number);
    x[i] = (x[i] as number) / (lower[i] as Float64Array)[i]!;
  }
  return x;
}
