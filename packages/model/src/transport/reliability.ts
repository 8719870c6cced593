/** Jeffreys' prior for a share: half a failure and half a success. */
const prior = 0.5;

/**
 * Chance that the next launch fails: the mean of a beta-binomial, in which past failures keep only the share
 * `carried` of their weight, since their causes are corrected. With `carried` = w the failures in n launches grow
 * as n^w, Crow–AMSAA growth; with 1 it is the plain Bayesian mean, which never improves in expectation.
 */
export function failureChance(flights: number, failures: number, carried: number): number {
  return Math.min(1, (prior + carried * failures) / (2 * prior + flights));
}

/** Count at which a Poisson distribution of `mean` reaches `uniform`, by inversion; at most `most`. */
export function poisson(mean: number, uniform: number, most: number): number {
  let term = Math.exp(-mean);
  let reached = term;
  let count = 0;
  while (reached < uniform && count < most && term > 0) {
    count++;
    term *= mean / count;
    reached += term;
  }
  return count;
}
