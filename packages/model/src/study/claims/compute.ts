import { secondsPerDay } from '../../time/calendar.ts';
import { formatNumber } from '../../units/format.ts';
import type { Claim } from './claim.ts';

export const computeClaims: readonly Claim[] = [
  {
    id: 'train-6t-orbit',
    said: 'A model of 6 T parameters is trained in orbit',
    quantity: "days on the plan's best cluster",
    unit: 'd',
    claimed: 180,
    holds: 'at most',
    find: (reading) => {
      const run = reading.row('trainingRun_s');
      const shortest_s = run.reduce((least, value) => (value < least ? value : least), Infinity);
      if (!Number.isFinite(shortest_s))
        return { undecided: 'No cluster of the plan can train the model at all.' };
      const days = shortest_s / secondsPerDay;
      const month = reading.months[run.indexOf(shortest_s)];
      return {
        computed: days,
        instead: `${formatNumber(days)} days at the best, in ${month}; the first month below 180 days is ${firstBelow(reading.months, run, 180 * secondsPerDay) ?? 'never reached'}.`,
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
      const elasticity = reading.end(reading.row('trainingElasticity'));
      if (!Number.isFinite(elasticity)) return { undecided: 'No training cluster is in service at the end.' };
      return {
        computed: elasticity,
        instead: `One per cent more mass joined to the best cluster brings ${formatNumber(elasticity)} % more training; exchange over lasers takes the rest.`,
      };
    },
  },
];

function firstBelow(months: readonly string[], values: Float64Array, limit: number): string | undefined {
  const index = values.findIndex((value) => value <= limit);
  return index < 0 ? undefined : months[index];
}
