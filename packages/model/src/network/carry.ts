import { lightSpeed_mperS } from '../sky/constants.ts';
import { meanHopsToDrain } from './hops.ts';
import { drainDelay_s, layOut, pointToPoint_bps } from './mesh.ts';
import { capacity_bps } from './optics.ts';
import type { GroundHost, OrbitHost, Parameters } from './parameters.ts';
import type { NetworkIn, NetworkOut, NetworkState } from './state.ts';

/** Share of a load that a capacity takes; all of a load of nothing. */
function shareOf(capacity: number, load: number): number {
  return load > capacity ? capacity / load : 1;
}

/** Bits a second that host `index` offers to the ground: results of work and observations. */
export function offeredDown(now: NetworkIn, index: number): number {
  return (now.offeredDown_bps[index] as number) + (now.sensedDown_bps[index] as number);
}

/** The ways to the ground as a month has them. */
export interface Ways {
  /** Satellites of the fleet for each one that passes bits down, over stations and relays together. */
  cell: number;
  /** The same for relays alone. */
  relayCell: number;
  /** Share of all ways to the ground that are radio gateways behind relays. */
  gateways: number;
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
  params: Parameters,
  host: OrbitHost,
  index: number,
  ways: Ways,
  now: NetworkIn,
  state: NetworkState,
  out: NetworkOut,
): void {
  const { section } = params;
  const units = now.inService[index] as number;
  const power = now.serviceShare[index] as number;
  const down_bps = offeredDown(now, index);
  const across_bps = now.offeredAcross_bps[index] as number;
  layOut(host.mesh, units, section.exchangeSpan, state, index);

  const rows = state.exchangeRows[index] as number;
  const columns = state.exchangeColumns[index] as number;
  const growth = state.growth[index] as number;
  // A link needs both of its ends.
  const alive = (1 - section.failedLinks) ** 2;
  const rowRate_bps = alive * rateOver(params, host, state.cross_m[index] as number, growth);
  const columnRate_bps = alive * rateOver(params, host, state.along_m[index] as number, growth);
  const axis = (units * host.terminals) / 2;
  const acrossCut_bps = ((state.columns[index] as number) * host.terminals * rowRate_bps) / 2;
  const alongCut_bps = ((state.rows[index] as number) * host.terminals * columnRate_bps) / 2;
  state.acrossCut_bps[index] = acrossCut_bps;
  state.alongCut_bps[index] = alongCut_bps;
  const uncrowded = crowd(host, index, ways, down_bps, acrossCut_bps, alongCut_bps, state);
  const downRows = state.drainRows[index] as number;
  const downColumns = state.drainColumns[index] as number;
  const fits = Math.min(
    roomOn(axis * rowRate_bps, across_bps * rows + down_bps * downRows),
    roomOn(axis * columnRate_bps, across_bps * columns + down_bps * downColumns),
  );
  state.meshFullness[index] = Math.min(Number.MAX_VALUE, 1 / fits);
  const drains = units / Math.max(1, ways.cell);
  const drainFits = roomOn(drains * host.terminals * alive * host.terminalRate_bps * growth, down_bps);

  state.across_bps[index] = across_bps * Math.min(1, fits * power);
  state.down_bps[index] = down_bps * Math.min(1, fits * power, drainFits * power, uncrowded * power);
  // What links ask for must not depend on what power they get: they ask for all that they could carry.
  const hops_bps =
    across_bps * Math.min(1, fits) * (rows + columns) +
    down_bps * Math.min(1, fits, drainFits, uncrowded) * (downRows + downColumns + 1);
  out.linkDemand_W[index] = units * host.terminals * host.idle_W + hops_bps * host.energy_Jperbit;
  out.acrossCapacity_bps[index] =
    units * pointToPoint_bps(host.terminals, rowRate_bps, columnRate_bps, rows, columns);
  out.neighbourCapacity_bps[index] = axis * (rowRate_bps + columnRate_bps);
  out.roundTrip_s[index] =
    section.orbitAccess_s +
    2 * (host.slant_m / lightSpeed_mperS + drainDelay_s(state, index, section.switching_s));
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
  across_bps: number,
  along_bps: number,
  state: NetworkState,
): number {
  if (across_bps + along_bps <= 0) {
    // Without a mesh every satellite brings down its own.
    state.drainRows[index] = 0;
    state.drainColumns[index] = 0;
    return 1;
  }
  const load = down_bps / mesh.parts / Math.sqrt(across_bps * along_bps);
  crowding.read(along_bps > 0 ? across_bps / along_bps : 1, load >= 0 ? load : 0, gateways, quarter);
  const nearRelay = crowding.viaGateways * meanHopsToDrain(relayCell, state.rows[index] as number);
  state.drainRows[index] = nearRelay / 2 + crowding.across * (state.rows[index] as number);
  state.drainColumns[index] = nearRelay / 2 + crowding.along * (state.columns[index] as number);
  return crowding.share;
}

