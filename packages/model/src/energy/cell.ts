import { solarConstant_Wperm2, stefanBoltzmann_Wperm2perK4 } from '../sky/constants.ts';

/** What a solar array does with light and heat. */
export interface CellDesign {
  readonly cellEfficiency: number;
  readonly packing: number;
  /** Share of output lost for each kelvin above the reference. */
  readonly cellTemperatureLoss_perK: number;
  readonly cellReference_K: number;
  readonly arrayAbsorptivity: number;
  readonly arrayEmissivity: number;
  readonly arrayBackEmissivity: number;
}

/** Output at a temperature over that at the cells' reference; never below nothing. */
export function temperatureFactor(design: CellDesign, temperature_K: number): number {
  return Math.max(0, 1 - design.cellTemperatureLoss_perK * (temperature_K - design.cellReference_K));
}

/** Rounds until temperature and output agree; each is a hundred times nearer than the last. */
const rounds = 8;

/**
 * Temperature of an array that faces the Sun, per square metre of one side: sunlight and what the Earth sends are
 * absorbed, `drawn` of the possible output goes away over the wires, both faces radiate the rest.
 */
export function arrayTemperature_K(
  design: CellDesign,
  flux_Wperm2 = solarConstant_Wperm2,
  drawn = 1,
  earth_Wperm2 = 0,
): number {
  const emission = (design.arrayEmissivity + design.arrayBackEmissivity) * stefanBoltzmann_Wperm2perK4;
  let temperature_K = design.cellReference_K;
  for (let round = 0; round < rounds; round++) {
    const output = design.cellEfficiency * design.packing * temperatureFactor(design, temperature_K);
    const heat_Wperm2 = (design.arrayAbsorptivity - drawn * output) * flux_Wperm2 + earth_Wperm2;
    temperature_K = (Math.max(0, heat_Wperm2) / emission) ** 0.25;
  }
  return temperature_K;
}
