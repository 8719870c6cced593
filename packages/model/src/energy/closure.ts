import { bracket } from '@kardashev/kernels/numeric/grid.ts';
import type { EnergyParams } from './params.ts';
import { seasonColumn, seasonWidth } from './season.ts';

/** Whether a host's chips can run at full load on its worst day at the end of its design life. */
export interface Closure {
  /** Hottest junction at full load, if nothing throttled it for heat. */
  readonly worst_K: number;
  readonly limit_K: number;
  /** The month of that day, `YYYY-MM`; undefined on the ground, where every day is alike. */
  readonly month?: string;
}

/** Checks a host at the age of its design life, over all months from its begin. Closes where worst ≤ limit. */
export function closesAtEndOfLife(params: Omit<EnergyParams, 'endOfLife_K'>, hostIndex: number): Closure {
  const host = params.hosts[hostIndex];
  if (!host) throw new RangeError(`closesAtEndOfLife: there is no host ${hostIndex}`);
  const limit_K = params.junctionLimit_K;
  if (host.kind === 'ground') return { worst_K: host.hall.junction_K, limit_K };
  const { values, ages } = host.season;
  const { index, share } = bracket(ages, host.life_s);
  let worst_K = -Infinity;
  let worstMonth = 0;
  for (let month = Math.min(params.months - 1, Math.max(0, host.begin)); month < params.months; month++) {
    const at = (month * ages.length + index) * seasonWidth + seasonColumn.junction_K;
    const above = at + (share > 0 ? seasonWidth : 0);
    const junction_K = (1 - share) * values[at]! + share * values[above]!;
    if (junction_K <= worst_K) continue;
    worst_K = junction_K;
    worstMonth = month;
  }
  return { worst_K, limit_K, month: params.labels[worstMonth] };
}
