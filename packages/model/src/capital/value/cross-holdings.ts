/**
 * Value of companies that hold one another (Elliott, Golub and Jackson 2014): v = (I − C)⁻¹ D p, where p is what each
 * owns outside, and C[i][j] the share of j that i holds.
 */
export interface CrossHoldings {
  /** Value of each company with its stakes. */
  readonly values_USD: readonly number[];
  /** Sum of them: what adding up market values says. */
  readonly gross_USD: number;
  /** What is there once: the outside values. */
  readonly net_USD: number;
}

/**
 * Throws where holdings close a circle of one or more, since the values are then unbounded.
 *
 * @param own_USD what each company owns outside the circle, D p
 * @param holdings row i, column j: share of company j that company i holds
 */
export function crossHoldings(
  own_USD: readonly number[],
  holdings: readonly (readonly number[])[],
): CrossHoldings {
  const values_USD = solve(own_USD, holdings);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return { values_USD, gross_USD: sum(values_USD), net_USD: sum(own_USD) };
}

/** (I − C) v = own, by Gaussian elimination with pivots: a handful of companies. */
function solve(own: readonly number[], holdings: readonly (readonly number[])[]): number[] {
  const size = own.length;
  const rows = own.map((value, i) => [
    ...own.map((_, j) => (i === j ? 1 : 0) - (holdings[i]?.[j] ?? 0)),
    value,
  ]);
  for (let column = 0; column < size; column++) {
    const pivot = rows.reduce(
      (best, row, at) =>
        at >= column && Math.abs(row[column] as number) > Math.abs(rows[best]?.[column] as number)
          ? at
          : best,
      column,
    );
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const head = rows[column] as number[];
    if (Math.abs(head[column] as number) < 1e-12) throw new Error('holdings close a circle');
    for (let at = 0; at < size; at++) {
      if (at === column) continue;
      const row = rows[at] as number[];
      const factor = (row[column] as number) / (head[column] as number);
      for (let j = column; j <= size; j++) row[j] = (row[j] as number) - factor * (head[j] as number);
    }
  }
  return rows.map((row, i) => (row[size] as number) / (row[i] as number));
}
