/** Lower triangle L, row by row, with L·Lᵀ = the symmetric matrix; undefined where it is not positive definite. */
export function cholesky(matrix: readonly (readonly number[])[]): Float64Array[] | undefined {
  const lower: Float64Array[] = [];
  for (const [row, values] of matrix.entries()) {
    const own = new Float64Array(row + 1);
    for (let column = 0; column <= row; column++) {
      const above = column === row ? own : (lower[column] as Float64Array);
      let rest = values[column] as number;
      for (let k = 0; k < column; k++) rest -= (own[k] as number) * (above[k] as number);
      if (column < row) own[column] = rest / (above[column] as number);
      else if (rest > 1e-12) own[row] = Math.sqrt(rest);
      else return undefined;
    }
    lower.push(own);
  }
  return lower;
}
