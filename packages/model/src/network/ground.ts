import type { CloudStates } from './cloud.ts';

/** Equal shares of time into which the capacity of a month is sorted. */
export const bins = 32;

/** What optical stations carry by month: mean capacity in each of `bins` equal shares of time, ascending. */
export interface GroundCapacity {
  /** Row a month. */
  readonly byShare_bps: Float64Array;
  readonly mean_bps: Float64Array;
}

/**
 * Capacity of all stations by month from terminals built (one series a station), the rate of one terminal and
 * the joint states of the sky.
 */
export function groundCapacity(
  states: CloudStates,
  terminals: readonly Readonly<Float64Array>[],
  terminalRate_bps: number,
  months: number,
): GroundCapacity {
  const byShare_bps = new Float64Array(months * bins);
  const mean_bps = new Float64Array(months);
  const sample = new Float64Array(states.count);
  for (let month = 0; month < months; month++) {
    const changed = month === 0 || terminals.some((series) => series[month] !== series[month - 1]);
    if (!changed) {
      byShare_bps.copyWithin(month * bins, (month - 1) * bins, month * bins);
      mean_bps[month] = mean_bps[month - 1] as number;
      continue;
    }
    fillSample(sample, states, terminals, terminalRate_bps, month);
    sample.sort();
    mean_bps[month] = fillBins(byShare_bps.subarray(month * bins, (month + 1) * bins), sample);
  }
  return { byShare_bps, mean_bps };
}

function fillSample(
  sample: Float64Array,
  states: CloudStates,
  terminals: readonly Readonly<Float64Array>[],
  terminalRate_bps: number,
  month: number,
): void {
  for (let state = 0; state < states.count; state++) {
    let clearTerminals = 0;
    for (let place = 0; place < states.places; place++) {
      const clear = states.clear[state * states.places + place] as number;
      clearTerminals += clear * ((terminals[place] as Float64Array)[month] as number);
    }
    sample[state] = clearTerminals * terminalRate_bps;
  }
}

function fillBins(into: Float64Array, sorted: Float64Array): number {
  let total = 0;
  for (let bin = 0; bin < bins; bin++) {
    const from = Math.floor((bin * sorted.length) / bins);
    const to = Math.floor(((bin + 1) * sorted.length) / bins);
    let sum = 0;
    for (let index = from; index < to; index++) sum += sorted[index] as number;
    into[bin] = sum / (to - from);
    total += sum;
  }
  return total / sorted.length;
}

/**
 * Mean rate carried when `offered_bps` meets stations of changing capacity, without storage: the mean over time
 * of min(offered, capacity). `inUse` scales the stations (satellites in view), `steady_bps` comes on top.
 */
export function carried_bps(
  capacity: GroundCapacity,
  month: number,
  inUse: number,
  steady_bps: number,
  offered_bps: number,
): number {
  let sum = 0;
  for (let bin = 0; bin < bins; bin++) {
    const optical_bps = inUse * (capacity.byShare_bps[month * bins + bin] as number);
    sum += Math.min(offered_bps, optical_bps + steady_bps);
  }
  return sum / bins;
}
