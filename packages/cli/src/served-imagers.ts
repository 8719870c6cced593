import { assumptionsOf } from '@kardashev/model/data/assumptions.ts';
import { taskingSchema } from '@kardashev/model/data/task/schema.ts';
import type { ImagersOf } from '@kardashev/server/ground.ts';
import { findRun } from '@kardashev/store/runs.ts';
import type { Texts } from './files.ts';
import { loadCatalogue } from './plan-input.ts';
import { need } from './stop.ts';

/** What the imagers of the plans in a folder of runs can do: the plan's own part, and the catalogue's for tasking. */
export function servedImagers(runs: string): ImagersOf {
  return async (name) => {
    const found = findRun(runs, name);
    if (!found.ok) return undefined;
    const { values, entries } = found.value.manifest.plan;
    const number = (path: string): number => {
      const value = values[path]?.value;
      return typeof value === 'number' ? value : 0;
    };
    const { farthestOffNadir_rad, order_s } = tasking();
    return {
      farthestOffNadir_rad,
      order_s,
      leastSun_rad: number('data.leastSun'),
      cloud: number('data.cloud'),
      radarShare: number('data.radarShare'),
      shells: (entries.shells ?? []).map((shell) => ({
        name: shell,
        imagerShare: number(`satellites.${values[`shells.${shell}.satellite`]?.value}.imagerShare`),
      })),
    };
  };
}

function tasking() {
  const texts: Texts = new Map();
  return need(assumptionsOf('tasking', taskingSchema, need(loadCatalogue(texts), texts)), texts);
}
