import type { PortName, Readings, Writings } from '../flows/ports.ts';
import { subsystem } from '../flows/subsystem.ts';
import type { Interval } from '../time/calendar.ts';
import { processedShare, sentShare } from './imager.ts';
import { compileData, type HostSenses, type Parameters } from './parameters.ts';
import { dataSchema } from './schema.ts';

const reads = [
  'inService',
  'serviceShare',
  'sensingCapacity_FLOPperS',
] as const satisfies readonly PortName[];
const writes = [
  'sensingDemand_W',
  'sensingWork_FLOPperS',
  'sensedDown_bps',
  'imagers',
  'revisit_s',
  'sensingEnergy_J',
  'sensingHeat_J',
  'sensed_bit',
  'digested_bit',
] as const satisfies readonly PortName[];
type In = Readings<(typeof reads)[number]>;
type Out = Writings<(typeof writes)[number]>;

/** Sensors in orbit and feeds on the ground: a consumer of watts, work and bits. */
export const data = subsystem({
  name: 'data',
  schema: dataSchema,
  reads: { now: reads, before: [] },
  writes,
  compile: compileData,
  initial(_params, out) {
    out.revisit_s.fill(Number.POSITIVE_INFINITY);
    return {};
  },
  step(params, _state, { now }, out, interval) {
    const groundPower_W = powerOnGround(params, now);
    let imagers = 0;
    let looks_perS = 0;
    for (let index = 0; index < params.hosts.length; index++) {
      const host = params.hosts[index] as HostSenses;
      const units = now.inService[index] as number;
      imagers += units * host.imagerShare;
      looks_perS += units * host.looks_perS;
      if (host.ground) feed(params, host, index, groundPower_W, now, out, interval);
      else look(params, host, index, now, out, interval);
    }
    out.imagers[0] = imagers;
    out.revisit_s[0] = looks_perS > 0 ? 1 / looks_perS : Number.POSITIVE_INFINITY;
  },
});

function powerOnGround(params: Parameters, now: In): number {
  let power_W = 0;
  for (let index = 0; index < params.hosts.length; index++) {
    const host = params.hosts[index] as HostSenses;
    if (host.ground) power_W += (now.inService[index] as number) * host.unitPower_W;
  }
  return power_W;
}

/** Imagers of one shell: sensed as far as there is power, processed as far as compute sets chips aside. */
function look(
  params: Parameters,
  host: HostSenses,
  index: number,
  now: In,
  out: Out,
  { seconds }: Interval,
): void {
  const { section } = params;
  const units = now.inService[index] as number;
  const power = now.serviceShare[index] as number;
  const raw_bps = units * host.raw_bps * power;
  const capacity_FLOPperS = now.sensingCapacity_FLOPperS[index] as number;
  const processed = processedShare(section, units * host.raw_bps, capacity_FLOPperS);
  const sent_bps = raw_bps * sentShare(section, processed);
  // Demands must not depend on what was granted.
  out.sensingWork_FLOPperS[index] = units * host.raw_bps * section.processedShare * section.work_FLOPperbit;
  out.sensingDemand_W[index] = units * host.demand_W;
  out.sensedDown_bps[index] = sent_bps;
  out.sensed_bit[index] = raw_bps * seconds;
  out.digested_bit[index] = (raw_bps - sent_bps) * seconds;
  const energy_J = units * host.demand_W * power * seconds;
  out.sensingEnergy_J[index] = energy_J;
  out.sensingHeat_J[index] = energy_J;
}

/** Feeds from outside, spread over the sites by power: digested where they arrive, nothing goes down again. */
function feed(
  params: Parameters,
  host: HostSenses,
  index: number,
  groundPower_W: number,
  now: In,
  out: Out,
  { seconds, index: month }: Interval,
): void {
  const power_W = (now.inService[index] as number) * host.unitPower_W;
  const part = groundPower_W > 0 ? power_W / groundPower_W : 0;
  const bits_bit = (params.feed_bps[month] as number) * part * seconds;
  out.sensingWork_FLOPperS[index] = (params.feedWork_FLOPperS[month] as number) * part;
  out.sensingDemand_W[index] = 0;
  out.sensedDown_bps[index] = 0;
  out.sensed_bit[index] = bits_bit;
  out.digested_bit[index] = bits_bit;
  out.sensingEnergy_J[index] = 0;
  out.sensingHeat_J[index] = 0;
}
