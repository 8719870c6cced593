/** Levelised cost by month, one column a host. Infinite or not a number where a host has no cost yet. */
export interface CostColumns {
  readonly orbit: readonly ArrayLike<number>[];
  /** Satellites planned, one a column of `orbit`. Equal weights when left out. */
  readonly weights?: readonly number[];
  readonly ground: readonly ArrayLike<number>[];
}

/** Mean over the shells, weighted by planned satellites, in one month. Not a number without a cost. */
export function orbitCost({ orbit, weights }: CostColumns, month: number): number {
  let sum = 0;
  let total = 0;
  for (let host = 0; host < orbit.length; host++) {
    const cost = orbit[host]?.[month] ?? Number.NaN;
    const weight = weights?.[host] ?? 1;
    if (!Number.isFinite(cost) || weight <= 0) continue;
    sum += weight * cost;
    total += weight;
  }
  return total > 0 ? sum / total : Number.NaN;
}

/** Median over the plan's sites in one month. Not a number without a cost. */
export function groundCost({ ground }: CostColumns, month: number): number {
  const costs = ground.map((column) => column[month] ?? Number.NaN).filter(Number.isFinite);
  costs.sort((left, right) => left - right);
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
    // A missing cost compares false, and so breaks the run.
    if (!(orbitCost(columns, month) <= groundCost(columns, month))) break;
    first = month;
  }
  return first;
}
