import type { Interval } from '../time/calendar.ts';
import { layOut, pointToPoint_bps } from './mesh.ts';
import { capacity_bps } from './optics.ts';
import type { OrbitHost, Parameters } from './parameters.ts';
import type { NetworkIn, NetworkOut, NetworkState } from './state.ts';
import { stationsInUse } from './stations.ts';

/** What the month's satellites, halls and stations could carry, before it is known what they are offered. */
export function openNetwork(
  params: Parameters,
  state: NetworkState,
  now: NetworkIn,
  out: NetworkOut,
  interval: Interval,
): void {
  openWays(params, state, now, out, interval);
  for (let index = 0; index < params.hosts.length; index++) {
    const host = params.hosts[index]!;
    const units = now.inService[index]!;
    if (host.kind === 'orbit') {
      state.growth[index] = meanGrowth(params, index, interval.index, now);
      openMesh(params, host, index, units, state, out);
    } else {
      out.acrossCapacity_bps[index] = units * host.fabric_bps;
      out.neighbourCapacity_bps[index] = units * host.fabric_bps;
    }
  }
}

/** The ways to the ground: stations behind their clouds, gateways behind relays. */
function openWays(
  params: Parameters,
  state: NetworkState,
  now: NetworkIn,
  out: NetworkOut,
  interval: Interval,
): void {
  const { ways, section } = params;
  const month = interval.index;
  const inUse = stationsInUse(params, interval, now.inService);
  const terminals = params.terminals[month]!;
  const relays = section.relaySatellites[month]!;
  const fleet = inOrbit(params, now);
  // What stations take over their clear-sky capacity: satellites in view, terminals improved, time to find them.
  ways.stations = inUse * params.growth[month]! * params.passShare;
  ways.gateways_bps = section.gatewayCapacity_bps[month]! * params.rainShare;
  ways.cell = fleet / Math.max(1, relays + inUse * terminals);
  ways.relayCell = fleet / Math.max(1, relays);
  ways.quarter = Math.floor((interval.month % 12) / 3);
  const optical_bps = ways.stations * params.ground.mean_bps[month]!;
  const all_bps = optical_bps + ways.gateways_bps;
  ways.gateways = all_bps > 0 ? ways.gateways_bps / all_bps : 1;
  state.gateways[0] = ways.gateways;
  out.downCapacity_bps[0] = all_bps;
  out.stationsBuilt[0] = terminals;
}

function inOrbit(params: Parameters, now: NetworkIn): number {
  let units = 0;
  for (let index = 0; index < params.hosts.length; index++) {
    if (params.hosts[index]!.kind === 'orbit') units += now.inService[index]!;
  }
  return units;
}

/** Mean over the units in service of how far terminals had come when each entered. */
function meanGrowth(params: Parameters, index: number, month: number, now: NetworkIn): number {
  const months = params.growth.length;
  let units = 0;
  let sum = 0;
  for (let entered = 0; entered <= month; entered++) {
    const count = now.cohortUnits[index * months + entered]!;
    units += count;
    sum += count * params.growth[entered]!;
  }
  return units > 0 ? sum / units : params.growth[month]!;
}

/** Lays out a shell's mesh and finds what its links carry over their lengths. A link needs both of its ends. */
function openMesh(
  params: Parameters,
  host: OrbitHost,
  index: number,
  units: number,
  state: NetworkState,
  out: NetworkOut,
): void {
  const { section } = params;
  layOut(host.mesh, units, section.exchangeSpan, state, index);
  const growth = state.growth[index]!;
  const alive = (1 - section.failedLinks) ** 2;
  const rowRate_bps = alive * rateOver(params, host, state.cross_m[index]!, growth);
  const columnRate_bps = alive * rateOver(params, host, state.along_m[index]!, growth);
  state.rowRate_bps[index] = rowRate_bps;
  state.columnRate_bps[index] = columnRate_bps;
  state.acrossCut_bps[index] = (state.columns[index]! * host.terminals * rowRate_bps) / 2;
  state.alongCut_bps[index] = (state.rows[index]! * host.terminals * columnRate_bps) / 2;
  const exchange_bps = pointToPoint_bps(
    host.terminals,
    rowRate_bps,
    columnRate_bps,
    state.exchangeRows[index]!,
    state.exchangeColumns[index]!,
  );
  const axis = (units * host.terminals) / 2;
  out.acrossCapacity_bps[index] = units * exchange_bps;
  out.neighbourCapacity_bps[index] = axis * (rowRate_bps + columnRate_bps);
  state.drainCapacity_bps[index] = host.terminals * alive * host.terminalRate_bps * growth;
}

/** Rate of one terminal over a distance: what its light carries, up to what its electronics allow, above the air. */
function rateOver(params: Parameters, host: OrbitHost, distance_m: number, growth: number): number {
  if (distance_m > host.mesh.longestLink_m) return 0;
  const electronics_bps = host.terminalRate_bps * growth;
  return capacity_bps(host.terminal, distance_m, params.section.photonsPerBit_perbit, electronics_bps);
}
