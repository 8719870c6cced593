import type { Interval } from '../time/calendar.ts';
import { grant, rejectHeat } from './grant.ts';
import type { EnergyParams, GroundHost } from './params.ts';
import type { EnergyIn, EnergyOut } from './wires.ts';

/** A month of a site: grid or own plant → supplies and cooling → chips → air and water. */
export function stepGround(
  params: EnergyParams,
  { hall }: GroundHost,
  host: number,
  now: EnergyIn,
  out: EnergyOut,
  { seconds, month }: Interval,
): void {
  const ofYear = ((month % 12) + 12) % 12;
  const available = hall.available[ofYear]!;
  const chipsMost_W = hall.unitPower_W * now.inService[host]! * available;
  // Links and sensors have supplies of their own; a hall's power is what its chips may draw.
  const services_W = now.linkDemand_W[host]! + now.sensingDemand_W[host]!;
  const consumers_J = grant(host, chipsMost_W + services_W, chipsMost_W, 0, now, out) * seconds;
  out.conversionLoss_J[host] = consumers_J * hall.supplyLoss;
  out.housekeeping_J[host] = consumers_J * hall.cooling[ofYear]!;
  out.curtailed_J[host] = 0;
  out.lossHeat_J[host] = out.conversionLoss_J[host]! + out.housekeeping_J[host]!;
  out.generated_J[host] = consumers_J + out.lossHeat_J[host]!;
  out.environmentHeat_J[host] = 0;
  rejectHeat(host, now, out);
  out.powerPerNewUnit_W[host] = hall.unitPower_W * available;
  out.sunlitShare[host] = available;
  out.panelYield_s[host] = hall.panelYield * seconds;
  out.junctionWorst_K[host] = hall.junction_K;
  out.junctionLimit_K[host] = params.junctionLimit_K;
  out.batteryDepth[host] = 0;
  out.corruption_perS[host] = 0;
  out.waterUsed_kg[host] = consumers_J * hall.waterPerEnergy_kgperJ[ofYear]!;
}
