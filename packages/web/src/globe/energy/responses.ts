import type { Fleet } from '@kardashev/contracts/fleet.ts';
import { meanAge_yr } from '../fleet/cohorts.ts';
import type { FleetMonth } from '../fleet/fleet-month.ts';
import type { Energy } from './energy.ts';
import type { Response, ShellCase } from './messages.ts';

const year_s = 365.25 * 86_400;

/** Each shell's satellites at their mean age under the month's Sun, stepped by the energy model; empty where unknown. */
export async function responsesOf(
  energy: Energy,
  fleet: FleetMonth,
  known: Fleet,
): Promise<readonly Response[]> {
  const cases = fleet.shells.map(({ row, sums, filling }): ShellCase | undefined => {
    const design = known.shells.find(({ name }) => name === row.name)?.design;
    const age_yr = sums && filling.count > 0 ? meanAge_yr(sums, fleet.month) : 0;
    return design && { design, flux_Wperm2: fleet.flux_Wperm2, age_s: age_yr * year_s };
  });
  if (cases.some((one) => one === undefined)) return [];
  return energy.ask<'responses'>({ kind: 'responses', shells: cases as ShellCase[] });
}
