import type { Host } from '../flows/subsystem.ts';
import { present } from '../outcome/invariant.ts';
import type { EntryOf } from '../plan/attribute.ts';
import { baseCollections } from '../plan/base.ts';
import type { Funding, ResolvedPlan } from '../plan/resolved.ts';
import { entriesOf } from '../plan/view.ts';
import { secondsPerYear } from '../time/calendar.ts';

type ShellEntry = EntryOf<(typeof baseCollections)['shells']>;
type SatelliteEntry = EntryOf<(typeof baseCollections)['satellites']>;
type SiteEntry = EntryOf<(typeof baseCollections)['sites']>;

/**
 * The plan's shells, then its sites: one row a host. Companies apart ask one another by contract, so that what is to
 * fly begins later by the time that a contract takes.
 */
export function hostsOf(plan: ResolvedPlan, funding: Funding = plan.funding): Host[] {
  const delay = funding === 'apart' ? contractDelay_months(plan) : 0;
  const shells = entriesOf(plan, 'shells', baseCollections.shells) as unknown as ShellEntry[];
  const satellites = entriesOf(plan, 'satellites', baseCollections.satellites) as unknown as SatelliteEntry[];
  const sites = entriesOf(plan, 'sites', baseCollections.sites) as unknown as SiteEntry[];
  const orbit = shells.map((shell, index): Host => {
    const design = present(
      satellites.find((satellite) => satellite.name === shell.satellite),
      `the design ${shell.satellite} is in the plan`,
    );
    return {
      index,
      name: shell.name,
      kind: 'orbit',
      satellite: design.name,
      shell: {
        name: shell.name,
        altitude_m: shell.altitude_m,
        inclination_rad: shell.inclination_rad,
        planes: shell.planes,
        perPlane: shell.perPlane,
        nodes: shell.nodes,
        ...(shell.formation_m > 0 ? { formation_m: shell.formation_m } : {}),
      },
      target: shell.planes * shell.perPlane,
      begin: shell.begin - plan.from + delay,
      unitPower_W: design.powerToCompute_W,
      unitMass_kg: design.mass_kg,
      unitLife_s: design.life_s,
    };
  });
  const ground = sites.map(
    (site, index): Host => ({
      index: orbit.length + index,
      name: site.name,
      kind: 'ground',
      target: site.halls,
      begin: site.begin - plan.from,
      unitPower_W: site.hallPower_W,
      unitMass_kg: 0,
      unitLife_s: site.hallLife_s,
    }),
  );
  return [...orbit, ...ground];
}

function contractDelay_months(plan: ResolvedPlan): number {
  const { value } = present(plan.values['capital.contractDelay'], 'the plan says how long a contract takes');
  return Math.round(((value as number) / secondsPerYear) * 12);
}
