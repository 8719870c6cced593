import { constraintIndex } from '../flows/constraint.ts';
import type { EnergyIn, EnergyOut } from './wires.ts';

/**
 * Divides a host's power: links and sensors first, chips get the rest. `available_W` is what all consumers
 * together can have, `chipsMost_W` what chips alone can have at full load. `heatPart` is the part of what chips
 * lack that heat held back; power held back the rest. Returns what all consumers were granted.
 */
export function grant(
  host: number,
  available_W: number,
  chipsMost_W: number,
  heatPart: number,
  now: EnergyIn,
  out: EnergyOut,
): number {
  const services_W = now.linkDemand_W[host]! + now.sensingDemand_W[host]!;
  const chipDemand_W = now.chipDemand_W[host]!;
  const served_W = Math.min(services_W, available_W);
  const chips_W = Math.min(chipDemand_W, chipsMost_W, available_W - served_W);
  out.serviceShare[host] = services_W > 0 ? served_W / services_W : 1;
  out.powerShare[host] = chipDemand_W > 0 ? chips_W / chipDemand_W : 1;
  out.powerToCompute_W[host] = chips_W;
  const lack_W = chipDemand_W - chips_W;
  const byHeat_W = chips_W < available_W - served_W ? lack_W * heatPart : 0;
  out.energyLimits[constraintIndex.heat]! += byHeat_W;
  out.energyLimits[constraintIndex.power]! += lack_W - byHeat_W + services_W - served_W;
  return chips_W + served_W;
}

/** Closes the heat ledger of a host: all that comes in goes out within the month. */
export function rejectHeat(host: number, now: EnergyIn, out: EnergyOut): void {
  out.heatRejected_J[host] =
    out.lossHeat_J[host]! +
    out.environmentHeat_J[host]! +
    now.chipHeat_J[host]! +
    now.linkHeat_J[host]! +
    now.sensingHeat_J[host]!;
}
