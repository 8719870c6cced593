import { findRoot } from '@kardashev/kernels/numeric/root.ts';
import { groundCost, orbitCost } from '../capital/crossover.ts';
import { prepareRun, simulateUnhashed, tableRequests } from '../engine/run.ts';
import { planSchema } from '../engine/schema.ts';
import { tableKey } from '../engine/tables.ts';
import type { Distribution } from '../evidence/assumption.ts';
import type { ResponseTable } from '../flows/table.ts';
import { present } from '../outcome/invariant.ts';
import type { ResolvedPlan, ResolvedValue } from '../plan/resolved.ts';
import { attributeAt } from '../plan/schema.ts';
import { labelOf } from '../time/calendar.ts';
import { columnsOf } from './cost.ts';
import { ownPass } from './monte-carlo/sampler.ts';
import { Reading } from './reading.ts';

/** What one assumption alone would have to be for orbit to be at or below the ground from a month on. */
export interface Threshold {
  readonly assumption: string;
  /** Paths of the plan that are scaled together. */
  readonly paths: readonly string[];
  /** Times its value; null where no factor up to `tried` does it alone. */
  readonly factor: number | null;
  /** The largest (or smallest) factor that was tried, and cost in orbit over the ground's there. */
  readonly tried: number;
  readonly ratioThere: number;
  /** First of the values, SI, now and as needed; null for series. */
  readonly now: number | null;
  readonly needed: number | null;
  readonly unit: string;
  /** Whether what is needed lies in the catalogue's own range; null where it gives none. */
  readonly withinRange: boolean | null;
}

export interface When {
  readonly month: string;
  /** Cost in orbit over the ground's, the worst month from then on, every assumption at its value. */
  readonly ratio: number;
  readonly thresholds: readonly Threshold[];
  /** The ratio with all of them together at the end of the catalogue's range that helps orbit; null where not asked. */
  readonly ratioAtBest: number | null;
}

interface Lever {
  readonly name: string;
  /** Attributes with their collection or section: `satellites.life` is that of every design. */
  readonly attributes: readonly string[];
  /** The factor to which it is tried. */
  readonly to: number;
}

/** The main assumptions behind either cost, each turned the way that helps orbit. */
const levers: readonly Lever[] = [
  {
    name: 'launch',
    attributes: ['vehicles.boosterCost', 'vehicles.shipCost', 'vehicles.operations'],
    to: 0.01,
  },
  {
    name: 'satellite without chips',
    attributes: ['satellites.specificCost', 'satellites.specificCostFloor'],
    to: 0.01,
  },
  { name: 'life of satellites', attributes: ['satellites.life'], to: 10 },
  {
    name: 'losses of chips and work in orbit',
    attributes: ['satellites.chipLoss', 'satellites.workLoss'],
    to: 0.01,
  },
  { name: 'rate of lasers', attributes: ['satellites.laserRate'], to: 100 },
  { name: 'improvement of links', attributes: ['network.linkImprovement'], to: 10 },
  { name: 'span of exchanges', attributes: ['network.exchangeSpan'], to: 0.01 },
  { name: 'chips', attributes: ['capital.chipCost'], to: 0.01 },
  { name: 'cost of capital', attributes: ['capital.costOfCapital'], to: 0.01 },
  { name: 'building on the ground', attributes: ['sites.dataCentreCost'], to: 100 },
  { name: 'power price on the ground', attributes: ['sites.powerPrice'], to: 100 },
  { name: 'operations on the ground', attributes: ['sites.siteOperations'], to: 10 },
  {
    name: 'waits for permits, grid and gas',
    attributes: ['sites.permitWait', 'sites.gridWait', 'sites.gasWait'],
    to: 10,
  },
];

/** A cost without end counts as this many times dearer, so that a root can be sought past it. */
const dearest = 1e6;

/**
 * Every main assumption's threshold for a crossover by `month` (index of the plan's months), one at a time. Runs the
 * plan's own funding again for each value tried, with the plan's tables: no lever may move what they are made from.
 */
export function whenCheaper(
  plan: ResolvedPlan,
  tables: ReadonlyMap<string, ResponseTable>,
  seed: number,
  month: number,
  onProgress: (done: number, total: number) => void = () => {},
): When {
  const own = ownPass(plan);
  const ratioOf = (changed: ResolvedPlan): number => worstRatio(changed, tables, seed, month);
  const ratio = ratioOf(own);
  const pulled = levers.flatMap((lever) => leverIn(own, lever));
  const thresholds =
    ratio <= 1
      ? []
      : pulled.map((lever, index) => {
          onProgress(index, pulled.length);
          return thresholdOf(own, lever, ratio, ratioOf);
        });
  const ratioAtBest = ratio <= 1 ? null : ratioOf(atBest(own, pulled));
  return { month: labelOf(plan.from + month), ratio, thresholds, ratioAtBest };
}

