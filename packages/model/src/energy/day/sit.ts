import { rowColumns } from '@kardashev/kernels/fleet/kernel.ts';
import type { DayPlanes, DaySatellites, DaySun } from '../../flows/day.ts';
import { beta_rad } from '../../sky/beta.ts';
import { drift } from '../../sky/orbit.ts';
import { type Sun, solarFlux_Wperm2, sunAt } from '../../sky/sun.ts';
import { secondsPerDay } from '../../time/calendar.ts';
import type { OrbitDesign } from '../design.ts';
import { fleetRow } from '../fleet-row.ts';
import { firstOf, type Seat } from './seat.ts';

/**
 * Who rations the battery in shadow. `design`: the satellite itself, by its eclipse policy, as months take it.
 * `scheduler`: what is asked for is given as long as there is charge; a scheduler that looks ahead spends it at
 * full load and lets chips sleep after. A design that hibernates does so under both.
 */
export type Rationing = 'design' | 'scheduler';

/** The planes' designs, and the draw that links add to housekeeping. */
export interface Flown {
  readonly designs: readonly OrbitDesign[];
  readonly links_W: Float64Array;
}

/** Writes the rows of all planes for the Sun and nodes of an instant, and where midnight is on them. */
export function sit(
  flown: Flown,
  planes: DayPlanes,
  seats: readonly Seat[],
  sun: DaySun,
  rationing: Rationing,
  begin_d: number,
  time_s: number,
  step_s: number,
): void {
  const place = sunAt(begin_d + time_s / secondsPerDay);
  seats.forEach((seat, plane) => {
    const { block, row } = seat;
    const design = flown.designs[plane]!;
    const node_rad = nodeAt(planes, plane, time_s);
    const inclination_rad = planes.inclination_rad[plane]!;
    const moment = {
      beta_rad: Math.abs(beta_rad(place, node_rad, inclination_rad)),
      age_s: planes.age_s[plane]!,
      flux_Wperm2: solarFlux_Wperm2(place.distance_au),
      junctionLimit_K: design.junctionLimit_K,
    };
    const { sunP, sunQ } = sunInPlane(place, node_rad, inclination_rad);
    const base = fleetRow(design, moment, 1);
    const values = {
      ...base,
      sunP,
      sunQ,
      step_s,
      housekeeping_W: base.housekeeping_W + flown.links_W[plane]!,
      idle_W: planes.idle_W[plane]!,
      work_FLOPperJ: 0,
      lasting_s: rationing === 'scheduler' ? 0 : base.lasting_s,
    };
    for (const name of rowColumns) block.rows[name][row] = values[name];
    sun.midnight_rad[plane] = Math.atan2(sunQ, sunP) + Math.PI;
    const edge = values.horizon / Math.hypot(sunP, sunQ);
    sun.shadow_rad[plane] = edge < 1 ? Math.acos(edge) : 0;
  });
}

/** A plane's node, which the Earth's oblateness turns. */
function nodeAt(planes: DayPlanes, plane: number, time_s: number): number {
  const shape = {
    semiMajorAxis_m: planes.radius_m[plane]!,
    eccentricity: 0,
    inclination_rad: planes.inclination_rad[plane]!,
  };
  return planes.node_rad[plane]! + drift(shape).node_radperS * time_s;
}

/** The Sun along the plane's axes: P to the ascending node, Q a quarter of a turn on. */
function sunInPlane({ x, y, z }: Sun, node_rad: number, inclination_rad: number) {
  const sunP = x * Math.cos(node_rad) + y * Math.sin(node_rad);
  const across = y * Math.cos(node_rad) - x * Math.sin(node_rad);
  return { sunP, sunQ: across * Math.cos(inclination_rad) + z * Math.sin(inclination_rad) };
}

/** Satellites as the day finds them: charged as full as the shadow behind them leaves, as warm as idle chips keep them. */
export function wake(
  planes: DayPlanes,
  seats: readonly Seat[],
  sun: DaySun,
  satellites: DaySatellites,
): void {
  seats.forEach((seat, plane) => {
    const { rows, state, totals } = seat.block;
    const { row } = seat;
    const at = firstOf(seat);
    const from = planes.first[plane]!;
    const heat_W = (rows.housekeeping_W[row]! + planes.idle_W[plane]!) / rows.distribution[row]!;
    const radiator_K = ((heat_W + rows.infrared_W[row]!) / rows.emission_WperK4[row]!) ** 0.25;
    const house_W = rows.housekeeping_W[row]! / rows.distribution[row]!;
    for (let slot = 0; slot < planes.first[plane + 1]! - from; slot++) {
      const phase = satellites.phase_rad[from + slot]!;
      state.cosine[at + slot] = Math.cos(phase);
      state.sine[at + slot] = Math.sin(phase);
      state.warmth[at + slot] = 1;
      state.load[at + slot] = 0;
      // What sleeping satellites have drawn since they came into the shadow.
      const into = turned(phase - sun.midnight_rad[plane]!) + sun.shadow_rad[plane]!;
      const dark = sun.shadow_rad[plane]! > 0 && into > 0 && into < 2 * sun.shadow_rad[plane]!;
      const drawn_J = dark ? (house_W * into) / planes.rate_radperS[plane]! : 0;
      const stored_J = Math.max(0, rows.usable_J[row]! - drawn_J);
      state.stored_J[at + slot] = stored_J;
      state.entry_J[at + slot] = rows.usable_J[row]!;
      state.coolant_K[at + slot] = radiator_K;
      state.radiator_K[at + slot] = radiator_K;
      totals.least_J[at + slot] = Infinity;
    }
  });
}

/** An angle brought within half a turn of none. */
export function turned(angle_rad: number): number {
  return angle_rad - 2 * Math.PI * Math.round(angle_rad / (2 * Math.PI));
}
