/** From here on a range is shown by its factors: tens of times from end to end. */
const wide = 30;

/** Puts values on a line of 0 to 100 that holds all of some, with a little room at both ends. */
export function scaleOf(values: readonly (number | null)[]): (value: number | null) => number {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  const low = Math.min(...known);
  const high = Math.max(...known);
  const byFactors = low > 0 && high / low > wide;
  const bend = byFactors ? Math.log : (value: number) => value;
  const span = bend(high) - bend(low) || 1;
  return (value) => {
    if (value === null || !Number.isFinite(value) || (byFactors && value <= 0)) return 0;
    return Math.min(100, Math.max(0, 4 + (92 * (bend(value) - bend(low))) / span));
  };
}
