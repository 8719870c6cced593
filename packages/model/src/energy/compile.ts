import { bracket } from '@kardashev/kernels/numeric/grid.ts';
import type { Host, Setting } from '../flows/subsystem.ts';
import type { TableRequest } from '../flows/table.ts';
import { present } from '../outcome/invariant.ts';
import { failure, type Outcome, success } from '../outcome/outcome.ts';
import type { PlanOf } from '../plan/attribute.ts';
import { degrees } from '../sky/angle.ts';
import { earthRadius_m } from '../sky/constants.ts';
import type { Shell } from '../sky/shell.ts';
import { type Calendar, secondsPerDay, secondsPerYear } from '../time/calendar.ts';
import { axes } from './axes.ts';
import { cyclingLoss_perS } from './battery-cycles.ts';
import { closesAtEndOfLife } from './closure.ts';
import { designOf, type Satellite } from './design.ts';
import { corruption_perS, doseRate_GyperS } from './dose.ts';
import { eclipsesOf } from './eclipses.ts';
import { hallOf, pueFault } from './ground.ts';
import { orbitOutputs } from './orbit-model.ts';
import type { EnergyParams, GroundHost, OrbitHost } from './params.ts';
import { planesOf } from './planes.ts';
import type { EnergySchema } from './schema.ts';
import { seasonOf } from './season.ts';

type Plan = PlanOf<EnergySchema>;
type Site = Plan['sites'][number];

/** One table for each pair of design and orbit among the hosts. */
export function tableRequests(
  plan: Plan,
  hosts: readonly Host[],
  calendar: Calendar,
): readonly TableRequest[] {
  const requests = new Map<string, TableRequest>();
  for (const host of hosts) {
    const { shell } = host;
    if (!shell) continue;
    const satellite = satelliteOf(plan, host);
    const station = {
      radius_m: earthRadius_m + shell.altitude_m,
      inclination_rad: shell.inclination_rad,
    };
    const planes = planesOf(shell, dayOfBegin(host.begin, calendar), plan.section.inclinationTolerance_rad);
    const eclipses_s = eclipsesOf(shell, planes, host.begin, calendar);
    const name = tableName(host);
    requests.set(name, {
      name,
      model: 'energy/orbit',
      parameters: designOf(
        satellite,
        plan.section,
        station,
        cyclingLoss_perS(satellite, station, eclipses_s),
      ),
      axes,
      outputs: orbitOutputs,
    });
  }
  return [...requests.values()];
}

export function compileEnergy(plan: Plan, setting: Setting): Outcome<EnergyParams> {
  const faults = setting.hosts.flatMap((host) => {
    const fault = host.kind === 'ground' ? pueFault(siteOf(plan, host)) : undefined;
    return fault ? [fault] : [];
  });
  if (faults.length > 0) return failure(...faults);
  const { calendar } = setting;
  const hosts = setting.hosts.map((host): OrbitHost | GroundHost =>
    host.shell
      ? orbitHost(host, host.shell, plan, setting)
      : { kind: 'ground', hall: hallOf(siteOf(plan, host), plan.section, host.unitPower_W) },
  );
  const months = calendar.intervals.length;
  // Every table has the same points of age.
  const ages = present(axes[1], 'the age axis').points;
  const brackets = Array.from({ length: months }, (_, age) =>
    bracket(ages, ((age + 0.5) / 12) * secondsPerYear),
  );
  const params = {
    hosts,
    labels: calendar.labels,
    months,
    ages,
    ageIndex: Int32Array.from(brackets, ({ index }) => index),
    ageShare: Float64Array.from(brackets, ({ share }) => share),
    junctionLimit_K: plan.section.junctionLimit_K,
  };
  const worst = (_: unknown, index: number): number => closesAtEndOfLife(params, index).worst_K;
  return success({ ...params, endOfLife_K: Float64Array.from(hosts, worst) });
}

function orbitHost(host: Host, shell: Shell, plan: Plan, { tables, calendar }: Setting): OrbitHost {
  const table = present(tables.get(tableName(host)), `the response table ${tableName(host)}`);
  const planes = planesOf(shell, dayOfBegin(host.begin, calendar), plan.section.inclinationTolerance_rad);
  return {
    kind: 'orbit',
    season: seasonOf(shell, planes, table, calendar),
    corruption_perS: corruptionOf(satelliteOf(plan, host), shell, plan),
    life_s: host.unitLife_s,
    begin: host.begin,
  };
}

function corruptionOf(satellite: Satellite, shell: Shell, plan: Plan): number {
  const radius_m = earthRadius_m + shell.altitude_m;
  const dose = doseRate_GyperS(plan.section, radius_m, shell.inclination_rad, satellite.shielding_m);
  return corruption_perS(dose, satellite.corruptionDose_Gy);
}

/** Middle of a month of the calendar, or of one before or after it. */
function dayOfBegin(begin: number, { intervals }: Calendar): number {
  const inside = Math.max(0, Math.min(intervals.length - 1, begin));
  const monthLength_d = secondsPerYear / secondsPerDay / 12;
  return present(intervals[inside], 'a month of the calendar').middle_d + (begin - inside) * monthLength_d;
}

function tableName(host: Host): string {
  const { altitude_m, inclination_rad, nodes } = host.shell as Shell;
  return `energy/orbit/${host.satellite}/${altitude_m} m/${degrees(inclination_rad).toFixed(2)} deg/${nodes}/${host.begin}`;
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
