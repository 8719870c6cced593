import { solarConstant_Wperm2 } from '../sky/constants.ts';

/** What makes sunlight into power. */
export interface ArrayDesign {
  readonly arrayArea_m2: number;
  readonly cellEfficiency: number;
  readonly packing: number;
  readonly arrayPointing: number;
  /** Terminals over cells: diodes, mismatch, wires. */
  readonly stringEfficiency: number;
}

/** What is left after `age_s` of something that goes at a constant rate. */
export function left(rate_perS: number, age_s: number): number {
  return Math.exp(-rate_perS * age_s);
}

/** Rate of a loss given as a share a year: `left(yearlyRate_perS(0.032, year), year)` is 0.968. */
export function rateOf_perS(share: number, time_s: number): number {
  return -Math.log(1 - share) / time_s;
}

/** Output of an array in full sun at its terminals, cells at their reference; `kept` is its ageing factor. */
export function arrayPower_W(
  design: ArrayDesign,
  flux_Wperm2: number = solarConstant_Wperm2,
  kept = 1,
): number {
  const { arrayArea_m2, cellEfficiency, packing, arrayPointing, stringEfficiency } = design;
  return arrayArea_m2 * cellEfficiency * packing * arrayPointing * stringEfficiency * kept * flux_Wperm2;
}
