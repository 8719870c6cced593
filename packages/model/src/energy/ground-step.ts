import type { Interval } from '../time/calendar.ts';
import { grant, servicesOf, tellLimits } from './grant.ts';
import type { Hall } from './ground.ts';
import type { EnergyState } from './state.ts';
import type { EnergyIn, EnergyOut } from './wires.ts';

/** Month of the year, from 0, of a month counted from 2026-01. */
const ofYear = (month: number): number => ((month % 12) + 12) % 12;

/** What a site's halls can have this month: grid or own plant, as far as it is there. */
export function openGround(
  hall: Hall,
  host: number,
  state: EnergyState,
  now: EnergyIn,
  out: EnergyOut,
  { month, seconds }: Interval,
): void {
  const available = hall.available[ofYear(month)]!;
  state.chipsMost_W[host] = hall.unitPower_W * now.inService[host]! * available;
  out.powerPerNewUnit_W[host] = hall.unitPower_W * available;
  out.sunlitShare[host] = available;
  out.panelYield_s[host] = hall.panelYield * seconds;
  out.junctionWorst_K[host] = hall.junction_K;
  out.batteryDepth[host] = 0;
  out.corruption_perS[host] = 0;
}

/** A month of a site: supplies and cooling → chips → air and water. */
export function stepGround(
  hall: Hall,
  host: number,
  state: EnergyState,
  now: EnergyIn,
  out: EnergyOut,
  { seconds, month }: Interval,
): void {
  // Links and sensors have supplies of their own; a hall's power is what its chips may draw.
  const chipsMost_W = state.chipsMost_W[host]!;
  const consumers_J = grant(host, chipsMost_W + servicesOf(host, now), chipsMost_W, now, out) * seconds;
  const loss_J = consumers_J * hall.supplyLoss;
  out.conversionLoss_J[host] = loss_J;
  out.curtailed_J[host] = 0;
  out.generated_J[host] = consumers_J + loss_J + consumers_J * hall.cooling[ofYear(month)]!;
}

/** What of a site's month is booked once it is known what was granted. */
export function closeGround(
  hall: Hall,
  host: number,
  state: EnergyState,
  now: EnergyIn,
  out: EnergyOut,
  { seconds, month }: Interval,
): void {
  tellLimits(host, state.chipsMost_W[host]! + servicesOf(host, now), 0, now, out);
  const consumers_J = (out.powerToCompute_W[host]! + servicesOf(host, now)) * seconds;
  out.housekeeping_J[host] = consumers_J * hall.cooling[ofYear(month)]!;
  out.environmentHeat_J[host] = 0;
  out.waterUsed_kg[host] = consumers_J * hall.waterPerEnergy_kgperJ[ofYear(month)]!;
}
