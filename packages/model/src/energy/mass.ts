import type { Satellite } from './design.ts';

/** What the parts of a satellite weigh. */
export interface Mass {
  readonly array: number;
  readonly battery: number;
  readonly radiator: number;
  readonly coolant: number;
  readonly chips: number;
  readonly bus: number;
  readonly structure: number;
  readonly total: number;
}

/** Adds up a satellite's parts from its sizes and what each weighs by its size, kg. */
export function massOf(satellite: Satellite): Mass {
  const array = satellite.arrayArea_m2 * satellite.arrayMass_kgperm2;
  const battery = satellite.batteryCapacity_J / satellite.batteryEnergy_Jperkg;
  const radiator = satellite.radiatorArea_m2 * satellite.radiatorMass_kgperm2;
  const coolant = satellite.powerToCompute_W * satellite.coolantMass_kgperW;
  const chips = satellite.powerToCompute_W * satellite.chipMass_kgperW;
  const bus = satellite.busMass_kg;
  const parts = array + battery + radiator + coolant + chips + bus;
  const structure = parts * satellite.structureShare;
  return { array, battery, radiator, coolant, chips, bus, structure, total: parts + structure };
}
