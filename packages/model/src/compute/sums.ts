import type { ComputeParams } from './params.ts';
import type { ComputeState } from './state.ts';

/** Adds up what the cohorts in service bring, by host: each keeps the chips with which it was built, less those that died. */
export function sumCohorts(
  params: ComputeParams,
  state: ComputeState,
  units: Readonly<Float64Array>,
  lastMonth: number,
): void {
  const { tables, hosts, works } = params;
  const { alive, months } = tables;
  const rows = hosts.length * months;
  for (let host = 0; host < hosts.length; host++) {
    let peak = 0;
    let accelerators = 0;
    let memory = 0;
    let large = 0;
    let working = 0;
    for (let w = 0; w < works.length; w++) state.useful_FLOPperS[w * hosts.length + host] = 0;
    for (let row = host * months; row <= host * months + lastMonth; row++) {
      if (units[row] === 0) continue;
      const entry = row - host * months;
      const count = units[row]! * alive[host * months + lastMonth - entry]!;
      working += count;
      peak += count * tables.peak_FLOPperS[row]!;
      accelerators += count * tables.accelerators[row]!;
      memory += count * tables.memory_B[row]!;
      large += count * tables.largeRun_FLOPperS[row]!;
      for (let w = 0; w < works.length; w++) {
        const at = w * hosts.length + host;
        state.useful_FLOPperS[at] =
          state.useful_FLOPperS[at]! + count * tables.useful_FLOPperS[w * rows + row]!;
      }
    }
    state.peak_FLOPperS[host] = peak;
    state.nominal_W[host] = working * hosts[host]!.unitPower_W;
    state.accelerators[host] = accelerators;
    state.memory_B[host] = memory;
    state.largeRun_FLOPperS[host] = large;
  }
}
