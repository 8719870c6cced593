import { withPoints } from '@kardashev/cluster/study/points.ts';
import { nsga2 } from '@kardashev/kernels/numeric/nsga2.ts';
import { KeyedRandom } from '@kardashev/model/random/philox.ts';
import { valueAt } from '@kardashev/model/study/monte-carlo/assumption.ts';
import { outputs, width } from '@kardashev/model/study/monte-carlo/outputs.ts';
import { studyOf } from '@kardashev/model/study/monte-carlo/plan-study.ts';
import { columnOf } from '@kardashev/model/study/monte-carlo/summary.ts';
import { formatNumber } from '@kardashev/model/units/format.ts';
import type { Session } from '../simulation.ts';
import { need } from '../stop.ts';
import { carryOut } from './carry-out.ts';
import type { Scenario, StudyInput } from './input.ts';
import { movableOf } from './movable.ts';
import type { Goal, StudyOptions } from './options.ts';

export interface ParetoDocument {
  readonly plan: string;
  readonly goals: readonly Goal[];
  /** Assumptions moved, within the 5th to the 95th percentile of each. */
  readonly varied: readonly string[];
  /** Plans of which none is better in all goals; sorted by the first goal. */
  readonly front: readonly {
    readonly goals: { readonly [name: string]: number };
    readonly overrides: { readonly [path: string]: string };
  }[];
  /** The plan as it stands. */
  readonly own: { readonly [name: string]: number | null };
  readonly runs: number;
}

const variedAtMost = 8;
const population = 24;
const generations = 10;

/** Plans that trade some numbers best, by NSGA-II over the assumptions that move them. */
export async function paretoOf(
  goals: readonly Goal[],
  { plan, name }: Scenario,
  { correlations }: StudyInput,
  options: StudyOptions,
  session: Session,
): Promise<ParetoDocument> {
  const { seed, samples, sampling, passes } = options;
  const study = need(studyOf(plan, { seed, samples, sampling, passes, correlations }));
  const { sampler, rows, folder } = await carryOut(study, options, session);
  const columns = goals.map((goal) => outputs.findIndex((output) => output.name === goal.name));
  const sought = columns.map((column) => columnOf(rows, column));
  const movable = movableOf(sampler, rows, sought, options.vary, variedAtMost);
  const centre = Float64Array.from(sampler.assumptions, (assumption) => assumption.centre);
  const valuesAt = (x: Float64Array): Float64Array => {
    const values = centre.slice();
    for (const [index, { assumption, place }] of movable.entries()) {
      values[place] = Number(valueAt(assumption, 0.05 + 0.9 * x[index]!).toPrecision(6));
    }
    return values;
  };
  return withPoints(folder, session.workers, session.signal, async (evaluate) => {
    let runs = 0;
    const random = new KeyedRandom(seed, 'pareto');
    let draw = 0;
    const own = await evaluate([centre]);
    const all = await nsga2({
      dimensions: movable.length,
      population,
      generations,
      random: () => random.uniform(0, draw++),
      async evaluate(points) {
        const found = await evaluate(points.map(valuesAt));
        runs += points.length;
        session.view.preparing('breeding plans', runs, population * (generations + 1));
        return points.map((_, row) => {
          const numbers = columns.map((column) => found.numbers[row * width + column]!);
          const broken = found.faults[row] === '' && numbers.every(Number.isFinite) ? 0 : 1;
          return { f: numbers.map((value, k) => (goals[k]?.want === 'most' ? -value : value)), broken };
        });
      },
    });
    const front = (all[0] ?? [])
      .filter(({ broken }) => broken === 0)
      .sort((one, other) => one.f[0]! - other.f[0]!);
    return {
      plan: name,
      goals,
      varied: movable.map(({ assumption }) => assumption.id),
      front: distinct(front).map(({ x, f }) => ({
        goals: Object.fromEntries(goals.map((goal, k) => [goal.name, goal.want === 'most' ? -f[k]! : f[k]!])),
        overrides: overridesOf(valuesAt(x)),
      })),
      own: Object.fromEntries(
        goals.map((goal, k) => {
          const value = own.numbers[columns[k]!]!;
          return [goal.name, Number.isFinite(value) ? value : null];
        }),
      ),
      runs,
    };
  });

  function overridesOf(values: Float64Array): { [path: string]: string } {
    return Object.fromEntries(
      movable.flatMap(({ assumption: { paths, unit }, place }) =>
        paths.map((path) => [path, `${values[place]} ${unit}`.trim()]),
      ),
    );
  }
}

/** One of those that come to the same in all goals. */
function distinct<T extends { readonly f: readonly number[] }>(front: readonly T[]): T[] {
  return [...new Map(front.map((one) => [one.f.join(' '), one])).values()];
}

export function paretoScreen({ plan, goals, varied, front, own, runs }: ParetoDocument): string {
  const line = (numbers: { readonly [name: string]: number | null }): string =>
    goals
      .map(({ name }) =>
        (numbers[name] === null ? '–' : formatNumber(numbers[name] ?? Number.NaN)).padStart(18),
      )
      .join('');
  return [
    `${plan}: ${front.length} plans of which none is better in all, of ${runs} tried, moving ${varied.join(', ')}`,
    goals.map(({ name, want }) => `${name} (${want})`).join(' against '),
    ...front.map((one) => line(one.goals)),
    `${line(own)}   as it stands`,
  ].join('\n');
}
