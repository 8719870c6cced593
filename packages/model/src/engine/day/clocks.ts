import { interpolateGrid } from '@kardashev/kernels/numeric/grid.ts';
import { orbitAxes, shadeOf } from '../../energy/axes.ts';
import { orbitOutputs } from '../../energy/orbit-model.ts';
import { revolutionOf, revolve } from '../../energy/revolve.ts';
import type { Kernels, ResponseTable } from '../../flows/table.ts';
import { beta_rad } from '../../sky/beta.ts';
import { solarFlux_Wperm2, sunAt } from '../../sky/sun.ts';
import type { LaidFleet } from './lay.ts';
import type { MonthState } from './month.ts';
import { orbitMean } from './month.ts';
import type { DayOutcome } from './run-day.ts';

/** The day's clock beside the months': the same quantity by both, and how far the months are off. */
export interface Gap {
  readonly day: number;
  readonly months: number;
  /** Months over day, less one. */
  readonly gap: number;
}

export interface Clocks {
  /** Share of the fleet's time in sunlight: the whole fleet's day, and the plan's month. */
  readonly sunlitShare: Gap;
  /** Mean power to chips of a satellite at full load on this day: stepped, and read from the months' tables. */
  readonly fullLoad_W: Gap;
  /** Work of the satellites: by the scheduler on this day, and by the plan's month. */
  readonly work_FLOPperS: Gap;
}

/** Planes that are stepped at full load to be held against the tables. */
const lookedAt = 96;

export function clocksOf(
  fleet: LaidFleet,
  month: MonthState,
  outcome: DayOutcome,
  tables: ReadonlyMap<string, ResponseTable>,
  kernels: Kernels,
  noon_d: number,
): Clocks {
  const { supply } = outcome;
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
  const units = unitsOf(fleet);
  const orbit = fleet.spec.hosts;
  const work = orbit.reduce((all, host) => all + month.hostDelivered_FLOPperS[host.index]!, 0);
  return {
    sunlitShare: gap(
      sum(supply.sunlit_s) / sum(supply.service_s),
      orbitMean(orbit, month.sunlitShare, units),
    ),
    fullLoad_W: fullLoad(fleet, tables, kernels, noon_d),
    work_FLOPperS: gap(
      (sum(outcome.delivered.work_FLOP) - sum(outcome.lost_FLOP)) / (supply.slots * supply.slot_s),
      work,
    ),
  };
}

const gap = (day: number, months: number): Gap => ({ day, months, gap: months / day - 1 });

function unitsOf({ planes, spec }: LaidFleet): number[] {
  const units = spec.hosts.map(() => 0);
  for (let plane = 0; plane < planes.shell.length; plane++) {
    units[planes.shell[plane]!]! += planes.first[plane + 1]! - planes.first[plane]!;
  }
  return units;
}

/** Planes in turn, each stepped through revolutions at full load, beside what the table says of the same moment. */
function fullLoad(
  fleet: LaidFleet,
  tables: ReadonlyMap<string, ResponseTable>,
  kernels: Kernels,
  noon_d: number,
): Gap {
  const { planes, designs } = fleet;
  const byDesign = tablesByDesign(fleet, tables);
  const sun = sunAt(noon_d);
  const flux_Wperm2 = solarFlux_Wperm2(sun.distance_au);
  const count = planes.shell.length;
  const step = Math.max(1, Math.floor(count / lookedAt));
  let stepped = 0;
  let read = 0;
  let satellites = 0;
  for (let plane = 0; plane < count; plane += step) {
    const table = byDesign.get(designs[plane]);
    if (!table) continue;
    const beta = Math.abs(beta_rad(sun, planes.node_rad[plane]!, planes.inclination_rad[plane]!));
    const design = designs[plane]!;
    const moment = {
      beta_rad: beta,
      age_s: planes.age_s[plane]!,
      flux_Wperm2,
      junctionLimit_K: design.junctionLimit_K,
    };
    const weight = planes.first[plane + 1]! - planes.first[plane]!;
    satellites += weight;
    stepped += weight * revolutionOf(design, moment, revolve(design, [moment], kernels), 0).chips_W;
    const out = new Float64Array(table.request.outputs.length);
    const point = Float64Array.of(shadeOf(planes.radius_m[plane]!, beta), moment.age_s, flux_Wperm2);
    const axes = table.request.axes.map(({ points }) => points);
    interpolateGrid(axes, table.values, out.length, point.subarray(0, orbitAxes.length), out);
    read += weight * out[orbitOutputs.indexOf('chips_W')]!;
  }
  return gap(stepped / satellites, read / satellites);
}

/** The table whose request has a design, once for each design. */
function tablesByDesign(fleet: LaidFleet, tables: ReadonlyMap<string, ResponseTable>) {
  const byDesign = new Map<unknown, ResponseTable | undefined>();
  for (const design of new Set(fleet.designs)) {
    const wanted = JSON.stringify(design);
    byDesign.set(
      design,
      [...tables.values()].find(({ request }) => JSON.stringify(request.parameters) === wanted),
    );
  }
  return byDesign;
}
