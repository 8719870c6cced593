import { constraintIndex } from '../flows/constraint.ts';
import { subsystem } from '../flows/subsystem.ts';
import { compileEnergy, tableRequests } from './compile.ts';
import { closeGround, openGround, stepGround } from './ground-step.ts';
import { orbitModel } from './orbit-model.ts';
import { closeOrbit, openOrbit, stepOrbit } from './orbit-step.ts';
import { energySchema } from './schema.ts';
import { type EnergyState, energyState } from './state.ts';
import {
  type EnergyIn,
  type EnergyOut,
  energyCloses,
  energyOpens,
  energyReads,
  energyWrites,
} from './wires.ts';

/** Sunlight to chips to space; on the ground, grid to chips to water and air. */
export const energy = subsystem({
  name: 'energy',
  schema: energySchema,
  reads: { now: energyReads, before: [] },
  writes: energyWrites,
  opens: energyOpens,
  closes: energyCloses,
  fastModels: { 'energy/orbit': orbitModel },

  tables: (plan, { hosts, calendar }) => tableRequests(plan, hosts, calendar),

  compile: compileEnergy,

  initial: (params) => energyState(params.hosts.length, params.ages.length),

  open(params, columns, { now }, out, interval) {
    const state = columns as EnergyState;
    for (let host = 0; host < params.hosts.length; host++) {
      const compiled = params.hosts[host]!;
      if (compiled.kind === 'orbit') openOrbit(params, compiled, host, state, now, out, interval);
      else openGround(compiled.hall, host, state, now, out, interval);
    }
    out.junctionLimit_K.fill(params.junctionLimit_K);
    out.junctionEndOfLife_K.set(params.endOfLife_K);
  },

  step(params, columns, { now }, out, interval) {
    const state = columns as EnergyState;
    for (let host = 0; host < params.hosts.length; host++) {
      const compiled = params.hosts[host]!;
      if (compiled.kind === 'orbit') stepOrbit(state, host, now, out, interval.seconds);
      else stepGround(compiled.hall, host, state, now, out, interval);
    }
  },

  close(params, columns, { now }, out, interval) {
    const state = columns as EnergyState;
    out.energyLimits.fill(0);
    let demand_W = 0;
    for (let host = 0; host < params.hosts.length; host++) {
      const compiled = params.hosts[host]!;
      if (compiled.kind === 'orbit') closeOrbit(state, host, now, out, interval.seconds);
      else closeGround(compiled.hall, host, state, now, out, interval);
      rejectHeat(host, now, out);
      demand_W += now.chipDemand_W[host]! + now.linkDemand_W[host]! + now.sensingDemand_W[host]!;
    }
    // Hosts have put watts there; the port holds shares.
    const asked_W = demand_W > 0 ? demand_W : 1;
    out.energyLimits[constraintIndex.power]! /= asked_W;
    out.energyLimits[constraintIndex.heat]! /= asked_W;
  },
});

/** Closes the heat ledger of a host: all that comes in goes out within the month. */
function rejectHeat(host: number, now: EnergyIn, out: EnergyOut): void {
  out.lossHeat_J[host] = out.conversionLoss_J[host]! + out.housekeeping_J[host]!;
  out.heatRejected_J[host] =
    out.lossHeat_J[host]! +
    out.environmentHeat_J[host]! +
    now.chipHeat_J[host]! +
    now.linkHeat_J[host]! +
    now.sensingHeat_J[host]!;
}
