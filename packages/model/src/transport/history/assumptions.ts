/**
 * What the forecast takes for granted, assumed by us, 2026-11: weak priors, and the times over which pads are looked
 * at. They were chosen among many by rolling origins 2017–2022 on the record to 2023, as docs/calibration.md tells,
 * and by nothing later.
 */

/** Of the yearly demand for launches, in logarithms. */
export const demandPrior = {
  /** Growth a year: as well a fall as a rise, hardly beyond a factor e. */
  growth: { mean: 0, sd: 0.5 },
  /** Half-normal: trends change little in a year. */
  trend: { sd: 0.15 },
  /** Half-normal: years differ from the trend by tens of per cent. */
  excess: { sd: 0.4 },
  /** Uniform from 0: an excess fades. */
  persistence: { most: 0.9 },
  /** About the first year's count, at least `least`. */
  level: { least: 1, sd: 1.5 },
} as const;

/** Of pads: how fast they have shown they can be turned round. */
export const padView = {
  /** A pad that has not launched for so long is no pad to count on. */
  active_d: 365,
  /** Gaps of so long back are looked at. */
  gaps_d: 730,
  /** The fastest tenth of the gaps is what the pad can do when there is work. */
  fastest: 0.1,
  /** Dates are whole days: two launches on a day are half a day apart. */
  resolution_d: 0.5,
  /** Gaps that a pad must have for a distribution to be fitted. */
  fewestGaps: 5,
} as const;

/** Kinds of customers that are followed apart, the busiest; the others together. */
export const mostStreams = 6;

/** Posterior draws of a forecast. */
export const forecastDraws = 4000;

/** Least that a fit needs. */
export const leastLog = { launches: 10, years: 3 } as const;

/** Weak priors on the chance that a flight is the booster's last: normal, in log-odds and their change per e-fold. */
export const retirementPrior = { sd: 4, slopeSd: 2 } as const;
