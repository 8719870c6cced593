import type { Host } from '../../flows/subsystem.ts';
import { radians } from '../../sky/angle.ts';
import { earthMu_m3perS2, earthRadius_m } from '../../sky/constants.ts';
import type { ElementSet } from '../../sky/element-set.ts';
import { drift } from '../../sky/orbit.ts';
import { secondsPerDay } from '../../time/calendar.ts';
import type { FleetSpec, PlaneSpec } from './lay.ts';

/** Satellites stand in one plane where altitude, inclination and node agree to these steps. */
const altitudeStep_m = 20e3;
const inclinationStep_rad = radians(0.5);
const nodeStep_rad = radians(1);
const turn_rad = 2 * Math.PI;

interface Flying {
  readonly altitude_m: number;
  readonly inclination_rad: number;
  readonly node_rad: number;
  readonly phase_rad: number;
}

/**
 * A user's own satellites from element sets, on circular orbits of the design of `like`: sets that share altitude,
 * inclination and node make a plane; nodes and places along the orbit are brought to the day by their secular drift.
 */
export function fleetOfElements(
  sets: readonly ElementSet[],
  like: Host,
  month: number,
  begin_d: number,
): FleetSpec {
  const shells = new Map<string, { host: Host; planes: Map<number, Flying[]> }>();
  for (const flying of sets.map((set) => broughtTo(set, begin_d))) {
    const altitude_m = Math.round(flying.altitude_m / altitudeStep_m) * altitudeStep_m;
    const inclination_rad = Math.round(flying.inclination_rad / inclinationStep_rad) * inclinationStep_rad;
    const key = `${altitude_m}/${inclination_rad}`;
    let shell = shells.get(key);
    if (!shell) {
      const name = `${Math.round(altitude_m / 1e3)} km ${((inclination_rad * 180) / Math.PI).toFixed(1)}°`;
      shell = { host: hostAt(like, shells.size, name, altitude_m, inclination_rad), planes: new Map() };
      shells.set(key, shell);
    }
    const node = Math.round(flying.node_rad / nodeStep_rad);
    shell.planes.set(node, [...(shell.planes.get(node) ?? []), flying]);
  }
  const planes: PlaneSpec[] = [];
  const hosts: Host[] = [];
  for (const { host, planes: byNode } of shells.values()) {
    const nodes = [...byNode.keys()].sort((a, b) => a - b);
    for (const node of nodes) planes.push(planeOf(host, byNode.get(node)!, month));
    hosts.push(withSize(host, nodes.length, byNode));
  }
  return { hosts, planes, month };
}

function planeOf({ index }: Host, members: readonly Flying[], month: number): PlaneSpec {
  const node_rad = members.reduce((sum, one) => sum + one.node_rad, 0) / members.length;
  return {
    host: index,
    part: index,
    node_rad,
    phases_rad: Float64Array.from(members, ({ phase_rad }) => phase_rad).sort(),
    cohort: month,
  };
}

function hostAt(like: Host, index: number, name: string, altitude_m: number, inclination_rad: number): Host {
  const shell = { name, altitude_m, inclination_rad, planes: 1, perPlane: 1, nodes: 'spread' as const };
  return { ...like, index, name, shell };
}

function withSize(host: Host, planes: number, byNode: ReadonlyMap<number, readonly Flying[]>): Host {
  const most = Math.max(...[...byNode.values()].map(({ length }) => length));
  const count = [...byNode.values()].reduce((sum, { length }) => sum + length, 0);
  return { ...host, target: count, shell: { ...host.shell!, planes, perPlane: most } };
}

function broughtTo(set: ElementSet, begin_d: number): Flying {
  const n_radperS = (set.meanMotion_revPerDay * turn_rad) / secondsPerDay;
  const semiMajorAxis_m = Math.cbrt(earthMu_m3perS2 / n_radperS ** 2);
  const inclination_rad = radians(set.inclination_deg);
  const shape = { semiMajorAxis_m, eccentricity: set.eccentricity, inclination_rad };
  const rates = drift(shape);
  const later_s = (begin_d - set.epoch_d) * secondsPerDay;
  const phase =
    radians(set.perigee_deg + set.meanAnomaly_deg) + (n_radperS + rates.perigee_radperS) * later_s;
  return {
    altitude_m: semiMajorAxis_m - earthRadius_m,
    inclination_rad,
    node_rad: wrapped(radians(set.node_deg) + rates.node_radperS * later_s),
    phase_rad: wrapped(phase),
  };
}

const wrapped = (angle_rad: number): number => angle_rad - turn_rad * Math.floor(angle_rad / turn_rad);
