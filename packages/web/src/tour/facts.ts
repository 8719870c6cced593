import type { ConstraintName } from '@kardashev/contracts/verdict.ts';
import { headlineSeries } from '../headlines/series.ts';
import { at, fleetRows, type Series, total, weightedMean } from '../months/table.ts';
import type { Mission } from '../state/mission.ts';
import { passOf } from '../state/passes.ts';
import { milestones } from '../timeline/milestones.ts';
import { spans } from '../timeline/spans.ts';

/** A month of the run and its number. */
export interface Point {
  readonly month: number;
  readonly value: number;
}

/** The longest binding constraint, its months, and how often it changes. */
export interface Bound {
  readonly constraint: ConstraintName;
  readonly months: number;
  readonly changes: number;
  readonly first: number;
}

/** What the tour tells of a run, all found in its months and its verdict. */
export interface Facts {
  readonly last: number;
  readonly milestones: ReturnType<typeof milestones>;
  readonly launches: Point;
  readonly launchMass: Series | undefined;
  readonly power: Point;
  readonly granted: Series | undefined;
  /** Month with the least share of work carried, while there is a fleet. */
  readonly carried: Point | undefined;
  readonly capacity: number;
  readonly tokens: number;
  readonly bound: Bound | undefined;
  readonly orbitCost: number;
  readonly groundCost: number;
}

export function factsOf(mission: Mission, inOrbit: (row: string) => boolean): Facts {
  const { table, verdict, funding, shells } = mission;
  const last = table.labels.length - 1;
  const fleet = fleetRows(table, inOrbit);
  const satellites = total(table, 'inService', inOrbit);
  const carried = weightedMean(table, 'deliverableShare', 'offeredDown_bps', fleet);
  const costs = headlineSeries({ table, shells, inOrbit, mankindAtEnd: null });
  return {
    last,
    milestones: milestones({ table, verdict, funding, inOrbit }),
    launches: peakOf(total(table, 'launches')),
    launchMass: total(table, 'launchMass_kg'),
    power: peakOf(total(table, 'powerToCompute_W', fleet)),
    granted: weightedMean(table, 'powerShare', 'powerToCompute_W', fleet),
    carried: leastOf(carried?.map((share, month) => ((satellites?.[month] ?? 0) >= 1 ? share : Number.NaN))),
    capacity: at(total(table, 'downCapacity_bps'), last),
    tokens: at(total(table, 'tokens_perS'), last),
    bound: boundOf(spans(passOf(verdict, funding)?.binding ?? [], table.labels)),
    orbitCost: at(costs.orbit_USDperPFLOPday, last),
    groundCost: at(costs.ground_USDperPFLOPday, last),
  };
}

function peakOf(series: Series | undefined): Point {
  let best: Point = { month: 0, value: 0 };
  series?.forEach((value, month) => {
    if (value > best.value) best = { month, value };
  });
  return best;
}

function leastOf(series: Series | undefined): Point | undefined {
  let least: Point | undefined;
  series?.forEach((value, month) => {
    if (Number.isFinite(value) && value < (least?.value ?? Number.POSITIVE_INFINITY))
      least = { month, value };
  });
  return least;
}

export function boundOf(all: ReturnType<typeof spans>): Bound | undefined {
  const months = new Map<ConstraintName, number>();
  for (const { first, last, constraint } of all) {
    months.set(constraint, (months.get(constraint) ?? 0) + last - first + 1);
  }
  const [most] = [...months].sort(([, left], [, right]) => right - left);
  if (!most) return undefined;
  const longest = all
    .filter(({ constraint }) => constraint === most[0])
    .sort((left, right) => right.last - right.first - (left.last - left.first))[0];
  return { constraint: most[0], months: most[1], changes: all.length - 1, first: longest?.first ?? 0 };
}
