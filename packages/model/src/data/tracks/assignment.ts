/**
 * Assigns rows to columns so that the sum of gains is greatest, each row and each column at most once; a row may
 * stay without a column, for no gain. Returns the column of each row, or −1. `gain` is −∞ where a pair cannot be.
 *
 * Shortest augmenting paths with potentials (Kuhn and Munkres; in the form of Jonker and Volgenant 1987), O(n² m).
 */
export function assign(
  rows: number,
  columns: number,
  gain: (row: number, column: number) => number,
): Int32Array {
  // A column of its own for each row stands for staying alone.
  const width = columns + rows;
  const cost = (row: number, column: number) => {
    if (column >= columns) return column - columns === row ? 0 : Number.POSITIVE_INFINITY;
    return -gain(row, column);
  };
  const rowOf = new Int32Array(width).fill(-1);
  const potentialOfRow = new Float64Array(rows);
  const potentialOfColumn = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    augment(row, width, cost, rowOf, potentialOfRow, potentialOfColumn);
  }
  const result = new Int32Array(rows).fill(-1);
  for (let column = 0; column < columns; column++) {
    if (rowOf[column]! >= 0) result[rowOf[column]!] = column;
  }
  return result;
}

function augment(
  first: number,
  width: number,
  cost: (row: number, column: number) => number,
  rowOf: Int32Array,
  potentialOfRow: Float64Array,
  potentialOfColumn: Float64Array,
): void {
  const least = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(width).fill(-1);
  const done = new Uint8Array(width);
  let row = first;
  let last = -1;
  for (;;) {
    let next = -1;
    for (let column = 0; column < width; column++) {
      if (done[column]) continue;
      const reduced = cost(row, column) - potentialOfRow[row]! - potentialOfColumn[column]!;
      if (reduced < least[column]!) {
        least[column] = reduced;
        before[column] = last;
      }
      if (next < 0 || least[column]! < least[next]!) next = column;
    }
    const step = least[next]!;
    potentialOfRow[first]! += step;
    for (let column = 0; column < width; column++) {
      if (!done[column]) least[column]! -= step;
      else {
        potentialOfColumn[column]! -= step;
        potentialOfRow[rowOf[column]!]! += step;
      }
    }
    done[next] = 1;
    last = next;
    if (rowOf[next]! < 0) break;
    row = rowOf[next]!;
  }
  for (let column = last; column >= 0; column = before[column]!) {
    rowOf[column] = before[column]! < 0 ? first : rowOf[before[column]!]!;
  }
}
