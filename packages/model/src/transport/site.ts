import { median } from '@kardashev/kernels/numeric/statistics.ts';
import type { EntryOf } from '../plan/attribute.ts';
import type { transportSchema } from './schema.ts';

/** What a place on the ground needs of its entry to say when it has power. */
export type SitePower = Pick<
  EntryOf<typeof transportSchema.collections.sites>,
  | 'permitWait_s'
  | 'gridWait_s'
  | 'gridConnection_W'
  | 'gridRamp_WperS'
  | 'gasWait_s'
  | 'gasConnection_W'
  | 'gasRamp_WperS'
  | 'building_s'
>;

/** Power to chips that grid and own plant can give `after_s` from the request. */
export function sitePower_W(site: SitePower, after_s: number): number {
  return (
    block_W(site.gridConnection_W, site.gridRamp_WperS, after_s - site.gridWait_s) +
    (site.gasConnection_W > 0
      ? block_W(site.gasConnection_W, site.gasRamp_WperS, after_s - site.gasWait_s)
      : 0)
  );
}

function block_W(first_W: number, ramp_WperS: number, since_s: number): number {
  return since_s < 0 ? 0 : first_W + ramp_WperS * since_s;
}

/** From request to the first power in a permitted, finished hall: permits and building run beside the queue. */
export function siteWait_s(site: SitePower): number {
  return Math.max(site.permitWait_s + site.building_s, firstPower_s(site));
}

function firstPower_s(site: SitePower): number {
  return site.gasConnection_W > 0 ? Math.min(site.gridWait_s, site.gasWait_s) : site.gridWait_s;
}

/** From request to `power_W` to the chips at one site; ∞ where it never gets there. */
export function siteDeliveryTime_s(site: SitePower, power_W: number): number {
  const grid = { wait: site.gridWait_s, first: site.gridConnection_W, ramp: site.gridRamp_WperS };
  const gas = { wait: site.gasWait_s, first: site.gasConnection_W, ramp: site.gasRamp_WperS };
  const sources = gas.first > 0 ? [grid, gas].sort((a, b) => a.wait - b.wait) : [grid];
  return Math.max(siteWait_s(site), reached_s(sources, power_W));
}

interface Source {
  readonly wait: number;
  readonly first: number;
  readonly ramp: number;
}

/** When sources that start one after the other add up to `power_W`. */
function reached_s(sources: readonly Source[], power_W: number): number {
  let first = 0;
  let ramp = 0;
  let clock = 0;
  for (const source of sources) {
    const before = first + ramp * (source.wait - clock);
    if (before >= power_W) return clock + (power_W - first) / ramp;
    first = before + source.first;
    ramp += source.ramp;
    clock = source.wait;
  }
  if (first >= power_W) return clock;
  return ramp > 0 ? clock + (power_W - first) / ramp : Infinity;
}

/** Median over sites of the wait for permits and grid, as the announcement speaks of it: own plants left out. */
export function permitsMedianWait_s(sites: readonly SitePower[]): number {
  return median(sites.map((site) => Math.max(site.permitWait_s, site.gridWait_s)));
}

/** Halls that builders can finish from the first permitted hall until `until_s` after the request. */
export function hallsWithin(
  site: SitePower & { readonly hallRate_perS: Readonly<Float64Array> },
  until_s: number,
  month_s: number,
): number {
  const first_s = site.permitWait_s + site.building_s;
  let halls = 0;
  site.hallRate_perS.forEach((rate_perS, month) => {
    const from_s = Math.max(first_s, month * month_s);
    const to_s = Math.min(until_s, (month + 1) * month_s);
    if (to_s > from_s) halls += rate_perS * (to_s - from_s);
  });
  return halls;
}
