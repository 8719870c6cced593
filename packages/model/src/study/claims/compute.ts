import { median } from '@kardashev/kernels/numeric/statistics.ts';
import { generationAt } from '../../compute/accelerator.ts';
import { sitePowerForRun_W } from '../../compute/run-on-ground.ts';
import { computeSchema } from '../../compute/schema.ts';
import { energySchema } from '../../energy/schema.ts';
import { viewOf } from '../../plan/view.ts';
import { secondsPerDay } from '../../time/calendar.ts';
import { formatNumber, formatQuantity } from '../../units/format.ts';
import type { Reading } from '../reading.ts';
import type { Claim } from './claim.ts';

const runWithin_s = 180 * secondsPerDay;

const hasOrbit = (reading: Reading): boolean => reading.hosts.some((host) => host.kind === 'orbit');

export const computeClaims: readonly Claim[] = [
  {
    id: 'train-6t-orbit',
    said: 'A model of 6 T parameters is trained in orbit',
    quantity: "days on the plan's best cluster in orbit",
    unit: 'd',
    claimed: 180,
    holds: 'at most',
    find: (reading) => {
      if (!hasOrbit(reading)) return { undecided: 'The plan has no satellites.' };
      const run = reading.row('trainingRun_s');
      const shortest_s = run.reduce((least, value) => (value < least ? value : least), Infinity);
      if (!Number.isFinite(shortest_s))
        return { undecided: 'No cluster in orbit can train the model at all.' };
      const days = shortest_s / secondsPerDay;
      const month = reading.months[run.indexOf(shortest_s)];
      return {
        computed: days,
        instead: `${formatNumber(days)} days at the best, in ${month}; first below 180 days: ${firstBelow(reading.months, run, runWithin_s) ?? 'never'}.`,
      };
    },
  },
  {
    id: 'train-6t-small-city',
    said: 'On the ground it takes a small city',
    quantity: 'site power for the run in 180 days',
    unit: 'W',
    claimed: 1e9,
    holds: 'at least',
    find: (reading) => {
      const power_W = groundRunPower_W(reading);
      if (power_W === undefined) return { undecided: 'The plan names no site on the ground.' };
      return {
        computed: power_W,
        instead: `${formatQuantity(power_W, 'W')} on the accelerators of the plan's first month, median over the sites, where the fabric is no limit; it grows with the tokens and active parameters assumed.`,
      };
    },
  },
  {
    id: 'no-upper-limit',
    said: 'Intelligence ∝ mass in orbit × compute density, without limit',
    quantity: 'elasticity of delivered training FLOPs to mass, at the end',
    unit: '1',
    claimed: 0.95,
    holds: 'at least',
    find: (reading) => {
      if (!hasOrbit(reading)) return { undecided: 'The plan has no satellites.' };
      const elasticity = reading.end(reading.row('trainingElasticity'));
      if (!Number.isFinite(elasticity)) return { undecided: 'No training cluster is in orbit at the end.' };
      return {
        computed: elasticity,
        instead: `One per cent more mass joined to the best cluster in orbit brings ${formatNumber(elasticity)} % more training; exchange over lasers and failures take the rest.`,
      };
    },
  },
];

/** Site power that ends the plan's large run in 180 days with the chips of its first month; median over sites. */
function groundRunPower_W(reading: Reading): number | undefined {
  const plan = viewOf(reading.plan, 'compute', computeSchema);
  const model = plan.models.find((entry) => entry.name === plan.section.largeRun);
  const generation = generationAt(plan.accelerators, plan.section, reading.plan.from);
  if (!model || !generation || plan.sites.length === 0) return undefined;
  const cooling = viewOf(reading.plan, 'energy', energySchema).sites;
  return median(
    plan.sites.map(({ boardShare }, index) =>
      sitePowerForRun_W(
        model,
        runWithin_s,
        generation,
        { boardShare, powerUsageEffectiveness: cooling[index]?.pue ?? Number.NaN },
        plan.section,
      ),
    ),
  );
}

function firstBelow(months: readonly string[], values: Float64Array, limit: number): string | undefined {
  const index = values.findIndex((value) => value <= limit);
  return index < 0 ? undefined : months[index];
}
