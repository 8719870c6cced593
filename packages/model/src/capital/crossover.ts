/** Levelised cost by month, one column a host. Infinite where a unit would deliver nothing; not a number if unknown. */
export interface CostColumns {
  readonly orbit: readonly ArrayLike<number>[];
  /** Satellites planned, one a column of `orbit`. Equal weights when left out. */
  readonly weights?: readonly number[];
  readonly ground: readonly ArrayLike<number>[];
}

/**
 * Mean over the shells, weighted by planned satellites, in one month. Not a number without a cost; infinite as soon
 * as one shell's satellites would deliver nothing, since the plan pays for them too.
 */
export function orbitCost({ orbit, weights }: CostColumns, month: number): number {
  let sum = 0;
  let total = 0;
  for (let host = 0; host < orbit.length; host++) {
    const cost = orbit[host]?.[month] ?? Number.NaN;
    const weight = weights?.[host] ?? 1;
    if (Number.isNaN(cost) || weight <= 0) continue;
    sum += weight * cost;
    total += weight;
  }
  return total > 0 ? sum / total : Number.NaN;
}

/** Median over the plan's sites in one month. Not a number without a cost; infinite where half of them deliver nothing. */
export function groundCost({ ground }: CostColumns, month: number): number {
  const costs = ground.map((column) => column[month] ?? Number.NaN).filter((cost) => !Number.isNaN(cost));
  // By comparing: the difference of two infinite costs is not a number.
  costs.sort((left, right) => (left < right ? -1 : Number(left > right)));
  const middle = costs.length >> 1;
  if (costs.length === 0) return Number.NaN;
  if (costs.length % 2 === 1) return costs[middle] as number;
  return ((costs[middle - 1] as number) + (costs[middle] as number)) / 2;
}

/**
 * Crossover: the first month from which the fleet's mean cost in orbit is at or below the median of the sites,
 * and stays so to the end of the plan. A dip that does not last is none. Undefined when there is no such month.
 */
export function crossoverMonth(columns: CostColumns): number | undefined {
  const months = Math.max(0, ...[...columns.orbit, ...columns.ground].map((column) => column.length));
  let first: number | undefined;
  for (let month = months - 1; month >= 0; month--) {
    const orbit = orbitCost(columns, month);
    // A missing cost compares false, and so breaks the run; an infinite one is below none.
    if (!(orbit <= groundCost(columns, month)) || orbit === Number.POSITIVE_INFINITY) break;
    first = month;
  }
  return first;
}
