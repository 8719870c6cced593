import type { ComputeParams } from './params.ts';
import type { ComputeState } from './state.ts';

/** What a unit with the chips of this month's entrants would do per energy, at the mix of work that is asked for. */
export function writeNewest(
  { hosts, works, tables }: ComputeParams,
  state: ComputeState,
  newWork_FLOPperJ: Float64Array,
  month: number,
): void {
  for (let host = 0; host < hosts.length; host++) {
    let work = 0;
    for (let w = 0; w < works.length; w++) {
      const at = w * hosts.length + host;
      work += state.mix[w]! * tables.useful_FLOPperS[at * tables.months + month]! * state.kept[at]!;
    }
    newWork_FLOPperJ[host] = work / hosts[host]!.unitPower_W;
  }
}
