import type { FleetBlock } from '@kardashev/kernels/fleet/arena.ts';
import { type FleetRows, rowColumns } from '@kardashev/kernels/fleet/kernel.ts';
import type { OrbitDesign } from '@kardashev/model/energy/design.ts';
import { fleetRow } from '@kardashev/model/energy/fleet-row.ts';
import { planesOf } from '@kardashev/model/energy/planes.ts';
import { hostsOf } from '@kardashev/model/engine/hosts.ts';
import { tableRequests } from '@kardashev/model/engine/run.ts';
import { beta_rad } from '@kardashev/model/sky/beta.ts';
import { earthRadius_m } from '@kardashev/model/sky/constants.ts';
import type { Shell } from '@kardashev/model/sky/shell.ts';
import { noonOf, type Sun, solarFlux_Wperm2, sunAt } from '@kardashev/model/sky/sun.ts';
import { expectValue, housePlan } from '@kardashev/model/testing/house.ts';
import { secondsPerYear } from '@kardashev/model/time/calendar.ts';

/** The million plan's fleet on a day: a satellite for each slot of each plane of each shell. */
export type Row = { readonly [K in keyof FleetRows]: number };

export interface ShellFleet {
  readonly name: string;
  readonly perPlane: number;
  /** One a plane. */
  readonly rows: readonly Row[];
}

export const step_s = 10;
/** A day on which some planes at dawn and dusk meet the shadow and others do not: the mean of a year. */
const day_d = noonOf(2032, 140);
const age_s = 2.5 * secondsPerYear;

export function planFleet(): ShellFleet[] {
  const plan = housePlan('million');
  const requests = expectValue(tableRequests(plan));
  const sun = sunAt(day_d);
  return hostsOf(plan).flatMap((host) => {
    if (!host.shell) return [];
    const { shell } = host;
    const radius_m = earthRadius_m + shell.altitude_m;
    const request = requests.find(({ parameters }) => parameters.radius_m === radius_m);
    const design = request?.parameters as unknown as OrbitDesign;
    return [{ name: host.name, perPlane: shell.perPlane, rows: rowsOf(shell, design, sun) }];
  });
}

function rowsOf(shell: Shell, design: OrbitDesign, sun: Sun): Row[] {
  const planes = planesOf(shell, day_d, 1);
  return Array.from({ length: shell.planes }, (_, plane) => {
    const turned = (2 * Math.PI * plane) / shell.planes;
    const node_rad = shell.nodes === 'spread' ? turned : planes.node_rad(plane % planes.count, day_d);
    const moment = {
      beta_rad: Math.abs(beta_rad(sun, node_rad, shell.inclination_rad)),
      age_s,
      flux_Wperm2: solarFlux_Wperm2(sun.distance_au),
      junctionLimit_K: design.junctionLimit_K,
    };
    return { ...fleetRow(design, moment, 1), ...sunInPlane(sun, node_rad, shell.inclination_rad), step_s };
  });
}

/** The Sun along the plane's axes: P to the ascending node, Q a quarter of a turn on. */
function sunInPlane(sun: Sun, node_rad: number, inclination_rad: number) {
  const { x, y, z } = sun;
  const along = x * Math.cos(node_rad) + y * Math.sin(node_rad);
  const across = y * Math.cos(node_rad) - x * Math.sin(node_rad);
  return { sunP: along, sunQ: across * Math.cos(inclination_rad) + z * Math.sin(inclination_rad) };
}

/** Fills a block with satellites spread evenly along their planes, shifted from plane to plane. */
export function place({ rows, perPlane }: ShellFleet, block: FleetBlock): void {
  rows.forEach((row, plane) => {
    for (const name of rowColumns) block.rows[name][plane] = row[name];
    const radiator_K = ((row.load_W / row.distribution + row.infrared_W) / row.emission_WperK4) ** 0.25;
    for (let slot = 0; slot < perPlane; slot++) {
      const at = plane * perPlane + slot;
      const u = 2 * Math.PI * (slot / perPlane + (7 * plane) / rows.length);
      block.state.cosine[at] = Math.cos(u);
      block.state.sine[at] = Math.sin(u);
      block.state.warmth[at] = 1;
      block.state.load[at] = 1;
      block.state.stored_J[at] = row.usable_J;
      block.state.entry_J[at] = row.usable_J;
      block.state.radiator_K[at] = radiator_K;
      block.state.coolant_K[at] = radiator_K + row.load_W / row.conductance_WperK;
    }
  });
}

export const satellitesOf = (shells: readonly ShellFleet[]): number =>
  shells.reduce((sum, { rows, perPlane }) => sum + rows.length * perPlane, 0);

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
