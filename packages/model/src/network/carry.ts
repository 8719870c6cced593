import { constraintIndex } from '../flows/constraint.ts';
import { lightSpeed_mperS } from '../sky/constants.ts';
import { carried_bps } from './ground.ts';
import { meanHopsToDrain } from './hops.ts';
import { drainDelay_s } from './mesh.ts';
import type { GroundHost, OrbitHost, Parameters } from './parameters.ts';
import type { NetworkIn, NetworkOut, NetworkState } from './state.ts';

/** Share of a load that a capacity takes; all of a load of nothing. */
function shareOf(capacity: number, load: number): number {
  return load > capacity ? capacity / load : 1;
}

/** Bits a second that host `index` offers to the ground: results of work and observations. */
function offeredDown(now: NetworkIn, index: number): number {
  return now.offeredDown_bps[index]! + now.sensedDown_bps[index]!;
}

/** The ways to the ground as a month has them. */
export interface Ways {
  /** Satellites of the fleet for each one that passes bits down, over stations and relays together. */
  cell: number;
  /** The same for relays alone. */
  relayCell: number;
  /** Share of all ways to the ground that are radio gateways behind relays. */
  gateways: number;
  /** What gateways take after rain. */
  gateways_bps: number;
  /** What stations take over their clear-sky capacity. */
  stations: number;
  /** Quarter of the year, from 0. */
  quarter: number;
}

/**
 * Loads a shell's mesh with what it offers. Work between satellites takes its mean hops, bits for the ground those to
 * relays nearby and to stations where these are. Both share every link in the same proportion; the fuller axis binds.
 * Bits for the ground must also fit the links near the stations, as snapshots of the shell find them, and those of
 * the satellites over them. Terminals that are short of power are on for that share of time.
 */
export function loadMesh(
  host: OrbitHost,
  index: number,
  ways: Ways,
  now: NetworkIn,
  state: NetworkState,
  out: NetworkOut,
): void {
  const units = now.inService[index]!;
  const power = now.serviceShare[index]!;
  const down_bps = offeredDown(now, index);
  const across_bps = now.offeredAcross_bps[index]!;
  const rows = state.exchangeRows[index]!;
  const columns = state.exchangeColumns[index]!;
  const axis = (units * host.terminals) / 2;
  const uncrowded = crowd(host, index, ways, down_bps, state);
  const downRows = state.drainRows[index]!;
  const downColumns = state.drainColumns[index]!;
  const fits = Math.min(
    roomOn(axis * state.rowRate_bps[index]!, across_bps * rows + down_bps * downRows),
    roomOn(axis * state.columnRate_bps[index]!, across_bps * columns + down_bps * downColumns),
  );
  state.meshFullness[index] = Math.min(Number.MAX_VALUE, 1 / fits);
  const drains = units / Math.max(1, ways.cell);
  const drainFits = roomOn(drains * state.drainCapacity_bps[index]!, down_bps);

  state.across_bps[index] = across_bps * Math.min(1, fits * power);
  state.down_bps[index] = down_bps * Math.min(1, fits * power, drainFits * power, uncrowded * power);
  // What links ask for must not depend on what power they get: they ask for all that they could carry.
  const hops_bps =
    across_bps * Math.min(1, fits) * (rows + columns) +
    down_bps * Math.min(1, fits, drainFits, uncrowded) * (downRows + downColumns + 1);
  out.linkDemand_W[index] = units * host.terminals * host.idle_W + hops_bps * host.energy_Jperbit;
}

/**
 * Reads from the shell's snapshots how far bits for the ground go and what share of them links near the stations
 * leave, given what a cut across the planes and one along them carry. A bit down by a relay takes the hops to the
 * nearest one.
 */
function crowd(
  { crowding, mesh }: OrbitHost,
  index: number,
  { relayCell, gateways, quarter }: Ways,
  down_bps: number,
  state: NetworkState,
): number {
  const across_bps = state.acrossCut_bps[index]!;
  const along_bps = state.alongCut_bps[index]!;
  if (across_bps + along_bps <= 0) {
    // Without a mesh every satellite brings down its own.
    state.drainRows[index] = 0;
    state.drainColumns[index] = 0;
    return 1;
  }
  const load = down_bps / mesh.parts / Math.sqrt(across_bps * along_bps);
  crowding.read(along_bps > 0 ? across_bps / along_bps : 1, load >= 0 ? load : 0, gateways, quarter);
  const nearRelay = crowding.viaGateways * meanHopsToDrain(relayCell, state.rows[index]!);
  state.drainRows[index] = nearRelay / 2 + crowding.across * state.rows[index]!;
  state.drainColumns[index] = nearRelay / 2 + crowding.along * state.columns[index]!;
  return crowding.share;
}

/** Capacity over load; where there is no load a number that stays finite when multiplied by no power. */
function roomOn(capacity_bps: number, load_bps: number): number {
  return load_bps > 0 ? Math.min(Number.MAX_VALUE, capacity_bps / load_bps) : Number.MAX_VALUE;
}

