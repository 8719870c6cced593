import type { EnergySection, Satellite } from '../src/energy/design.ts';
import { energySchema } from '../src/energy/schema.ts';
import { planSchema } from '../src/engine/schema.ts';
import { success } from '../src/outcome/outcome.ts';
import type { Override } from '../src/plan/load.ts';
import { readPlan } from '../src/plan/read.ts';
import { viewOf } from '../src/plan/view.ts';
import { expectValue, houseCatalogue } from './house.ts';

/** A satellite of the catalogue with the surroundings of the catalogue. `default` is what holds for any. */
export function houseSatellite(
  name: string,
  overrides: readonly Override[] = [],
): { readonly satellite: Satellite; readonly section: EnergySection } {
  const plan = expectValue(
    readPlan({
      file: `${name}.yaml`,
      readText: (file) => success({ file, text: `satellites: {${name}: {}}` }),
      catalogue: houseCatalogue(),
      schema: {
        sections: new Map([...planSchema.sections].filter(([room]) => room === 'energy')),
        collections: new Map([...planSchema.collections].filter(([room]) => room === 'satellites')),
      },
      overrides,
    }),
  );
  const view = viewOf(plan, 'energy', energySchema);
  return { satellite: view.satellites[0]!, section: view.section };
}
