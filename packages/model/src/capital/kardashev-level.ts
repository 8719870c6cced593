/** Sagan's measure of a civilisation by the power it uses: (log₁₀ P − 6) / 10, P in W. Level II is 10²⁶ W. */
export function kardashevLevel(power_W: number): number {
  return (Math.log10(power_W) - 6) / 10;
}

/** Power that a level takes: the inverse. */
export function powerOfLevel_W(level: number): number {
  return 10 ** (10 * level + 6);
}