interface Pulled extends Lever {
  readonly paths: readonly string[];
}

/** A lever with its paths in this plan; none where the plan lacks them, they are zero, or tables hang on them. */
function leverIn(plan: ResolvedPlan, lever: Lever): Pulled[] {
  const paths = Object.keys(plan.values).filter((path) => {
    const keys = path.split('.');
    return (
      lever.attributes.includes(`${keys[0]}.${keys.at(-1)}`) && !isZero(plan.values[path] as ResolvedValue)
    );
  });
  if (paths.length === 0 || keysOf(scaled(plan, paths, lever.to)) !== keysOf(plan)) return [];
  return [{ ...lever, paths }];
}

const isZero = ({ value }: ResolvedValue): boolean =>
  Array.isArray(value) ? value.every((one) => one === 0) : value === 0;

function keysOf(plan: ResolvedPlan): string {
  const requests = tableRequests(plan);
  return requests.ok ? requests.value.map(tableKey).join() : '';
}

function thresholdOf(
  plan: ResolvedPlan,
  { name, paths, to }: Pulled,
  ratio: number,
  ratioOf: (plan: ResolvedPlan) => number,
): Threshold {
  const gap = (logFactor: number): number => Math.log(ratioOf(scaled(plan, paths, Math.exp(logFactor))));
  const ratioThere = Math.exp(gap(Math.log(to)));
  const known = new Map([
    [0, Math.log(ratio)],
    [Math.log(to), Math.log(ratioThere)],
  ]);
  const factor =
    ratioThere <= 1 ? Math.exp(findRoot((x) => known.get(x) ?? gap(x), 0, Math.log(to), 0.01)) : null;
  const first = plan.values[paths[0] as string] as ResolvedValue;
  const now = typeof first.value === 'number' ? first.value : null;
  const needed = now === null || factor === null ? null : bounded(paths[0] as string, now * factor);
  return {
    assumption: name,
    paths,
    factor,
    tried: to,
    ratioThere,
    now,
    needed,
    unit: first.unit,
    withinRange: needed === null || !first.distribution ? null : inside(first.distribution, needed),
  };
}

/** All levers at the end of their ranges that helps orbit; what has no range stays. */
function atBest(plan: ResolvedPlan, pulled: readonly Pulled[]): ResolvedPlan {
  const values: { [path: string]: ResolvedValue } = { ...plan.values };
  for (const { paths, to } of pulled) {
    for (const path of paths) {
      const before = values[path] as ResolvedValue;
      const range = before.distribution;
      if (range?.kind !== 'triangular' && range?.kind !== 'uniform') continue;
      values[path] = { ...before, value: to < 1 ? range.low : range.high };
    }
  }
  return { ...plan, values };
}

/** A plan with some values times a factor, kept within what each attribute can be. */
function scaled(plan: ResolvedPlan, paths: readonly string[], factor: number): ResolvedPlan {
  const values: { [path: string]: ResolvedValue } = { ...plan.values };
  for (const path of paths) {
    const before = plan.values[path] as ResolvedValue;
    const times = (one: number): number => bounded(path, one * factor);
    const value = Array.isArray(before.value)
      ? (before.value as readonly number[]).map(times)
      : times(before.value as number);
    values[path] = { ...before, value };
  }
  return { ...plan, values };
}

function bounded(path: string, value: number): number {
  const row = attributeAt(planSchema, path)?.row as
    | { readonly min?: number; readonly max?: number }
    | undefined;
  return Math.min(row?.max ?? Infinity, Math.max(row?.min ?? -Infinity, value));
}

function inside(distribution: Distribution, value: number): boolean | null {
  switch (distribution.kind) {
    case 'uniform':
    case 'triangular':
      return value >= distribution.low && value <= distribution.high;
    default:
      return null;
  }
}

/** Cost in orbit over the ground's in the worst month from `from` on: a crossover that does not last is none. */
function worstRatio(
  plan: ResolvedPlan,
  tables: ReadonlyMap<string, ResponseTable>,
  seed: number,
  from: number,
): number {
  const prepared = prepareRun(plan, { seed, tables });
  if (!prepared.ok) return dearest;
  const result = simulateUnhashed(prepared.value);
  const columns = columnsOf(new Reading(plan, result, present(result.passes[0], 'a run has a pass')));
  let worst = 0;
  for (let month = from; month < result.months.length; month++) {
    const ratio = orbitCost(columns, month) / groundCost(columns, month);
    worst = Math.max(worst, ratio < dearest ? ratio : dearest);
  }
  return worst;
}
