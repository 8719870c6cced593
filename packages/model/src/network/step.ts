import { subsystem } from '../flows/subsystem.ts';
import { crowdingModel } from './capacity/crowding-model.ts';
import { closeHost, land, loadFibre, loadMesh, shareOut, tellLimits } from './carry.ts';
import { openNetwork } from './open.ts';
import { compileNetwork, networkTables } from './parameters.ts';
import { networkSchema } from './schema.ts';
import {
  type NetworkState,
  networkCloses,
  networkOpens,
  networkReads,
  networkState,
  networkWrites,
} from './state.ts';

/** Links, stations and fibre: what of the offered bits is carried, at what power and how late. */
export const network = subsystem({
  name: 'network',
  schema: networkSchema,
  reads: { now: networkReads, before: [] },
  writes: networkWrites,
  opens: networkOpens,
  closes: networkCloses,
  fastModels: { crowding: crowdingModel },
  tables: (plan, { hosts }) => networkTables(plan, hosts),
  compile: compileNetwork,
  initial(params, out) {
    out.acrossShare.fill(1);
    out.downShare.fill(1);
    return networkState(params.hosts.length);
  },
  open(params, columns, { now }, out, interval) {
    openNetwork(params, columns as NetworkState, now, out, interval);
  },
  step(params, columns, { now }, out, interval) {
    const state = columns as NetworkState;
    for (let index = 0; index < params.hosts.length; index++) {
      const host = params.hosts[index]!;
      if (host.kind === 'orbit') loadMesh(host, index, params.ways, now, state, out);
      else loadFibre(params, host, index, now, state, out);
    }
    land(params, state, interval.index);
    for (let index = 0; index < params.hosts.length; index++) {
      const landed = params.hosts[index]!.kind === 'orbit' ? state.landed[0]! : 1;
      shareOut(index, landed, now, state, out, interval.seconds);
    }
  },
  close(params, columns, { now }, out, interval) {
    const state = columns as NetworkState;
    tellLimits(params, now, state, out, interval.index);
    for (let index = 0; index < params.hosts.length; index++) {
      const landed = params.hosts[index]!.kind === 'orbit' ? state.landed[0]! : 1;
      closeHost(params, index, landed, now, state, out, interval.seconds);
    }
  },
});
