import type { FastModel } from '../flows/table.ts';
import { betaOf_rad, orbitAxes } from './axes.ts';
import type { OrbitDesign } from './design.ts';
import type { Moment } from './fleet-row.ts';
import { type Revolution, revolutionOf, revolve } from './revolve.ts';

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
] as const satisfies readonly (keyof Revolution)[];
export type OrbitOutput = (typeof orbitOutputs)[number];

/**
 * `energy/orbit`: one satellite on a circular orbit at full load. Points are (shade, age, solar flux), see `axes.ts`. Every point
 * is stepped twice, with the junction's limit and without, since both answers are wanted.
 */
export const orbitModel: FastModel = {
  version: '2',
  smooth: true,
  evaluate(request, points, out, kernels) {
    const design = request.parameters as unknown as OrbitDesign;
    const count = points.length / orbitAxes.length;
    const limited = Array.from({ length: count }, (_, point) => momentAt(design, points, point));
    const free = limited.map((moment) => ({ ...moment, junctionLimit_K: Infinity }));
    const run = revolve(design, [...limited, ...free], kernels);
    limited.forEach((moment, point) => {
      const answers = {
        ...revolutionOf(design, moment, run, point),
        junction_K: revolutionOf(design, moment, run, count + point).junction_K,
      };
      request.outputs.forEach((name, index) => {
        out[point * request.outputs.length + index] = answers[name as OrbitOutput];
      });
    });
  },
};

function momentAt(design: OrbitDesign, points: Float64Array, point: number): Moment {
  const at = point * orbitAxes.length;
  return {
    beta_rad: betaOf_rad(design.radius_m, points[at]!),
    age_s: points[at + 1]!,
    flux_Wperm2: points[at + 2]!,
    junctionLimit_K: design.junctionLimit_K,
  };
}
