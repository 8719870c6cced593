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
 * Levelised cost of the work of units asked for now. Orbit and ground alike carry the chips that enter service
 * this month and sell them at one utilisation, so neither how far a fleet is overbuilt nor how old its chips are
 * tells on a new unit. Of what those chips do, as much reaches users as the host's own links carry.
 */
export function writeLevelised(params: CapitalParams, now: Now, out: Out): void {
  for (let index = 0; index < params.hosts.length; index++) {
    const host = params.hosts[index]!;
    const power_W = now.powerPerNewUnit_W[index] as number;
    const sold_FLOPperS = power_W * (now.newWork_FLOPperJ[index] as number) * params.section.utilisation;
    out.levelised_USD2026perFLOP[index] = levelisedWork_USD2026perFLOP(
      host,
      out.unitCost_USD2026[index] as number,
      sold_FLOPperS * (now.deliverableShare[index] as number),
      power_W * host.drawnShare,
      now.wait_s[index] as number,
    );
  }
}
