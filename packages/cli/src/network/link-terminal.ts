import { planSchema } from '@kardashev/model/engine/schema.ts';
import type { Terminal } from '@kardashev/model/network/optics.ts';
import { networkSchema } from '@kardashev/model/network/schema.ts';
import { success } from '@kardashev/model/outcome/outcome.ts';
import { readPlan } from '@kardashev/model/plan/read.ts';
import type { PlanSchema } from '@kardashev/model/plan/schema.ts';
import { viewOf } from '@kardashev/model/plan/view.ts';
import type { Setting } from '../options.ts';
import { loadCatalogue } from '../plan-input.ts';
import { need } from '../stop.ts';

const linkSchema: PlanSchema = {
  sections: new Map([...planSchema.sections].filter(([room]) => room === 'network')),
  collections: new Map([...planSchema.collections].filter(([name]) => name === 'satellites')),
};

/** A name without a file in the catalogue: what holds for any satellite. */
const anySatellite = 'any-satellite';

/** The catalogue's assumptions of links, changed by `--set network.…`, and its terminal of any satellite. */
export function linkAssumptions(settings: readonly Setting[]) {
  const texts = new Map<string, string>();
  const catalogue = need(loadCatalogue(texts), texts);
  for (const { path, text } of settings) texts.set(`--set ${path}`, text);
  const text = `satellites: {${anySatellite}: {like: v2-mini}}`;
  const plan = need(
    readPlan({
      file: 'link.yaml',
      readText: () => success({ file: 'link.yaml', text }),
      catalogue,
      schema: linkSchema,
      overrides: settings,
    }),
    texts,
  );
  const { section, satellites } = viewOf(plan, 'network', networkSchema);
  const { laserPower_W, laserAperture_m } = satellites[0]!;
  const terminal: Terminal = {
    power_W: laserPower_W,
    aperture_m: laserAperture_m,
    wavelength_m: section.laserWavelength_m,
    efficiency: section.laserEfficiency,
    throughput: section.laserThroughput,
  };
  return { section, terminal };
}
