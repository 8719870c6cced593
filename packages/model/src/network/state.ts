import type { PortName, Readings, Writings } from '../flows/ports.ts';
import { type MeshState, meshState } from './mesh.ts';

/** What the network holds of a month: the meshes as laid out and the bits under way. Nothing lasts longer. */
export interface NetworkState extends MeshState {
  /** Rate that reaches a way to the ground, or the user on the ground, by host. */
  readonly down_bps: Float64Array;
  /** Rate carried between units, by host. */
  readonly across_bps: Float64Array;
  /** Rate of one link between planes and along one, both of its ends alive, by host. */
  readonly rowRate_bps: Float64Array;
  readonly columnRate_bps: Float64Array;
  /** What the links of one satellite over a way to the ground take, by host. */
  readonly drainCapacity_bps: Float64Array;
  /** Share of a host's bits for the ground that lands, of those that reach a way down; one row. */
  readonly landed: Float64Array;
  /** What a cut across the planes of one part carries, and one along them, by host. */
  readonly acrossCut_bps: Float64Array;
  readonly alongCut_bps: Float64Array;
  /** Mean load over capacity of the fuller axis, by host; above 1 where it is asked for more. */
  readonly meshFullness: Float64Array;
  /** Share of the ways to the ground that are gateways; one row. */
  readonly gateways: Float64Array;
  /** Rate of the laser terminals in service over that of one made in the first month, mean over units, by host. */
  readonly growth: Float64Array;
}

export function networkState(hosts: number): NetworkState {
  return {
    ...meshState(hosts),
    down_bps: new Float64Array(hosts),
    across_bps: new Float64Array(hosts),
    rowRate_bps: new Float64Array(hosts),
    columnRate_bps: new Float64Array(hosts),
    drainCapacity_bps: new Float64Array(hosts),
    landed: new Float64Array(1),
    acrossCut_bps: new Float64Array(hosts),
    alongCut_bps: new Float64Array(hosts),
    meshFullness: new Float64Array(hosts),
    gateways: new Float64Array(1),
    growth: new Float64Array(hosts).fill(1),
  };
}

export const networkReads = [
  'inService',
  'cohortUnits',
  'serviceShare',
  'offeredDown_bps',
  'offeredAcross_bps',
  'sensedDown_bps',
] as const satisfies readonly PortName[];

export const networkWrites = [
  'linkDemand_W',
  'acrossShare',
  'downShare',
  'acrossCapacity_bps',
  'neighbourCapacity_bps',
  'downCapacity_bps',
  'roundTrip_s',
  'stationsBuilt',
  'networkLimits',
  'linkEnergy_J',
  'linkHeat_J',
  'carriedDown_bit',
  'carriedAcross_bit',
  'refused_bit',
] as const satisfies readonly PortName[];

/** Ports that the units in service and the stations decide, whatever they are offered. */
export const networkOpens = [
  'acrossCapacity_bps',
  'neighbourCapacity_bps',
  'downCapacity_bps',
  'stationsBuilt',
] as const satisfies readonly PortName[];
/** Ports that nobody waits for. */
export const networkCloses = [
  'roundTrip_s',
  'networkLimits',
  'linkEnergy_J',
  'carriedDown_bit',
  'carriedAcross_bit',
  'refused_bit',
] as const satisfies readonly PortName[];

export type NetworkIn = Readings<(typeof networkReads)[number]>;
export type NetworkOut = Writings<(typeof networkWrites)[number]>;
