import { secondsPerDay } from '../../time/calendar.ts';
import type { Campaign } from '../campaign/simulate.ts';
import type { Params } from '../params.ts';
import type { Batch } from './problem.ts';
import { passesOver } from './window.ts';

/** A launch of a campaign that may carry compute satellites: a row of its log. */
export interface Opportunity {
  readonly row: number;
  readonly time_s: number;
  readonly vehicle: number;
  readonly site: number;
  readonly pad: number;
}

/** The launches of a batch beside it, in order of time. */
export interface Opportunities {
  readonly batches: readonly Batch[];
  readonly launches: readonly (readonly Opportunity[])[];
}

/**
 * Launches with compute satellites of a campaign, by month and by what they can carry where. They count from the
 * middle of their month, satellites as built by its end.
 */
export function opportunitiesOf(params: Params, campaign: Campaign): Opportunities {
  const { start_s } = campaign.clock;
  const groups = new Map<string, { month: number; loads: readonly number[]; launches: Opportunity[] }>();
  let month = 0;
  for (const launch of launchesOf(campaign)) {
    while (launch.time_s >= start_s[month + 1]!) month++;
    const loads = loadsOf(params, launch);
    const key = `${month}/${loads.join('/')}`;
    const group = groups.get(key);
    if (group) group.launches.push(launch);
    else groups.set(key, { month, loads, launches: [launch] });
  }
  const all = [...groups.values()];
  const built = builtBy(params, campaign);
  return {
    batches: all.map(({ month: at, loads, launches }) => ({
      day_d: (start_s[at]! + start_s[at + 1]!) / 2 / secondsPerDay,
      launches: launches.length,
      loads,
      built: built[at]!,
    })),
    launches: all.map(({ launches }) => launches),
  };
}

function launchesOf({ log }: Campaign): Opportunity[] {
  const launches: Opportunity[] = [];
  for (let row = 0; row < log.length; row++) {
    if (log.host[row]! < 0 || log.satellites[row] === 0) continue;
    launches.push({
      row,
      time_s: log.time_s[row]!,
      vehicle: log.vehicle[row]!,
      site: log.site[row]!,
      pad: log.pad[row]!,
    });
  }
  return launches;
}

/** Whole satellites by shell, none where no plane of it passes over the site. */
function loadsOf({ wholeLoad, orbits, places, plan }: Params, { vehicle, site }: Opportunity): number[] {
  return places.slice(0, orbits).map(({ host }, h) => {
    const over = passesOver(plan.pads[site]!, host.shell!.inclination_rad);
    return over ? wholeLoad[vehicle * orbits + h]! : 0;
  });
}

/** Satellites of each design built by the end of each month, all together. */
function builtBy({ plan, places, orbits, months }: Params, campaign: Campaign): number[][] {
  const so = plan.satellites.map(() => 0);
  return Array.from({ length: months }, (_, month) => {
    for (let h = 0; h < orbits; h++) {
      const design = plan.satellites.indexOf(places[h]!.design!);
      so[design] = so[design]! + campaign.months.built[h * months + month]!;
    }
    return so.map(Math.floor);
  });
}