/** Loads a site's fibre and fabric with what it offers. */
export function loadFibre(
  { section }: Parameters,
  host: GroundHost,
  index: number,
  now: NetworkIn,
  state: NetworkState,
  out: NetworkOut,
): void {
  const units = now.inService[index]!;
  const power = now.serviceShare[index]!;
  const down_bps = offeredDown(now, index);
  const across_bps = now.offeredAcross_bps[index]!;
  const fibre_bps = units * host.fibre_bps;
  const fabric_bps = units * host.fabric_bps;
  state.down_bps[index] = down_bps * shareOf(fibre_bps * power, down_bps);
  state.across_bps[index] = across_bps * shareOf(fabric_bps * power, across_bps);
  out.linkDemand_W[index] =
    Math.min(down_bps, fibre_bps) * section.fibreEnergy_Jperbit +
    Math.min(across_bps, fabric_bps) * section.fabricEnergy_Jperbit;
}

/** One-way time over fibre between places a great circle apart. */
export function fibreDelay_s(
  section: { readonly fibreRoute: number; readonly fibreSpeed: number },
  greatCircle_m: number,
): number {
  return (greatCircle_m * section.fibreRoute) / (section.fibreSpeed * lightSpeed_mperS);
}

/** What share of the bits that meshes brought to the ways down lands. */
export function land({ hosts, ground, ways }: Parameters, state: NetworkState, month: number): void {
  let brought_bps = 0;
  for (let index = 0; index < hosts.length; index++) {
    if (hosts[index]!.kind === 'orbit') brought_bps += state.down_bps[index]!;
  }
  const landed_bps = carried_bps(ground, month, ways.stations, ways.gateways_bps, brought_bps);
  // The mean of equal rates may come out above them by rounding.
  state.landed[0] = brought_bps > 0 ? Math.min(1, landed_bps / brought_bps) : 1;
}

/** Tells a host what share of its bits is carried. */
export function shareOut(
  index: number,
  landed: number,
  now: NetworkIn,
  state: NetworkState,
  out: NetworkOut,
  seconds: number,
): void {
  const downOffered_bps = offeredDown(now, index);
  const acrossOffered_bps = now.offeredAcross_bps[index]!;
  out.downShare[index] = downOffered_bps > 0 ? (state.down_bps[index]! * landed) / downOffered_bps : 1;
  out.acrossShare[index] = acrossOffered_bps > 0 ? state.across_bps[index]! / acrossOffered_bps : 1;
  out.linkHeat_J[index] = out.linkDemand_W[index]! * now.serviceShare[index]! * seconds;
}

/** Names what held bits back: links between satellites, and the ways to the ground. */
export function tellLimits(
  { hosts, ground, ways }: Parameters,
  now: NetworkIn,
  state: NetworkState,
  out: NetworkOut,
  month: number,
): void {
  let down_bps = 0;
  let offered_bps = 0;
  let meshed_bps = 0;
  for (let index = 0; index < hosts.length; index++) {
    if (hosts[index]!.kind !== 'orbit') continue;
    const offered = offeredDown(now, index);
    down_bps += offered;
    offered_bps += offered + now.offeredAcross_bps[index]!;
    meshed_bps += state.down_bps[index]! + state.across_bps[index]!;
  }
  const alone_bps = carried_bps(ground, month, ways.stations, ways.gateways_bps, down_bps);
  out.networkLimits[constraintIndex.isl] = offered_bps > 0 ? 1 - meshed_bps / offered_bps : 0;
  out.networkLimits[constraintIndex.downlink] = down_bps > 0 ? 1 - alone_bps / down_bps : 0;
}

/** Books a host's bits and energy once it is known what share of its bits for the ground lands. */
export function closeHost(
  { hosts, section }: Parameters,
  index: number,
  landed: number,
  now: NetworkIn,
  state: NetworkState,
  out: NetworkOut,
  seconds: number,
): void {
  const host = hosts[index]!;
  const down_bps = state.down_bps[index]! * landed;
  const across_bps = state.across_bps[index]!;
  const refused_bps = offeredDown(now, index) - down_bps + (now.offeredAcross_bps[index]! - across_bps);
  out.carriedDown_bit[index] = down_bps * seconds;
  out.carriedAcross_bit[index] = across_bps * seconds;
  // Rounding may leave a difference of two equal rates below zero.
  out.refused_bit[index] = Math.max(0, refused_bps) * seconds;
  out.linkEnergy_J[index] = out.linkHeat_J[index]!;
  out.roundTrip_s[index] =
    host.kind === 'orbit'
      ? section.orbitAccess_s +
        2 * (host.slant_m / lightSpeed_mperS + drainDelay_s(state, index, section.switching_s))
      : section.groundAccess_s + 2 * fibreDelay_s(section, section.userDistance_m);
}
