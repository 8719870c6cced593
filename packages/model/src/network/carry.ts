import { lightSpeed_mperS } from '../sky/constants.ts';
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

/**
 * Loads a shell's mesh with what it offers. Work between satellites takes its mean hops, bits for the ground take
 * the hops to the nearest of the drains, each drain serving `cell` satellites. Both share every link in the same
 * proportion; the fuller axis binds, and bits for the ground must also fit the links of the drains themselves.
 * Terminals short of power are on for that share of time.
 */
export function loadMesh(
  params: Parameters,
  host: OrbitHost,
  index: number,
  cell: number,
  now: NetworkIn,
  state: NetworkState,
  out: NetworkOut,
): void {
  const { section } = params;
  const units = now.inService[index] as number;
  const power = now.serviceShare[index] as number;
  const down_bps = offeredDown(now, index);
  const across_bps = now.offeredAcross_bps[index] as number;
  layOut(host.mesh, units, section.exchangeSpan, cell, state, index);

  const rows = state.exchangeRows[index] as number;
  const columns = state.exchangeColumns[index] as number;
  const toDrain = state.toDrain[index] as number;
  const growth = state.growth[index] as number;
  const rowRate_bps = rateOver(params, host, host.mesh.cross_m, growth);
  const columnRate_bps = rateOver(params, host, state.along_m[index] as number, growth);
  const axis = (units * host.terminals) / 2;
  const fits = Math.min(
    roomOn(axis * rowRate_bps, across_bps * rows + (down_bps * toDrain) / 2),
    roomOn(axis * columnRate_bps, across_bps * columns + (down_bps * toDrain) / 2),
  );
  const drains = units / Math.max(1, cell);
  const drainFits = roomOn(drains * host.terminals * Math.min(rowRate_bps, columnRate_bps), down_bps);

  state.across_bps[index] = across_bps * Math.min(1, fits * power);
  state.down_bps[index] = down_bps * Math.min(1, fits * power, drainFits * power);
  // What links ask for must not depend on what power they get: they ask for all that they could carry.
  const hops_bps =
    across_bps * Math.min(1, fits) * (rows + columns) +
    down_bps * Math.min(1, fits, drainFits) * (toDrain + 1);
  out.linkDemand_W[index] = units * host.terminals * host.idle_W + hops_bps * host.energy_Jperbit;
  out.acrossCapacity_bps[index] =
    units * pointToPoint_bps(host.terminals, rowRate_bps, columnRate_bps, rows, columns);
  out.neighbourCapacity_bps[index] = axis * (rowRate_bps + columnRate_bps);
  out.roundTrip_s[index] =
    section.orbitAccess_s +
    2 * (host.slant_m / lightSpeed_mperS + drainDelay_s(host.mesh, state, index, section.switching_s));
}

/** Capacity over load; where there is no load a number that stays finite when multiplied by no power. */
function roomOn(capacity_bps: number, load_bps: number): number {
  return load_bps > 0 ? Math.min(Number.MAX_VALUE, capacity_bps / load_bps) : Number.MAX_VALUE;
}

/** Rate of one terminal over a distance: what its light carries, up to what its electronics allow. */
function rateOver(params: Parameters, host: OrbitHost, distance_m: number, growth: number): number {
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
  out.deliverableShare[index] = Math.min(
    downOffered_bps > 0 ? down_bps / downOffered_bps : 1,
    acrossOffered_bps > 0 ? across_bps / acrossOffered_bps : 1,
  );
  const energy_J = (out.linkDemand_W[index] as number) * (now.serviceShare[index] as number) * seconds;
  out.linkEnergy_J[index] = energy_J;
  out.linkHeat_J[index] = energy_J;
}
