import type { FleetBlock } from '@kardashev/kernels/fleet/arena.ts';
import { type ComputeParams, compileCompute } from '../../compute/params.ts';
import { computeSchema } from '../../compute/schema.ts';
import { tableRequests } from '../../energy/compile.ts';
import type { Seat } from '../../energy/day/seat.ts';
import type { OrbitDesign } from '../../energy/design.ts';
import { energySchema } from '../../energy/schema.ts';
import { type DayPlanes, type DaySatellites, dayPlanes, daySatellites } from '../../flows/day.ts';
import type { Host, Setting } from '../../flows/subsystem.ts';
import { type FlownLinks, planeLinks } from '../../network/day/links.ts';
import { networkSchema } from '../../network/schema.ts';
import { present } from '../../outcome/invariant.ts';
import { type Outcome, success } from '../../outcome/outcome.ts';
import type { ResolvedPlan } from '../../plan/resolved.ts';
import { viewOf } from '../../plan/view.ts';
import { earthRadius_m } from '../../sky/constants.ts';
import { meanMotion_radperS } from '../../sky/orbit.ts';
import { secondsPerYear } from '../../time/calendar.ts';
import { settingOf } from '../twin.ts';

/** A plane of satellites that are alike, as the day finds it. */
export interface PlaneSpec {
  /** Index among the hosts of the fleet. */
  readonly host: number;
  readonly part: number;
  readonly node_rad: number;
  /** Arguments of latitude when the day begins, ascending. */
  readonly phases_rad: Float64Array;
  /** Month of entry into service, counted from the plan's first. */
  readonly cohort: number;
}

/** Satellites of a plan, or of element sets, on a day. */
export interface FleetSpec {
  readonly hosts: readonly Host[];
  readonly planes: readonly PlaneSpec[];
  /** Of the day, counted from the plan's first month. */
  readonly month: number;
}

/** A fleet compiled for a day: what rooms need of it, without the kernel's columns. */
export interface LaidFleet {
  readonly spec: FleetSpec;
  readonly planes: DayPlanes;
  readonly designs: readonly OrbitDesign[];
  readonly links: FlownLinks;
  readonly compute: ComputeParams;
  /** Fills the columns of satellites, which each scheduler has of its own. */
  satellites(): DaySatellites;
}

/** Compiles a fleet. Faults are those of the rooms. */
export function layFleet(plan: ResolvedPlan, spec: FleetSpec): Outcome<LaidFleet> {
  const base = settingOf(plan, plan.funding);
  const setting: Setting = { ...base, hosts: spec.hosts, tables: new Map() };
  const compute = compileCompute(viewOf(plan, 'compute', computeSchema), setting);
  if (!compute.ok) return compute;
  const planes = planeColumns(spec, compute.value);
  const energyView = viewOf(plan, 'energy', energySchema);
  const designs = spec.hosts.map((host) => {
    const [request] = tableRequests(energyView, [host], base.calendar);
    return present(request, `the host ${host.name} has a design`).parameters as unknown as OrbitDesign;
  });
  return success({
    spec,
    planes,
    designs: spec.planes.map(({ host }) => designs[host]!),
    links: planeLinks(viewOf(plan, 'network', networkSchema), spec.hosts, planes, spec.month),
    compute: compute.value,
    satellites: () => satelliteColumns(spec, planes),
  });
}

function planeColumns({ hosts, planes: specs, month }: FleetSpec, compute: ComputeParams): DayPlanes {
  const first = new Int32Array(specs.length + 1);
  specs.forEach(({ phases_rad }, plane) => {
    first[plane + 1] = first[plane]! + phases_rad.length;
  });
  const { tables, works } = compute;
  const planes = dayPlanes(first, works.length);
  const rows = hosts.length * tables.months;
  specs.forEach(({ host: index, part, node_rad, cohort }, plane) => {
    const host = hosts[index]!;
    const shell = present(host.shell, `${host.name} is in orbit`);
    const row = index * tables.months + Math.max(0, cohort);
    const age = Math.max(0, month - cohort);
    const alive = tables.alive[index * tables.months + Math.min(age, tables.months - 1)]!;
    planes.shell[plane] = index;
    planes.part[plane] = part;
    planes.radius_m[plane] = earthRadius_m + shell.altitude_m;
    planes.inclination_rad[plane] = shell.inclination_rad;
    planes.node_rad[plane] = node_rad;
    planes.rate_radperS[plane] = meanMotion_radperS(earthRadius_m + shell.altitude_m);
    planes.age_s[plane] = ((age + 0.5) / 12) * secondsPerYear;
    planes.memory_B[plane] = tables.memory_B[row]! * alive;
    planes.accelerators[plane] = tables.accelerators[row]! * alive;
    planes.load_W[plane] = host.unitPower_W;
    planes.idle_W[plane] = host.unitPower_W * compute.hosts[index]!.idleShare;
    works.forEach((_, work) => {
      const rate = tables.useful_FLOPperS[work * rows + row]! * alive;
      planes.rate_FLOPperS[work * specs.length + plane] = rate;
    });
  });
  return planes;
}

function satelliteColumns({ planes: specs }: FleetSpec, planes: DayPlanes): DaySatellites {
  const satellites = daySatellites(planes.first[specs.length]!);
  specs.forEach(({ phases_rad }, plane) => {
    satellites.phase_rad.set(phases_rad, planes.first[plane]!);
  });
  return satellites;
}

/** Makes room for rows of as many satellites each. */
export type Lay = (rows: number, perRow: number) => Pick<FleetBlock, 'rows' | 'state' | 'totals' | 'perRow'>;

/** Seats the planes in the kernel's columns: planes of as many satellites share a block. */
export function seatPlanes({ planes }: LaidFleet, lay: Lay): Seat[] {
  const bySize = new Map<number, number[]>();
  for (let plane = 0; plane < planes.shell.length; plane++) {
    const size = planes.first[plane + 1]! - planes.first[plane]!;
    bySize.set(size, [...(bySize.get(size) ?? []), plane]);
  }
  const seats: Seat[] = [];
  for (const [size, members] of bySize) {
    const block = lay(members.length, size);
    members.forEach((plane, row) => {
      seats[plane] = { block, row };
    });
  }
  return seats;
}
