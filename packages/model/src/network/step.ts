import { constraintIndex } from '../flows/constraint.ts';
import { subsystem } from '../flows/subsystem.ts';
import type { Interval } from '../time/calendar.ts';
import { crowdingModel } from './capacity/crowding-model.ts';
import { book, loadFibre, loadMesh, offeredDown } from './carry.ts';
import { carried_bps } from './ground.ts';
import { compileNetwork, networkTables, type OrbitHost, type Parameters } from './parameters.ts';
import { networkSchema } from './schema.ts';
import {
  type NetworkIn,
  type NetworkOut,
  type NetworkState,
  networkReads,
  networkState,
  networkWrites,
} from './state.ts';
import { stationsInUse } from './stations.ts';

/** Links, stations and fibre: what of the offered bits is carried, at what power and how late. */
export const network = subsystem({
  name: 'network',
  schema: networkSchema,
  reads: { now: networkReads, before: [] },
  writes: networkWrites,
  fastModels: { crowding: crowdingModel },
  tables: (plan, { hosts }) => networkTables(plan, hosts),
  compile: compileNetwork,
  initial(params, out) {
    out.acrossShare.fill(1);
    out.downShare.fill(1);
    return networkState(params.hosts.length);
  },
  step(params, state, { now }, out, interval) {
    carry(params, state as unknown as NetworkState, now, out, interval);
  },
});

function carry(
  params: Parameters,
  state: NetworkState,
  now: NetworkIn,
  out: NetworkOut,
  interval: Interval,
): void {
  const inUse = stationsInUse(params, interval, now.inService);
  const terminals = params.terminals[interval.index] as number;
  const relays = params.section.relaySatellites[interval.index] as number;
  const { ways } = params;
  const fleet = inOrbit(params, now);
  ways.cell = fleet / Math.max(1, relays + inUse * terminals);
  ways.relayCell = fleet / Math.max(1, relays);
  ways.gateways = gatewaysOf(params, interval.index, inUse);
  (state.gateways as Float64Array)[0] = ways.gateways;
  ways.quarter = Math.floor((interval.month % 12) / 3);
  for (let index = 0; index < params.hosts.length; index++) {
    const host = params.hosts[index] as Parameters['hosts'][number];
    if (host.kind === 'orbit') {
      state.growth[index] = meanGrowth(params, index, interval.index, now);
      loadMesh(params, host, index, ways, now, state, out);
    } else loadFibre(params, host, index, now, state, out);
  }
  const landed = land(params, state, now, out, interval, inUse);
  for (let index = 0; index < params.hosts.length; index++) {
    const ways = (params.hosts[index] as OrbitHost).kind === 'orbit' ? landed : 1;
    book(index, ways, now, state, out, interval.seconds);
  }
  out.stationsBuilt[0] = terminals;
}

/** Mean over the units in service of how far terminals had come when each entered. */
function meanGrowth(params: Parameters, index: number, month: number, now: NetworkIn): number {
  const months = params.growth.length;
  let units = 0;
  let sum = 0;
  for (let entered = 0; entered <= month; entered++) {
    const count = now.cohortUnits[index * months + entered] as number;
    units += count;
    sum += count * (params.growth[entered] as number);
  }
  return units > 0 ? sum / units : (params.growth[month] as number);
}

/** Share of the month's capacity to the ground that gateways make up. */
function gatewaysOf(params: Parameters, month: number, inUse: number): number {
  const radio_bps = gatewayRate_bps(params, month);
  const optical_bps = stationScale(params, month, inUse) * (params.ground.mean_bps[month] as number);
  return radio_bps + optical_bps > 0 ? radio_bps / (radio_bps + optical_bps) : 1;
}

/** What gateways take after rain. */
function gatewayRate_bps(params: Parameters, month: number): number {
  return (params.section.gatewayCapacity_bps[month] as number) * params.rainShare;
}

/** What stations take over their clear-sky capacity: satellites in view, terminals improved, time to find them. */
function stationScale(params: Parameters, month: number, inUse: number): number {
  return inUse * (params.growth[month] as number) * params.passShare;
}

function inOrbit(params: Parameters, now: NetworkIn): number {
  let units = 0;
  for (let index = 0; index < params.hosts.length; index++) {
    if (params.hosts[index]?.kind === 'orbit') units += now.inService[index] as number;
  }
  return units;
}

/** Brings what the meshes carried to the ground, names what held bits back, and returns the share that lands. */
function land(
  params: Parameters,
  state: NetworkState,
  now: NetworkIn,
  out: NetworkOut,
  { index: month }: Interval,
  inUse: number,
): number {
  let down_bps = 0;
  let offered_bps = 0;
  let meshed_bps = 0;
  let brought_bps = 0;
  for (let index = 0; index < params.hosts.length; index++) {
    if (params.hosts[index]?.kind !== 'orbit') continue;
    const offered = offeredDown(now, index);
    down_bps += offered;
    offered_bps += offered + (now.offeredAcross_bps[index] as number);
    brought_bps += state.down_bps[index] as number;
    meshed_bps += (state.down_bps[index] as number) + (state.across_bps[index] as number);
  }
  const gateways_bps = gatewayRate_bps(params, month);
  const stations = stationScale(params, month, inUse);
  const alone_bps = carried_bps(params.ground, month, stations, gateways_bps, down_bps);
  const landed_bps = carried_bps(params.ground, month, stations, gateways_bps, brought_bps);
  out.downCapacity_bps[0] = stations * (params.ground.mean_bps[month] as number) + gateways_bps;
  out.networkLimits[constraintIndex.isl] = offered_bps > 0 ? 1 - meshed_bps / offered_bps : 0;
  out.networkLimits[constraintIndex.downlink] = down_bps > 0 ? 1 - alone_bps / down_bps : 0;
  // The mean of equal rates may come out above them by rounding.
  return brought_bps > 0 ? Math.min(1, landed_bps / brought_bps) : 1;
}
