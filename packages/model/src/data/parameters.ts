import type { Host, Setting } from '../flows/subsystem.ts';
import { present } from '../outcome/invariant.ts';
import { type Outcome, success } from '../outcome/outcome.ts';
import type { PlanOf } from '../plan/attribute.ts';
import { groundSpeed_mperS, litShare } from '../sky/track.ts';
import { daylight } from './belts.ts';
import { rawRate_bps } from './imager.ts';
import { lookRate_perS, middleLatitude_rad } from './revisit.ts';
import type { dataSchema } from './schema.ts';

type Plan = PlanOf<typeof dataSchema>;

/** What one unit of a host senses, mean over the year; zeros where it carries no imager and on the ground. */
export interface HostSenses {
  readonly ground: boolean;
  readonly imagerShare: number;
  readonly raw_bps: number;
  readonly demand_W: number;
  /** Looks at a place of middle latitude by daylight, per second of daylight. */
  readonly looks_perS: number;
  /** Power to chips of one unit: ground feeds go where the chips are. */
  readonly unitPower_W: number;
}

export interface Parameters {
  readonly section: Plan['section'];
  readonly hosts: readonly HostSenses[];
  /** All ground feeds together, by month. */
  readonly feed_bps: Float64Array;
  readonly feedWork_FLOPperS: Float64Array;
}

export function compileData(plan: Plan, setting: Setting): Outcome<Parameters> {
  const months = setting.calendar.intervals.length;
  const feed_bps = new Float64Array(months);
  const feedWork_FLOPperS = new Float64Array(months);
  for (const sensor of plan.sensors) {
    for (let month = 0; month < months; month++) {
      const rate_bps = sensor.rate_bps[month] as number;
      feed_bps[month] = (feed_bps[month] as number) + rate_bps;
      feedWork_FLOPperS[month] = (feedWork_FLOPperS[month] as number) + rate_bps * sensor.feedWork_FLOPperbit;
    }
  }
  const hosts = setting.hosts.map((host) => compileHost(plan, host));
  return success({ section: plan.section, hosts, feed_bps, feedWork_FLOPperS });
}

function compileHost(plan: Plan, host: Host): HostSenses {
  const { section } = plan;
  const { shell, unitPower_W } = host;
  if (!shell) return { ground: true, imagerShare: 0, raw_bps: 0, demand_W: 0, looks_perS: 0, unitPower_W };
  const design = plan.satellites.find((entry) => entry.name === host.satellite);
  const { imagerShare } = present(design, `the satellite of ${host.name} is in the plan`);
  const lit = litShare(shell, section.leastSun_rad);
  const seeing = section.radarShare + (1 - section.radarShare) * lit;
  const duty = section.targetShare * seeing;
  const raw_bps = imagerShare * duty * rawRate_bps(section, groundSpeed_mperS(shell.altitude_m));
  const byDay = section.radarShare + ((1 - section.radarShare) * lit) / daylight(section.leastSun_rad);
  return {
    ground: false,
    imagerShare,
    raw_bps,
    demand_W: imagerShare * duty * section.imagerPower_W + raw_bps * section.readout_Jperbit,
    looks_perS: imagerShare * byDay * lookRate_perS(shell, section.swath_m, middleLatitude_rad),
    unitPower_W,
  };
}
