import { contactShare } from '../sky/access.ts';
import type { Interval } from '../time/calendar.ts';
import type { OrbitHost, Parameters } from './parameters.ts';

/**
 * Optical terminals of one station that have a satellite to look at, mean over the month: all of them while any
 * satellite of the fleet is in view, and never more than satellites in view.
 */
function terminalsInView(
  params: Parameters,
  station: number,
  terminals: number,
  inService: Readonly<Float64Array>,
): number {
  let unseen = 1;
  let inView = 0;
  for (let index = 0; index < params.hosts.length; index++) {
    const host = params.hosts[index] as OrbitHost;
    if (host.kind !== 'orbit') continue;
    const units = inService[index] as number;
    const view = host.views[station] as OrbitHost['views'][number];
    unseen *= 1 - contactShare(view, host.groups, units);
    inView += units * view.satellite;
  }
  return Math.min(terminals * (1 - unseen), inView);
}

/**
 * Share of the stations' clear-sky capacity for which satellites are in view. Clouds and views are taken as
 * independent.
 */
export function stationsInUse(
  params: Parameters,
  interval: Interval,
  inService: Readonly<Float64Array>,
): number {
  let used = 0;
  let all = 0;
  for (let station = 0; station < params.stations.length; station++) {
    const { clearSky, terminals } = params.stations[station] as Parameters['stations'][number];
    const built = terminals[interval.index] as number;
    if (built <= 0) continue;
    used += clearSky * terminalsInView(params, station, built, inService);
    all += clearSky * built;
  }
  return all > 0 ? used / all : 0;
}
