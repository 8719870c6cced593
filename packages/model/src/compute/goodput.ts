/** Work that survives failures: checkpoints at the best interval, restarts, silent corruption. */

/** Young's checkpoint interval, √(2δM), for a pause δ and a mean time M between interruptions. */
export function youngInterval_s(checkpoint_s: number, meanTime_s: number): number {
  return Math.sqrt(2 * checkpoint_s * meanTime_s);
}

/**
 * Share of time that ends up as work that counts, with checkpoints every `interval_s` of work.
 * Exact for exponentially distributed interruptions (Daly 2006, equation 13): work τ takes
 * M·e^(R/M)·(e^((τ+δ)/M) − 1).
 */
export function goodput(
  interruption_perS: number,
  restart_s: number,
  checkpoint_s: number,
  interval_s: number,
): number {
  const cycle = (interval_s + checkpoint_s) * interruption_perS;
  if (!(cycle > 0)) return interval_s > 0 ? interval_s / (interval_s + checkpoint_s) : 1;
  return (interval_s * interruption_perS) / (Math.exp(restart_s * interruption_perS) * Math.expm1(cycle));
}

/** The same with Young's interval; 1 without interruptions. */
export function bestGoodput(interruption_perS: number, restart_s: number, checkpoint_s: number): number {
  if (!(interruption_perS > 0)) return 1;
  if (!(checkpoint_s > 0)) return Math.exp(-restart_s * interruption_perS);
  const interval_s = youngInterval_s(checkpoint_s, 1 / interruption_perS);
  return goodput(interruption_perS, restart_s, checkpoint_s, interval_s);
}

/** Mean time between interruptions of a job, times its accelerators. */
export function acceleratorInterval_s(
  accelerators: number,
  duration_s: number,
  interruptions: number,
): number {
  return (accelerators * duration_s) / interruptions;
}

/**
 * Factor on the rate of interruptions when the hottest junction differs from the one at which it was observed:
 * it doubles every `doubling_K`.
 */
export function junctionFactor(junction_K: number, reference_K: number, doubling_K: number): number {
  return junction_K > 0 ? 2 ** ((junction_K - reference_K) / doubling_K) : 1;
}
