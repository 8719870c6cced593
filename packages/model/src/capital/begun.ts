import { marginOf_USD2026 } from './host-costs.ts';
import type { CapitalParams } from './params.ts';
import type { CapitalState, Now, Out } from './state.ts';

/**
 * Follows the buildings of sites: they outlive their chips. A hall begun where one stands free, or will when the
 * hall in it is gone, takes that building and pays for chips alone; `refits` counts such halls of the month.
 */
export function countBuildings(params: CapitalParams, state: CapitalState, now: Now, month: number): void {
  const { hosts, months } = params;
  for (let index = 0; index < hosts.length; index++) {
    const { design, buildingMonths } = hosts[index]!;
    if (design >= 0) continue;
    const begun = now.begun[index] as number;
    const ended = month - buildingMonths;
    const gone = ended >= 0 ? (state.erected[index * months + ended] as number) : 0;
    const standing = (state.standing[index] as number) - gone;
    const onTheWay = (state.onTheWay[index] as number) - (now.placed[index] as number);
    const staying = (now.inService[index] as number) - (now.leaving[index] as number);
    const refits = Math.min(begun, Math.max(0, standing - onTheWay - staying));
    state.refits[index] = refits;
    state.erected[index * months + month] = begun - refits;
    state.standing[index] = standing + begun - refits;
    state.onTheWay[index] = onTheWay + begun;
  }
}

/**
 * What is paid for the units on which building began this month, real. Their launch is paid with them, at the
 * mean over the vehicles that fly, where `unitCost` holds the price of one launch more of the cheapest.
 */
export function begunCost_USD2026(params: CapitalParams, state: CapitalState, now: Now, out: Out): number {
  const above_USD2026perkg =
    (now.launchMean_USD2026perkg[0] as number) - (now.launchCost_USD2026perkg[0] as number);
  let cost = 0;
  for (let index = 0; index < params.hosts.length; index++) {
    const host = params.hosts[index]!;
    const launch = host.mass_kg * host.insurance * host.markup * above_USD2026perkg;
    cost += (now.begun[index] as number) * ((out.unitCost_USD2026[index] as number) + launch);
    cost -= (state.refits[index] as number) * host.building_USD2026;
  }
  return cost;
}

/** Imagers of those units: every satellite of a design carries its share, those that replace others too. */
export function imagers_USD2026(params: CapitalParams, now: Now): number {
  let cost = 0;
  for (let index = 0; index < params.hosts.length; index++) {
    cost += (now.begun[index] as number) * params.hosts[index]!.imagers_USD2026;
  }
  return cost;
}

/** Of that, the margin that the company which builds and launches keeps where the companies are apart; 0 within one. */
export function begunMargin_USD2026(params: CapitalParams, now: Now, out: Out, month: number): number {
  const above_USD2026perkg =
    (now.launchMean_USD2026perkg[0] as number) - (now.launchCost_USD2026perkg[0] as number);
  let margin = 0;
  for (let index = 0; index < params.hosts.length; index++) {
    const host = params.hosts[index]!;
    if (host.markup === 1) continue;
    const launch = host.mass_kg * host.insurance * host.markup * above_USD2026perkg;
    const cost = (out.unitCost_USD2026[index] as number) + launch;
    margin += (now.begun[index] as number) * marginOf_USD2026(host, cost, month);
  }
  return margin;
}
