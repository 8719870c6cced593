import { bracket } from '@kardashev/kernels/numeric/grid.ts';
import type { Host, Setting } from '../flows/subsystem.ts';
import type { TableRequest } from '../flows/table.ts';
import { present } from '../outcome/invariant.ts';
import { failure, type Outcome, success } from '../outcome/outcome.ts';
import type { PlanOf } from '../plan/attribute.ts';
import { earthRadius_m } from '../sky/constants.ts';
import type { Shell } from '../sky/shell.ts';
import { type Calendar, secondsPerDay, secondsPerYear } from '../time/calendar.ts';
import { axes } from './axes.ts';
import type { EnergySection, OrbitDesign, Satellite } from './design.ts';
import { hallOf, pueFault } from './ground.ts';
import { orbitOutputs } from './orbit-model.ts';
import type { EnergyParams, GroundHost, OrbitHost } from './params.ts';
import { planesOf } from './planes.ts';
import type { EnergySchema } from './schema.ts';
import { type SunDay, seasonOf, sunDays } from './season.ts';

type Plan = PlanOf<EnergySchema>;
type Site = Plan['sites'][number];

/** One table for each pair of design and altitude among the hosts. */
export function tableRequests(plan: Plan, hosts: readonly Host[]): readonly TableRequest[] {
  const requests = new Map<string, TableRequest>();
  for (const host of hosts) {
    if (!host.shell) continue;
    const satellite = satelliteOf(plan, host);
    const radius_m = earthRadius_m + host.shell.altitude_m;
    const name = tableName(host);
    requests.set(name, {
      name,
      model: 'energy/orbit',
      parameters: { ...designOf(satellite, plan.section, radius_m) },
      axes,
      outputs: orbitOutputs,
    });
  }
  return [...requests.values()];
}

/** Puts a design into its orbit: all numbers on which the answers depend, and no others. */
export function designOf(satellite: Satellite, section: EnergySection, radius_m: number): OrbitDesign {
  const { name: _name, mass_kg: _mass, life_s: _life, ...hardware } = satellite;
  const { inclinationTolerance_rad: _tolerance, ...surroundings } = section;
  return { ...hardware, ...surroundings, radius_m };
}

export function compileEnergy(plan: Plan, setting: Setting): Outcome<EnergyParams> {
  const faults = setting.hosts.flatMap((host) => {
    const fault = host.kind === 'ground' ? pueFault(siteOf(plan, host)) : undefined;
    return fault ? [fault] : [];
  });
  if (faults.length > 0) return failure(...faults);
  const { calendar } = setting;
  const days = sunDays(calendar);
  const hosts = setting.hosts.map((host): OrbitHost | GroundHost =>
    host.shell
      ? orbitHost(host, host.shell, plan, setting, days)
      : { kind: 'ground', hall: hallOf(siteOf(plan, host), plan.section, host.unitPower_W) },
  );
  const months = calendar.intervals.length;
  // Every table has the same points of age.
  const ages = present(axes[1], 'the age axis').points;
  const brackets = Array.from({ length: months }, (_, age) =>
    bracket(ages, ((age + 0.5) / 12) * secondsPerYear),
  );
  return success({
    hosts,
    labels: calendar.labels,
    months,
    ages,
    ageIndex: Int32Array.from(brackets, ({ index }) => index),
    ageShare: Float64Array.from(brackets, ({ share }) => share),
    junctionLimit_K: plan.section.junctionLimit_K,
  });
}

function orbitHost(
  host: Host,
  shell: Shell,
  plan: Plan,
  { tables, calendar }: Setting,
  days: readonly (readonly SunDay[])[],
): OrbitHost {
  const table = present(tables.get(tableName(host)), `the response table ${tableName(host)}`);
  const planes = planesOf(shell, dayOfBegin(host.begin, calendar), plan.section.inclinationTolerance_rad);
  return {
    kind: 'orbit',
    season: seasonOf(shell, planes, table, calendar, days),
    life_s: host.unitLife_s,
    begin: host.begin,
  };
}

/** Middle of a month of the calendar, or of one before or after it. */
function dayOfBegin(begin: number, { intervals }: Calendar): number {
  const inside = Math.max(0, Math.min(intervals.length - 1, begin));
  const monthLength_d = secondsPerYear / secondsPerDay / 12;
  return present(intervals[inside], 'a month of the calendar').middle_d + (begin - inside) * monthLength_d;
}

function tableName(host: Host): string {
  return `energy/orbit/${host.satellite}/${(host.shell as Shell).altitude_m} m`;
}

function satelliteOf(plan: Plan, host: Host): Satellite {
  return present(
    plan.satellites.find((satellite) => satellite.name === host.satellite),
    `the plan has the satellite ${host.satellite} of ${host.name}`,
  );
}

function siteOf(plan: Plan, host: Host): Site {
  return present(
    plan.sites.find((site) => site.name === host.name),
    `the plan has the site ${host.name}`,
  );
}
