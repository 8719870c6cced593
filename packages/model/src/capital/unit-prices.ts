import { levelisedWork_USD2026perFLOP, unitCost_USD2026 } from './host-costs.ts';
import type { CapitalParams } from './params.ts';
import type { CapitalState, Now, Out } from './state.ts';

/** Counts what was begun, so that the next unit of the same design costs less. */
export function learn(params: CapitalParams, state: CapitalState, now: Now): void {
  for (let index = 0; index < params.hosts.length; index++) {
    const { design, power_W } = params.hosts[index]!;
    if (design < 0) continue;
    state.built_W[design] = (state.built_W[design] as number) + power_W * (now.begun[index] as number);
  }
}

/** Cost of one more unit at every host, at a price of launch. */
export function writeUnitCosts(
  params: CapitalParams,
  state: CapitalState,
  out: Out,
  month: number,
  launch_USD2026perkg: number,
): void {
  for (let index = 0; index < params.hosts.length; index++) {
    const host = params.hosts[index]!;
    const built_W = host.design < 0 ? 0 : (state.built_W[host.design] as number);
    out.unitCost_USD2026[index] = unitCost_USD2026(
      host,
      month,
      params.designs[host.design],
      built_W,
      launch_USD2026perkg,
    );
  }
}

/**
 * Levelised cost of the work of units asked for now. Chips and their use are the same for orbit and ground: busy
 * peak per energy is the mean over all hosts in service; a host's own share of busy peak that reaches users
 * (links, interruptions, exchange) is measured where it has units in service, and elsewhere the mean times the
 * share of bits that its links would carry. While no host is in service at all, the catalogue's reference holds.
 */
export function writeLevelised(params: CapitalParams, now: Now, out: Out): void {
  let allBusy = 0;
  let allUseful = 0;
  let energy = 0;
  for (let index = 0; index < params.hosts.length; index++) {
    allBusy += busy_FLOP(now, index);
    allUseful += now.useful_FLOP[index] as number;
    energy += now.chipEnergy_J[index] as number;
  }
  const anywhere = allBusy > 0 && allUseful > 0 && energy > 0;
  const perEnergy = anywhere ? allBusy / energy : params.section.referenceWork_FLOPperJ;
  const mean = anywhere ? allUseful / allBusy : 1;
  for (let index = 0; index < params.hosts.length; index++) {
    const host = params.hosts[index]!;
    const busy = busy_FLOP(now, index);
    const useful = now.useful_FLOP[index] as number;
    const reaches =
      anywhere && busy > 0 && useful > 0 ? useful / busy : mean * (now.deliverableShare[index] as number);
    const power_W = now.powerPerNewUnit_W[index] as number;
    out.levelised_USD2026perFLOP[index] = levelisedWork_USD2026perFLOP(
      host,
      out.unitCost_USD2026[index] as number,
      power_W * perEnergy * reaches,
      power_W * drawnPerChipEnergy(params, now, index),
      now.wait_s[index] as number,
    );
  }
}

/** Peak work of chips that ran for users or for the losses on the way to them. */
function busy_FLOP(now: Now, host: number): number {
  return (
    (now.installed_FLOP[host] as number) -
    (now.unpowered_FLOP[host] as number) -
    (now.idle_FLOP[host] as number) -
    (now.sensing_FLOP[host] as number)
  );
}

/** Energy drawn over energy of chips: measured where halls run, the reference elsewhere. */
function drawnPerChipEnergy(params: CapitalParams, now: Now, host: number): number {
  const chips = now.chipEnergy_J[host] as number;
  return chips > 0 ? (now.generated_J[host] as number) / chips : params.section.referenceOverhead;
}
