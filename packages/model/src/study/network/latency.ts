import { sunOver } from '../../network/capacity/crowding-model.ts';
import { roundTrips, type ServingShell, type UsersCase } from '../../network/capacity/users.ts';
import { fibreDelay_s } from '../../network/carry.ts';
import { crowdingCase } from '../../network/parameters.ts';
import { networkSchema } from '../../network/schema.ts';
import { viewOf } from '../../plan/view.ts';
import { greatCircle_m } from '../../sky/access.ts';
import { earthRadius_m } from '../../sky/constants.ts';
import type { ShellDay } from './bottlenecks.ts';
import type { NetworkMonth } from './month.ts';

/** What users of a region wait for the network, there and back, beside the model's own time. */
export interface RegionLatency {
  readonly region: string;
  readonly latitude_deg: number;
  readonly longitude_deg: number;
  /** To a model in orbit: median and 95 % of requests over a day, and the median of the worst hour; null unserved. */
  readonly orbitMedian_ms: number | null;
  readonly orbitLate_ms: number | null;
  readonly orbitWorstHour_ms: number | null;
  /** Share of its requests that the fleet has room for. */
  readonly served: number;
  /** Over fibre to the nearest site of the plan; null where it has none. */
  readonly ground_ms: number | null;
  readonly site: string | null;
}

const hours = Array.from({ length: 8 }, (_, step) => 3 * step);

/** Round trips by region, as demand follows the evening around the Earth. */
export function latencies(month: NetworkMonth, days: readonly ShellDay[]): RegionLatency[] {
  const { regions } = viewOf(month.plan, 'network', networkSchema);
  const quarter = Math.floor((month.interval.month % 12) / 3);
  const of = usersCase(month, days, regions);
  const byHour =
    of.shells.length > 0 ? hours.map((hour) => roundTrips(of, sunOver(quarter, hour), hour)) : [];
  return regions.map((region, index) => {
    const trips = byHour.map((all) => all[index]!).filter(({ median_s }) => Number.isFinite(median_s));
    const weight = trips.reduce((sum, { asked }) => sum + asked, 0);
    const mean_ms = (value: (trip: (typeof trips)[number]) => number) =>
      weight > 0 ? (1e3 * trips.reduce((sum, trip) => sum + trip.asked * value(trip), 0)) / weight : null;
    const served = mean_ms(({ served }) => served / 1e3);
    return {
      region: region.name,
      latitude_deg: (region.latitude_rad * 180) / Math.PI,
      longitude_deg: (region.longitude_rad * 180) / Math.PI,
      orbitMedian_ms: mean_ms(({ median_s }) => median_s),
      orbitLate_ms: mean_ms(({ late_s }) => late_s),
      orbitWorstHour_ms: trips.length > 0 ? 1e3 * Math.max(...trips.map(({ median_s }) => median_s)) : null,
      served: served ?? 0,
      ...overFibre(month, region),
    };
  });
}

function usersCase(month: NetworkMonth, days: readonly ShellDay[], regions: UsersCase['regions']): UsersCase {
  const { section } = month.params;
  const peak = days.reduce((sum, { shell }) => sum + month.port('installed_FLOPperS', shell.host.name), 0);
  const relays = Math.max(1, section.relaySatellites[month.interval.index]!);
  return {
    regions,
    shells: days.map((day) => servingShell(month, day, peak)),
    load: servingLoad(month),
    shadowWork: section.shadowWork,
    access_s: section.orbitAccess_s,
    switching_s: section.switching_s,
    // Relays evenly over the sphere: each has its square.
    relayLink_m: earthRadius_m * Math.sqrt((4 * Math.PI) / relays),
    busiestTime_s: section.busiestTime_s,
    quietShare: section.quietShare,
  };
}

function servingShell(month: NetworkMonth, { shell, meanFullness }: ShellDay, peak: number): ServingShell {
  const { shape, cap_rad } = crowdingCase(viewOf(month.plan, 'network', networkSchema), shell.host.shell!);
  const at = (column: string) => month.state('network', column)[shell.index]!;
  return {
    shape,
    cap_rad,
    part: peak > 0 ? month.port('installed_FLOPperS', shell.host.name) / peak : 0,
    rows: at('rows'),
    columns: at('columns'),
    cross_m: at('cross_m'),
    along_m: at('along_m'),
    slant_m: shell.compiled.slant_m,
    fullness: meanFullness,
  };
}

/** Requests served over what could be: chips not at other work are free to answer. */
function servingLoad(month: NetworkMonth): number {
  const { workloads } = month.plan.entries;
  const serving = (workloads ?? []).filter(
    (name) => month.plan.values[`workloads.${name}.kind`]?.value === 'serving',
  );
  const done = serving.reduce((sum, name) => sum + month.port('work_FLOPperS', name), 0);
  const could = serving.reduce((sum, name) => sum + month.port('deliverable_FLOPperS', name), 0);
  return could > 0 ? Math.min(1, done / could) : 0;
}

function overFibre(
  month: NetworkMonth,
  region: { readonly latitude_rad: number; readonly longitude_rad: number },
) {
  const { sites } = viewOf(month.plan, 'network', networkSchema);
  const { section } = month.params;
  const near = sites
    .map((site) => ({ name: site.name, distance_m: greatCircle_m(site, region) }))
    .sort((a, b) => a.distance_m - b.distance_m)[0];
  if (!near) return { ground_ms: null, site: null };
  return {
    ground_ms: 1e3 * (section.groundAccess_s + 2 * fibreDelay_s(section, near.distance_m)),
    site: near.name,
  };
}
