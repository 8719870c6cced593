import { beta_rad } from '../sky/beta.ts';
import { eclipseShare } from '../sky/eclipse.ts';
import { period_s } from '../sky/orbit.ts';
import type { Sun } from '../sky/sun.ts';
import { cycleLoss } from './battery.ts';
import type { Satellite, Station } from './design.ts';
import { loopOf } from './design.ts';
import { pumpPower_W } from './loop.ts';

/** The Sun on a day and the node of a plane then. */
export interface Look {
  readonly sun: Sun;
  readonly node_rad: number;
}

/**
 * Rate at which eclipses take capacity from a battery, mean over looks at planes and days. Each eclipse is one
 * cycle, as deep as the policy draws and the depth limit allows at begin of life.
 */
export function cyclingLoss_perS(satellite: Satellite, station: Station, looks: readonly Look[]): number {
  if (looks.length === 0 || satellite.batteryCapacity_J === 0) return 0;
  const period = period_s(station.radius_m);
  let sum = 0;
  for (const { sun, node_rad } of looks) {
    const share = eclipseShare(station.radius_m, beta_rad(sun, node_rad, station.inclination_rad));
    if (share > 0) sum += cycleLoss(satellite, depthOf(satellite, share * period)) / period;
  }
  return sum / looks.length;
}

/** Depth that an eclipse of a duration asks for, up to the limit. */
export function depthOf(satellite: Satellite, eclipse_s: number): number {
  const chips_W = satellite.eclipsePolicy === 'hibernate' ? 0 : satellite.powerToCompute_W;
  const drawn_W =
    (chips_W + satellite.housekeeping_W + pumpPower_W(loopOf(satellite))) / satellite.distributionEfficiency;
  return Math.min(satellite.batteryDepthLimit, (drawn_W * eclipse_s) / satellite.batteryCapacity_J);
}
