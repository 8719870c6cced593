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
/** Ports that satellites and halls decide, whatever asks for power. */
export const energyOpens = [
  'powerPerNewUnit_W',
  'sunlitShare',
  'panelYield_s',
  'junctionWorst_K',
  'junctionLimit_K',
  'junctionEndOfLife_K',
  'batteryDepth',
  'corruption_perS',
] as const satisfies readonly EnergyPort[];
/** Ports that nobody waits for. */
export const energyCloses = [
  'powerShare',
  'energyLimits',
  'housekeeping_J',
  'lossHeat_J',
  'environmentHeat_J',
  'heatRejected_J',
  'waterUsed_kg',
] as const satisfies readonly EnergyPort[];
export type EnergyOut = Writings<EnergyPort>;
