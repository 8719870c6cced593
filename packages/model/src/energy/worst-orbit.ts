import type { Kernels } from '../flows/table.ts';
import { coefficientsOf, type OrbitDesign } from './design.ts';
import type { Moment } from './fleet-row.ts';
import { revolve, stepsPerRevolution } from './revolve.ts';

/** A satellite at the end of one step of a revolution that repeats itself, from noon. Powers are means of the step. */
export interface OrbitStep {
  readonly time_s: number;
  readonly sunlit: number;
  readonly array_W: number;
  readonly chips_W: number;
  readonly battery_J: number;
  readonly coolant_K: number;
  readonly radiator_K: number;
  readonly junction_K: number;
}

/** A revolution of a design as a time series. The battery's energy counts from empty, not from its limit. */
export function orbitSeries(design: OrbitDesign, moment: Moment, kernels: Kernels): readonly OrbitStep[] {
  const { rows, state, totals } = revolve(design, [moment], kernels);
  const { capacity_J, usable_J } = coefficientsOf(design, moment.age_s, moment.flux_Wperm2, moment.beta_rad);
  state.cosine[0] = 1;
  state.sine[0] = 0;
  const step_s = rows.step_s[0]!;
  return Array.from({ length: stepsPerRevolution }, (_, step) => {
    for (const name of ['sunlit_s', 'array_J', 'chips_J', 'junction_K'] as const) totals[name][0] = 0;
    kernels.fleet.advance(rows, state, totals, 0, 1, 1);
    return {
      time_s: (step + 1) * step_s,
      sunlit: totals.sunlit_s[0]! / step_s,
      array_W: totals.array_J[0]! / step_s,
      chips_W: totals.chips_J[0]! / step_s,
      battery_J: capacity_J - usable_J + state.stored_J[0]!,
      coolant_K: state.coolant_K[0]!,
      radiator_K: state.radiator_K[0]!,
      junction_K: totals.junction_K[0]!,
    };
  });
}
