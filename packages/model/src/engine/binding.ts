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

/**
 * Name of the constraint that binds a month: the one that alone held back the largest share of what its room
 * was asked for. Where nothing held anything back the plan got what it wanted, and `demand` binds.
 */
export function bindingOf(limits: Readings<(typeof limitPorts)[number]>): string {
  let best = 'demand';
  let largest = 0;
  for (const port of limitPorts) {
    const shares = limits[port];
    for (let index = 0; index < shares.length; index++) {
      const share = shares[index] as number;
      if (share > largest + 1e-9) {
        largest = share;
        best = constraints[index] as string;
      }
    }
  }
  return best;
}
