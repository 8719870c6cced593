import { constraintIndex } from '../flows/constraint.ts';
import { subsystem } from '../flows/subsystem.ts';
import { compileEnergy, tableRequests } from './compile.ts';
import { stepGround } from './ground-step.ts';
import { orbitModel } from './orbit-model.ts';
import { stepOrbit } from './orbit-step.ts';
import { energySchema } from './schema.ts';
import { energyReads, energyWrites } from './wires.ts';

/** Sunlight to chips to space; on the ground, grid to chips to water and air. */
export const energy = subsystem({
  name: 'energy',
  schema: energySchema,
  reads: { now: energyReads, before: [] },
  writes: energyWrites,
  fastModels: { 'energy/orbit': orbitModel },

  tables: (plan, { hosts, calendar }) => tableRequests(plan, hosts, calendar),

  compile: compileEnergy,

  initial: (params) => ({ unitsByAge: new Float64Array(params.hosts.length * params.ages.length) }),

  step(params, state, { now }, out, interval) {
    const unitsByAge = state.unitsByAge as Float64Array;
    out.energyLimits.fill(0);
    let demand_W = 0;
    for (let host = 0; host < params.hosts.length; host++) {
      const compiled = params.hosts[host]!;
      if (compiled.kind === 'orbit') stepOrbit(params, compiled, host, unitsByAge, now, out, interval);
      else stepGround(params, compiled, host, now, out, interval);
      demand_W += now.chipDemand_W[host]! + now.linkDemand_W[host]! + now.sensingDemand_W[host]!;
    }
    // Hosts have put watts there; the port holds shares.
    const asked_W = demand_W > 0 ? demand_W : 1;
    out.energyLimits[constraintIndex.power]! /= asked_W;
    out.energyLimits[constraintIndex.heat]! /= asked_W;
    out.junctionEndOfLife_K.set(params.endOfLife_K);
  },
});
