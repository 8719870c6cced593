import { energyPorts, type Readings, type Writings } from '../flows/ports.ts';

/** Ports that energy reads of the same interval. */
export const energyReads = [
  'cohortUnits',
  'inService',
  'chipDemand_W',
  'linkDemand_W',
  'sensingDemand_W',
  'chipHeat_J',
  'linkHeat_J',
  'sensingHeat_J',
] as const;

export type EnergyIn = Readings<(typeof energyReads)[number]>;

export type EnergyPort = keyof typeof energyPorts;
export const energyWrites = Object.keys(energyPorts) as EnergyPort[];
export type EnergyOut = Writings<EnergyPort>;
