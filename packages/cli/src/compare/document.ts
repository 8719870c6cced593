import { join } from 'node:path';
import { runPlans } from '@kardashev/cluster/study/plans.ts';
import { isCalculator } from '@kardashev/model/plan/read.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { attribute, type Parts } from '@kardashev/model/study/compare/attribute.ts';
import { type Factor, factorsOf, mixed } from '@kardashev/model/study/compare/factors.ts';
import { costOfProjects } from '@kardashev/model/study/cost-document.ts';
import { outputs, width } from '@kardashev/model/study/monte-carlo/outputs.ts';
import { ownPass } from '@kardashev/model/study/monte-carlo/sampler.ts';
import type { Session } from '../simulation.ts';
import { BadInput } from '../stop.ts';

/** Why a number of one plan is not that of another. */
export interface Explained {
  readonly a: number | null;
  readonly b: number | null;
  readonly unit: string;
  readonly difference: number | null;
  /** The largest first; they add up to the difference. */
  readonly parts: readonly {
    readonly assumption: string;
    readonly part: number;
    /** How far its part depends on the order in which assumptions change: large where it acts together with others. */
    readonly spread: number;
  }[];
}

export interface CompareDocument {
  readonly a: string;
  readonly b: string;
  readonly headlines: { readonly [name: string]: Explained };
  /** All in which the two differ, as written. */
  readonly assumptions: readonly { readonly assumption: string; readonly a: string; readonly b: string }[];
  readonly orders: number;
  readonly runs: number;
}

export interface CompareOptions {
  readonly orders: number;
  readonly seed: number;
  readonly out: string;
}

/** Explains the difference of every headline number between two plans, assumption by assumption. */
export async function comparePlans(
  a: ResolvedPlan,
  b: ResolvedPlan,
  options: CompareOptions,
  session: Session,
): Promise<CompareDocument> {
  const calculators = [a, b].filter(({ entries }) => isCalculator(entries)).length;
  if (calculators === 1) throw new BadInput([unlike(a, b)]);
  const factors = factorsOf(a, b);
  const numbers = calculators === 2 ? projectNumbers : monthNumbers(options, session);
  const found = await attribute(factors.length, options.orders, options.seed, (sets) =>
    numbers.of(sets.map((taken) => mixed(a, b, factors, taken))),
  );
  return {
    a: a.name,
    b: b.name,
    headlines: Object.fromEntries(
      numbers.names.map(({ name, unit }, k) => [name, explained(factors, found, k, unit)]),
    ),
    assumptions: factors.map((factor) => ({ assumption: factor.name, a: factor.a, b: factor.b })),
    orders: options.orders,
    runs: found.runs,
  };
}

function explained(
  factors: readonly Factor[],
  { first, last, parts, spread }: Parts,
  k: number,
  unit: string,
): Explained {
  const [a, b] = [first[k]!, last[k]!];
  const both = Number.isFinite(a) && Number.isFinite(b);
  const told = factors
    .map(({ name }, index) => ({ assumption: name, part: parts[index]![k]!, spread: spread[index]![k]! }))
    .filter(({ part, spread }) => part !== 0 || spread !== 0)
    .sort((one, other) => Math.abs(other.part) - Math.abs(one.part));
  return { a: finite(a), b: finite(b), unit, difference: both ? b - a : null, parts: both ? told : [] };
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

interface Numbers {
  readonly names: readonly { readonly name: string; readonly unit: string }[];
  of(plans: readonly ResolvedPlan[]): Promise<readonly Float64Array[]>;
}

function monthNumbers({ seed, out }: CompareOptions, { workers, signal, view }: Session): Numbers {
  return {
    names: outputs,
    async of(plans) {
      const rows = await runPlans(plans.map(ownPass), {
        seed,
        workers,
        signal,
        tables: join(out, '.tables'),
        onProgress: (done) => view.preparing('taking assumptions over one by one', done, plans.length),
      });
      return plans.map((_, row) => rows.numbers.slice(row * width, row * width + outputs.length));
    },
  };
}

const sides = ['orbit', 'ground'] as const;
const figures = [
  { key: 'total_USD', unit: 'USD' },
  { key: 'USDperW', unit: 'USD/W' },
  { key: 'USDperMWh', unit: 'USD/MWh' },
  { key: 'USDperPFLOPday', unit: 'USD' },
] as const;

/** Of calculators: what either side costs, in all and by what it delivers. */
const projectNumbers: Numbers = {
  names: sides.flatMap((side) => figures.map(({ key, unit }) => ({ name: `${side}.${key}`, unit }))),
  of: async (plans) =>
    plans.map((plan) => {
      const document = costOfProjects(plan);
      const numbers = sides.flatMap((side) => figures.map(({ key }) => document[side]?.[key] ?? Number.NaN));
      return Float64Array.from(numbers);
    }),
};

const unlike = (a: ResolvedPlan, b: ResolvedPlan) => ({
  code: 'compare/unlike',
  message: `${a.name} and ${b.name} cannot be compared.`,
  at: {},
  cause: 'One is a calculator, projects without months; the other has months.',
  fix: 'Compare two calculators, or two plans.',
});
