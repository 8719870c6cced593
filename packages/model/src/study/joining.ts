import type { Reading } from './reading.ts';
import { peak } from './reading.ts';

/** How much sooner one way of funding delivers what another comes to. */
export interface Forward {
  /** Years that joining brings the same compute forward; negative where it delays it. */
  readonly years: number;
  /** The compute that both come to. */
  readonly level_FLOPperS: number;
}

/**
 * What the slower of the two comes to at most, and the difference of the first months in which each delivers it. Within
 * a month the way to the level counts as a straight line.
 */
export function broughtForward(joined: Reading, apart: Reading): Forward {
  const [fast, slow] = [joined, apart].map((reading) => reading.total('delivered_FLOPperS'));
  const level_FLOPperS = Math.min(peak(fast as Float64Array), peak(slow as Float64Array));
  const months =
    monthOfLevel(slow as Float64Array, level_FLOPperS) - monthOfLevel(fast as Float64Array, level_FLOPperS);
  return { years: months / 12, level_FLOPperS };
}

function monthOfLevel(values: Float64Array, level: number): number {
  const first = values.findIndex((value) => value >= level);
  if (first <= 0) return Math.max(0, first);
  const before = values[first - 1] as number;
  return first - 1 + (level - before) / ((values[first] as number) - before);
}
