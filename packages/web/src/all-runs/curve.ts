/** Months from side to side, values from bottom to top. */
export interface Span {
  readonly months: number;
  readonly low: number;
  readonly high: number;
}

/** From nothing, or less where there is less, to the most. */
export function bounds(lines: readonly Float64Array[]): { low: number; high: number } {
  let [low, high] = [0, 0];
  for (const values of lines) {
    for (const value of values) {
      if (value < low) low = value;
      else if (value > high && value !== Number.POSITIVE_INFINITY) high = value;
    }
  }
  return { low, high: high > low ? high : low + 1 };
}

/** A line through what is known, in the units of a picture. What is not finite leaves a gap. */
export function pathOf(
  values: Float64Array,
  { months, low, high }: Span,
  { width, height }: { width: number; height: number },
): string {
  let path = '';
  let pen = 'M';
  for (const [month, value] of values.entries()) {
    if (!Number.isFinite(value)) {
      pen = 'M';
      continue;
    }
    const x = (width * month) / Math.max(1, months - 1);
    const y = (height * (high - value)) / (high - low);
    path += `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
    pen = 'L';
  }
  return path;
}
