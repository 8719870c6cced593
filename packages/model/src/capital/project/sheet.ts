/**
 * A cost sheet: what one project costs over its life and what it gives, both discounted to the day it enters
 * service. Every comparison of orbit and ground, ours and other people's, is one of these; where two differ, it
 * is in a line of the sheet or in its boundary.
 */
export interface CostSheet {
  /** Present value by part. */
  readonly parts_USD: { readonly [part: string]: number };
  /** Power to the chips that costs per watt divide by. */
  readonly power_W: number;
  /** Discounted energy that costs per energy divide by. */
  readonly energy_J: number;
  /** Discounted work that reached its user; 0 where a sheet has no chips to do any. */
  readonly work_FLOP: number;
  readonly work_FLOPpertoken: number;
  /** Life in years of 8,760 hours and not discounted. */
  readonly years: number;
  /** In words: what lies inside. */
  readonly boundary: Boundary;
}

export interface Boundary {
  readonly chips: 'inside' | 'outside';
  readonly energy: 'installed' | 'delivered';
  /** Continuous and real, a year of 365.25 days. */
  readonly costOfCapital_perYear: number;
}

/** Costs as the outside reads them. Nulls where a sheet gives none of what they divide by. */
export interface Levelised {
  readonly USDperW: number;
  readonly USDperMWh: number | null;
  readonly USDperPFLOPday: number | null;
  readonly USDperMtokens: number | null;
  /** Per kW and year of life, as launch is often quoted. */
  readonly USDperkWyear: number;
  readonly total_USD: number;
  readonly parts_USD: { readonly [part: string]: number };
}

const joulesPerMWh = 3.6e9;
const flopPerPflopDay = 1e15 * 86_400;

export function levelisedOf(sheet: CostSheet): Levelised {
  const total_USD = Object.values(sheet.parts_USD).reduce((sum, part) => sum + part, 0);
  const over = (amount: number, each: number): number | null =>
    amount > 0 ? (total_USD / amount) * each : null;
  return {
    USDperW: total_USD / sheet.power_W,
    USDperMWh: over(sheet.energy_J, joulesPerMWh),
    USDperPFLOPday: over(sheet.work_FLOP, flopPerPflopDay),
    USDperMtokens: over(sheet.work_FLOP / sheet.work_FLOPpertoken, 1e6),
    USDperkWyear: (total_USD / sheet.power_W / sheet.years) * 1e3,
    total_USD,
    parts_USD: sheet.parts_USD,
  };
}
