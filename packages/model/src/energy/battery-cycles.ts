import { period_s } from '../sky/orbit.ts';
import { cycleLoss } from './battery.ts';
import type { Satellite, Station } from './design.ts';
import { loopOf } from './design.ts';
import { pumpPower_W } from './loop.ts';

/**
 * Rate at which eclipses take capacity from a battery, mean over looks at planes and days. `eclipses_s` holds the
 * shadow of a revolution at each look, 0 for none. Each eclipse is one cycle, as deep as the policy draws and the
 * depth limit allows at begin of life.
 */
export function cyclingLoss_perS(
  satellite: Satellite,
  station: Station,
  eclipses_s: readonly number[],
): number {
  if (eclipses_s.length === 0 || satellite.batteryCapacity_J === 0) return 0;
  let sum = 0;
  for (const eclipse_s of eclipses_s) {
    if (eclipse_s > 0) sum += cycleLoss(satellite, depthOf(satellite, eclipse_s));
  }
  return sum / eclipses_s.length / period_s(station.radius_m);
}

/** Depth that an eclipse of a duration asks for, up to the limit. */
function depthOf(satellite: Satellite, eclipse_s: number): number {
  const chips_W = satellite.eclipsePolicy === 'hibernate' ? 0 : satellite.powerToCompute_W;
  const drawn_W =
    (chips_W + satellite.housekeeping_W + pumpPower_W(loopOf(satellite))) / satellite.distributionEfficiency;
  return Math.min(satellite.batteryDepthLimit, (drawn_W * eclipse_s) / satellite.batteryCapacity_J);
}
