import { constraints } from '../flows/constraint.ts';
import type { Readings } from '../flows/ports.ts';

/** The rooms' reports of what held them back, in the order in which work passes through them. */
export const limitPorts = [
  'transportLimits',
  'energyLimits',
  'networkLimits',
  'computeLimits',
  'capitalLimits',
] as const;

/** Part of the largest shortage below which a constraint that bound last month gives way. */
const stays = 0.9;

/** How many times what a constraint lets through is wanted, from the share that it held back. */
const shortage = (share: number): number => 1 / (1 - share);

/**
 * Name of the constraint that binds a month: the one that alone held back the largest share of what its room
 * was asked for. One that bound the month before still does while its shortage is within a tenth of the
 * largest, so that two nearly equal ones do not alternate. Where nothing held anything back the plan got what it wanted, and
 * `demand` binds.
 */
export function bindingOf(limits: Readings<(typeof limitPorts)[number]>, before: string | undefined): string {
  let best = 'demand';
  let largest = 0;
  let kept = 0;
  for (const port of limitPorts) {
    const shares = limits[port];
    for (let index = 0; index < shares.length; index++) {
      const share = shares[index] as number;
      if (constraints[index] === before) kept = Math.max(kept, share);
      if (share > largest + 1e-9) {
        largest = share;
        best = constraints[index] as string;
      }
    }
  }
  return before !== undefined && kept > 0 && shortage(kept) >= stays * shortage(largest) ? before : best;
}
