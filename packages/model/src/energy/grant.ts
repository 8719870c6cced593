import { constraintIndex } from '../flows/constraint.ts';
import type { EnergyIn, EnergyOut } from './wires.ts';

/**
 * Divides a host's power: links and sensors first, chips get the rest. `available_W` is what all consumers
 * together can have, `chipsMost_W` what chips alone can have at full load. Returns what all consumers were granted.
 */
export function grant(
  host: number,
  available_W: number,
  chipsMost_W: number,
  now: EnergyIn,
  out: EnergyOut,
): number {
  const services_W = servicesOf(host, now);
  const served_W = Math.min(services_W, available_W);
  const chips_W = Math.min(now.chipDemand_W[host]!, chipsMost_W, available_W - served_W);
  out.serviceShare[host] = services_W > 0 ? served_W / services_W : 1;
  out.powerToCompute_W[host] = chips_W;
  return chips_W + served_W;
}

/** Power that links and sensors of a host ask for. */
export function servicesOf(host: number, now: EnergyIn): number {
  return now.linkDemand_W[host]! + now.sensingDemand_W[host]!;
}

/**
 * Adds to the watts that power and heat held back. `heatPart` is the part of what chips lack that heat holds back; power
 * holds back the rest.
 */
export function tellLimits(
  host: number,
  available_W: number,
  heatPart: number,
  now: EnergyIn,
  out: EnergyOut,
): void {
  const chipDemand_W = now.chipDemand_W[host]!;
  const chips_W = out.powerToCompute_W[host]!;
  const services_W = servicesOf(host, now);
  const served_W = Math.min(services_W, available_W);
  const lack_W = Math.max(0, chipDemand_W - chips_W);
  const byHeat_W = chips_W < available_W - served_W ? lack_W * heatPart : 0;
  out.powerShare[host] = chipDemand_W > 0 ? Math.min(1, chips_W / chipDemand_W) : 1;
  out.energyLimits[constraintIndex.heat]! += byHeat_W;
  out.energyLimits[constraintIndex.power]! += lack_W - byHeat_W + services_W - served_W;
}