/** Capacity over load; where there is no load a number that stays finite when multiplied by no power. */
function roomOn(capacity_bps: number, load_bps: number): number {
  return load_bps > 0 ? Math.min(Number.MAX_VALUE, capacity_bps / load_bps) : Number.MAX_VALUE;
}

/** Rate of one terminal over a distance: what its light carries, up to what its electronics allow, above the air. */
function rateOver(params: Parameters, host: OrbitHost, distance_m: number, growth: number): number {
  if (distance_m > host.mesh.longestLink_m) return 0;
  const electronics_bps = host.terminalRate_bps * growth;
  return capacity_bps(host.terminal, distance_m, params.section.photonsPerBit_perbit, electronics_bps);
}

/** Loads a site's fibre and fabric with what it offers. */
export function loadFibre(
  params: Parameters,
  host: GroundHost,
  index: number,
  now: NetworkIn,
  state: NetworkState,
  out: NetworkOut,
): void {
  const { section } = params;
  const units = now.inService[index] as number;
  const power = now.serviceShare[index] as number;
  const down_bps = offeredDown(now, index);
  const across_bps = now.offeredAcross_bps[index] as number;
  const fibre_bps = units * host.fibre_bps;
  const fabric_bps = units * host.fabric_bps;

  state.down_bps[index] = down_bps * shareOf(fibre_bps * power, down_bps);
  state.across_bps[index] = across_bps * shareOf(fabric_bps * power, across_bps);
  out.linkDemand_W[index] =
    Math.min(down_bps, fibre_bps) * section.fibreEnergy_Jperbit +
    Math.min(across_bps, fabric_bps) * section.fabricEnergy_Jperbit;
  out.acrossCapacity_bps[index] = fabric_bps;
  out.neighbourCapacity_bps[index] = fabric_bps;
  out.roundTrip_s[index] = section.groundAccess_s + 2 * fibreDelay_s(section, section.userDistance_m);
}

/** One-way time over fibre between places a great circle apart. */
export function fibreDelay_s(
  section: { readonly fibreRoute: number; readonly fibreSpeed: number },
  greatCircle_m: number,
): number {
  return (greatCircle_m * section.fibreRoute) / (section.fibreSpeed * lightSpeed_mperS);
}

/** Books a host's bits and energy once it is known what share of its bits for the ground lands. */
export function book(
  index: number,
  landed: number,
  now: NetworkIn,
  state: NetworkState,
  out: NetworkOut,
  seconds: number,
): void {
  const downOffered_bps = offeredDown(now, index);
  const acrossOffered_bps = now.offeredAcross_bps[index] as number;
  const down_bps = (state.down_bps[index] as number) * landed;
  const across_bps = state.across_bps[index] as number;
  out.carriedDown_bit[index] = down_bps * seconds;
  out.carriedAcross_bit[index] = across_bps * seconds;
  // Rounding may leave a difference of two equal rates below zero.
  out.refused_bit[index] =
    Math.max(0, downOffered_bps - down_bps + (acrossOffered_bps - across_bps)) * seconds;
  out.downShare[index] = downOffered_bps > 0 ? down_bps / downOffered_bps : 1;
  out.acrossShare[index] = acrossOffered_bps > 0 ? across_bps / acrossOffered_bps : 1;
  const energy_J = (out.linkDemand_W[index] as number) * (now.serviceShare[index] as number) * seconds;
  out.linkEnergy_J[index] = energy_J;
  out.linkHeat_J[index] = energy_J;
}
