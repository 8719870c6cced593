import { columns } from '@kardashev/kernels/fleet/columns.ts';
import {
  type FleetRows,
  type FleetState,
  type FleetTotals,
  rowColumns,
  stateColumns,
  totalColumns,
} from '@kardashev/kernels/fleet/kernel.ts';
import type { FastModel, Kernels } from '../flows/table.ts';
import { earthRadius_m } from '../sky/constants.ts';
import { eclipseShare } from '../sky/eclipse.ts';
import { period_s } from '../sky/orbit.ts';
import { betaOf_rad, orbitAxes } from './axes.ts';
import { coefficientsOf, type OrbitDesign } from './design.ts';

/** What a table of the orbit model answers, per satellite at full load, mean over a periodic revolution. */
export const orbitOutputs = [
  'chips_W',
  'array_W',
  'curtailed_W',
  'conversionLoss_W',
  'housekeeping_W',
  'environment_W',
  'sunlitShare',
  'radiator_K',
  /** Hottest junction if heat held nothing back. */
  'junction_K',
  /** Deepest discharge over the capacity at that age. */
  'depth',
  /** Shares of full load that power and heat held back. */
  'heldByPower',
  'heldByHeat',
] as const;
export type OrbitOutput = (typeof orbitOutputs)[number];

/** Steps a revolution; 960 instead change the mean power by less than a part in a thousand (tested). */
export const stepsPerRevolution = 120;
/** Revolutions before the one that counts, after the first two. */
const settling = 2;

/**
 * `energy/orbit`: one satellite on a circular orbit at full load. Points are (shade, age, solar flux), see `axes.ts`. Every point
 * is stepped twice, with the junction's limit and without, since both answers are wanted.
 */
export const orbitModel: FastModel = {
  version: '1',
  evaluate(request, points, out, kernels) {
    const design = request.parameters as unknown as OrbitDesign;
    const count = points.length / orbitAxes.length;
    const run = revolve(design, points, kernels);
    for (let point = 0; point < count; point++) {
      const answers = answersOf(design, points, run, point, count);
      request.outputs.forEach((name, index) => {
        out[point * request.outputs.length + index] = answers[name as OrbitOutput];
      });
    }
  },
};

interface Run {
  readonly rows: FleetRows;
  readonly state: FleetState;
  readonly totals: FleetTotals;
}

/** Steps rows for all points to their periodic revolution: first with the limit, then again without. */
function revolve(design: OrbitDesign, points: Float64Array, kernels: Kernels): Run {
  const count = points.length / orbitAxes.length;
  const run = {
    rows: columns(rowColumns, 2 * count),
    state: columns(stateColumns, 2 * count),
    totals: columns(totalColumns, 2 * count),
  };
  for (let point = 0; point < count; point++) {
    const [shade, age_s, flux_Wperm2] = pointAt(points, point);
    const beta_rad = betaOf_rad(design.radius_m, shade);
    fillRow(run, point, design, beta_rad, age_s, flux_Wperm2, design.junctionLimit_K);
    fillRow(run, count + point, design, beta_rad, age_s, flux_Wperm2, Infinity);
  }
  const advance = (revolutions: number): void => {
    for (let revolution = 0; revolution < revolutions; revolution++) {
      // From noon again, so that turning (cos u, sin u) gathers no error.
      run.state.cosine.fill(1);
      run.state.sine.fill(0);
      kernels.fleet.advance(
        run.rows,
        run.state,
        run.totals,
        0,
        2 * count,
        stepsPerRevolution,
        stepsPerRevolution,
      );
    }
  };
  advance(1);
  const full = run.state.stored_J.slice();
  advance(1);
  // A battery that loses charge from one revolution to the next would take many to reach its balance, where
  // each eclipse empties it. From empty it gets there at once.
  run.state.stored_J.forEach((stored, row) => {
    if (stored < full[row]! * (1 - 1e-9)) run.state.stored_J[row] = 0;
  });
  advance(settling);
  for (const name of totalColumns) run.totals[name].fill(0);
  run.totals.least_J.fill(Infinity);
  advance(1);
  return run;
}

function fillRow(
  { rows, state }: Run,
  row: number,
  design: OrbitDesign,
  beta_rad: number,
  age_s: number,
  flux_Wperm2: number,
  junctionLimit_K: number,
): void {
  const period = period_s(design.radius_m);
  const { capacity_J: _, ...coefficients } = coefficientsOf(design, age_s, flux_Wperm2);
  const values = {
    ...coefficients,
    sunP: Math.cos(beta_rad),
    sunQ: 0,
    horizon: Math.sqrt(1 - (earthRadius_m / design.radius_m) ** 2),
    step_s: period / stepsPerRevolution,
    eclipseShare: eclipseShare(design.radius_m, beta_rad),
    period_s: period,
    distribution: design.distributionEfficiency,
    roundTrip: design.batteryRoundTrip,
    housekeeping_W: design.housekeeping_W,
    load_W: design.powerToCompute_W,
    heatCapacity_JperK: design.heatCapacity_JperK,
    junctionLimit_K,
  };
  for (const name of rowColumns) rows[name][row] = values[name];
  const heat_W =
    (design.housekeeping_W + design.powerToCompute_W) / design.distributionEfficiency + values.infrared_W;
  state.radiator_K[row] = (heat_W / values.emission_WperK4) ** 0.25;
  state.stored_J[row] = values.usable_J;
}

function answersOf(
  design: OrbitDesign,
  points: Float64Array,
  { totals, rows }: Run,
  row: number,
  count: number,
): { readonly [name in OrbitOutput]: number } {
  const [, age_s, flux_Wperm2] = pointAt(points, row);
  const { usable_J, capacity_J } = coefficientsOf(design, age_s, flux_Wperm2);
  const time_s = totals.time_s[row]!;
  const full_J = rows.load_W[row]! * time_s;
  return {
    chips_W: totals.chips_J[row]! / time_s,
    array_W: totals.array_J[row]! / time_s,
    curtailed_W: totals.curtailed_J[row]! / time_s,
    conversionLoss_W: (totals.distributionLoss_J[row]! + totals.batteryLoss_J[row]!) / time_s,
    housekeeping_W: totals.housekeeping_J[row]! / time_s,
    environment_W: totals.environment_J[row]! / time_s,
    sunlitShare: totals.sunlit_s[row]! / time_s,
    radiator_K: totals.radiator_Ks[row]! / time_s,
    junction_K: totals.junction_K[count + row]!,
    depth: capacity_J > 0 ? (usable_J - totals.least_J[row]!) / capacity_J : 0,
    heldByPower: full_J > 0 ? totals.heldByPower_J[row]! / full_J : 0,
    heldByHeat: full_J > 0 ? totals.heldByHeat_J[row]! / full_J : 0,
  };
}

function pointAt(points: Float64Array, point: number): [shade: number, age_s: number, flux_Wperm2: number] {
  const at = point * orbitAxes.length;
  return [points[at]!, points[at + 1]!, points[at + 2]!];
}
