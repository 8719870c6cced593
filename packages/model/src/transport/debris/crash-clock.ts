import {
  jointSection_m2,
  layerVolume_m3,
  meetings_perS,
  meetingsOfOne_perS,
  mixedSpeed_mperS,
} from './encounter.ts';
import { bin_m, middleOf_m } from './tracked.ts';

/** Objects of one size, by bins of altitude. */
export interface Population {
  readonly counts: readonly number[];
  readonly area_m2: number;
}

/** Collisions a second among populations of which nobody dodges; bins are gases of their own. */
export function collisions_perS(populations: readonly Population[]): number {
  let sum = 0;
  for (const [p, one] of populations.entries()) {
    for (let bin = 0; bin < one.counts.length; bin++) {
      const altitude_m = middleOf_m(bin);
      const volume_m3 = layerVolume_m3({ altitude_m, thickness_m: bin_m });
      const speed_mperS = mixedSpeed_mperS(altitude_m);
      const own_m2 = jointSection_m2(one.area_m2, one.area_m2);
      sum += meetings_perS(one.counts[bin]!, volume_m3, own_m2, speed_mperS);
      for (const other of populations.slice(p + 1)) {
        const section_m2 = jointSection_m2(one.area_m2, other.area_m2);
        sum += one.counts[bin]! * meetingsOfOne_perS(other.counts[bin]!, volume_m3, section_m2, speed_mperS);
      }
    }
  }
  return sum;
}

/** Mean time to the first collision once nobody dodges any more. */
export function crashClock_s(populations: readonly Population[]): number {
  return 1 / collisions_perS(populations);
}
