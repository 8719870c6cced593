import type { DayPlanes } from '../../flows/day.ts';
import type { Host } from '../../flows/subsystem.ts';
import { present } from '../../outcome/invariant.ts';
import type { PlanOf } from '../../plan/attribute.ts';
import { earthRadius_m } from '../../sky/constants.ts';
import { secondsPerYear } from '../../time/calendar.ts';
import { longestSight_m } from '../line-of-sight.ts';
import { layOut, meshOf, meshState } from '../mesh.ts';
import { capacity_bps } from '../optics.ts';
import type { networkSchema } from '../schema.ts';
import type { PlaneLinks } from './paths.ts';

type Plan = PlanOf<typeof networkSchema>;

/** Links of a plane's satellites as its shell's mesh lays them with the satellites that are there, and their idle draw. */
export interface FlownLinks extends PlaneLinks {
  readonly idle_W: Float64Array;
  /** Electrical energy of one bit on one hop. */
  readonly energy_Jperbit: Float64Array;
}

/** Links of every plane; `month` counts from the plan's first: terminals get faster by year of entry. */
export function planeLinks(plan: Plan, hosts: readonly Host[], planes: DayPlanes, month: number): FlownLinks {
  const count = planes.shell.length;
  const zeros = () => new Float64Array(count);
  const { section } = plan;
  const links = {
    link_bps: zeros(),
    terminals: zeros(),
    around: zeros(),
    alongHop_m: zeros(),
    acrossHop_m: zeros(),
    idle_W: zeros(),
    energy_Jperbit: zeros(),
    switching_s: section.switching_s,
  };
  const growth = Math.exp((section.linkImprovement_perS * month * secondsPerYear) / 12);
  const units = unitsOf(planes, hosts.length);
  const designs = hosts.map((host, index) => ({
    ...designOf(plan, host),
    ...laidMesh(plan, host, units[index]!),
  }));
  for (let plane = 0; plane < count; plane++) {
    const design = designs[planes.shell[plane]!]!;
    links.link_bps[plane] = capacity_bps(
      terminalOf(section, design),
      Math.max(1, design.along_m, design.cross_m),
      section.photonsPerBit_perbit,
      design.laserRate_bps * growth,
    );
    links.terminals[plane] = design.laserTerminals;
    links.around[plane] = design.around;
    links.alongHop_m[plane] = design.along_m;
    links.acrossHop_m[plane] = design.cross_m;
    links.idle_W[plane] = design.laserTerminals * design.laserIdle_W;
    links.energy_Jperbit[plane] = design.laserEnergy_Jperbit;
  }
  return links;
}

function designOf(plan: Plan, host: Host): Plan['satellites'][number] {
  return present(
    plan.satellites.find(({ name }) => name === host.satellite),
    `the satellite of ${host.name} is in the plan`,
  );
}

function laidMesh({ section }: Plan, host: Host, units: number) {
  const shell = present(host.shell, `${host.name} is in orbit`);
  const radius_m = earthRadius_m + shell.altitude_m;
  const longest_m = longestSight_m(radius_m, earthRadius_m + section.grazingAltitude_m);
  const state = meshState(1);
  layOut(meshOf(shell, section.topology, radius_m, longest_m), Math.max(1, units), 1, state, 0);
  return { around: state.columns[0]!, along_m: state.along_m[0]!, cross_m: state.cross_m[0]! };
}

function terminalOf(section: Plan['section'], design: Plan['satellites'][number]) {
  return {
    power_W: design.laserPower_W,
    aperture_m: design.laserAperture_m,
    wavelength_m: section.laserWavelength_m,
    efficiency: section.laserEfficiency,
    throughput: section.laserThroughput,
  };
}

function unitsOf({ first, shell }: DayPlanes, hosts: number): Float64Array {
  const units = new Float64Array(hosts);
  for (let plane = 0; plane < shell.length; plane++)
    units[shell[plane]!]! += first[plane + 1]! - first[plane]!;
  return units;
}
