import { planesOf } from '../../energy/planes.ts';
import type { Host } from '../../flows/subsystem.ts';
import type { Shell } from '../../sky/shell.ts';
import type { FleetSpec, PlaneSpec } from './lay.ts';

const turn_rad = 2 * Math.PI;
/** Spreads cohorts over planes so that neighbours differ: the golden section of a turn. */
const golden = (Math.sqrt(5) - 1) / 2;

/** Where a fleet's satellites come from. */
export interface Cohorts {
  /** Units by host and month of entry: row = host · months + month. */
  readonly units: Readonly<Float64Array>;
  readonly months: number;
}

/** What nodes of dawn and dusk depend on: when they were met, and from which inclination on they are kept. */
export interface Nodes {
  /** Days since J2000 of a month, counted from the plan's first. */
  begin_d(month: number): number;
  readonly tolerance_rad: number;
}

/**
 * The satellites of a plan on a day: those in service in its month, spread evenly over the planes of their shells and
 * along them. A plane has satellites of one cohort, the cohorts dealt out to planes in their proportions.
 */
export function fleetOfPlan(
  hosts: readonly Host[],
  cohorts: Cohorts,
  month: number,
  day_d: number,
  nodes: Nodes,
): FleetSpec {
  const orbit = hosts.filter(({ kind }) => kind === 'orbit');
  const planes = orbit.flatMap((host) => {
    const months = cohorts.units.subarray(host.index * cohorts.months, (host.index + 1) * cohorts.months);
    const units = months.reduce((sum, one) => sum + one, 0);
    return host.shell ? planesOfShell(host.shell, host, Math.round(units), months, day_d, nodes) : [];
  });
  return { hosts: orbit, planes, month };
}

/** Every slot of the plan's shells filled with satellites of one month. */
export function fullFleet(hosts: readonly Host[], month: number, day_d: number, nodes: Nodes): FleetSpec {
  const months = month + 1;
  const units = new Float64Array(hosts.length * months);
  for (const host of hosts) units[host.index * months + month] = host.target;
  return fleetOfPlan(hosts, { units, months }, month, day_d, nodes);
}

function planesOfShell(
  shell: Shell,
  { index: host, begin }: Host,
  units: number,
  cohorts: Float64Array,
  day_d: number,
  nodes: Nodes,
): PlaneSpec[] {
  const stand = planesOf(shell, nodes.begin_d(begin), nodes.tolerance_rad);
  const specs: PlaneSpec[] = [];
  for (let plane = 0; plane < shell.planes; plane++) {
    const count = share(units, plane + 1, shell.planes) - share(units, plane, shell.planes);
    if (count === 0) continue;
    const side = shell.nodes === 'dawn-dusk' ? plane % stand.count : 0;
    const node_rad =
      shell.nodes === 'spread' ? (turn_rad * plane) / shell.planes : stand.node_rad(side, day_d);
    specs.push({
      host,
      part: 2 * host + side,
      node_rad,
      phases_rad: Float64Array.from({ length: count }, (_, slot) => phase_rad(shell, plane, slot, count)),
      cohort: cohortAt(cohorts, (1 / 2 + plane * golden) % 1),
    });
  }
  return specs;
}

/** Satellites of the planes before one, where all planes fill evenly. */
const share = (units: number, plane: number, planes: number): number => Math.floor((units * plane) / planes);

/** Evenly along the plane, and from plane to plane shifted by a share of a slot. */
function phase_rad(shell: Shell, plane: number, slot: number, count: number): number {
  // A formation is a point on its orbit.
  if (shell.formation_m) return 0;
  return turn_rad * ((slot + plane / shell.planes) / count);
}

/** Month of entry of the unit that stands at a share of all, the oldest first. */
function cohortAt(cohorts: Float64Array, place: number): number {
  const all = cohorts.reduce((sum, one) => sum + one, 0);
  let before = 0;
  for (let month = 0; month < cohorts.length; month++) {
    before += cohorts[month]!;
    if (before > place * all) return month;
  }
  return cohorts.length - 1;
}
