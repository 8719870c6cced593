import { Refinement } from '@kardashev/kernels/numeric/refinement.ts';
import type { ResponseTable } from '../../flows/table.ts';
import { present } from '../../outcome/invariant.ts';
import { type Assumption, valueAt } from './assumption.ts';
import { type Probe, sides } from './follow.ts';

/** What one assumption does to one table, on the coarse grid. */
interface Term {
  readonly place: number;
  /** Differences from the plan's own at the low and at the high side. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A table that follows assumptions. */
interface Moving {
  readonly base: ResponseTable;
  readonly sample: ResponseTable;
  readonly terms: readonly Term[];
  /** Sum of what a sample's assumptions do, on the coarse grid. */
  readonly sum: Float64Array;
  readonly refine: Refinement;
}

/** Tables of a sample: the plan's own, and what its assumptions add to them. */
export class Follower {
  readonly #tables: ReadonlyMap<string, ResponseTable>;
  readonly #moving: readonly Moving[];
  readonly #sides: readonly (readonly [number, number])[];
  readonly #towards: Float64Array;
  readonly #assumptions: readonly Assumption[];

  /** `filled` are the tables of `probesOf`, in its order; `assumptions` all of the study. */
  constructor(
    base: ReadonlyMap<string, ResponseTable>,
    probes: readonly Probe[],
    filled: readonly ResponseTable[],
    assumptions: readonly Assumption[],
  ) {
    this.#assumptions = assumptions;
    this.#sides = assumptions.map((one) => [valueAt(one, sides[0]), valueAt(one, sides[1])] as const);
    this.#towards = new Float64Array(assumptions.length);
    this.#moving = movingOf(base, probes, filled, assumptions);
    const moving = new Map(this.#moving.map(({ base: { request }, sample }) => [request.name, sample]));
    this.#tables = new Map([...base].map(([name, table]) => [name, moving.get(name) ?? table]));
  }

  /** Tables at values of all assumptions: valid until the next are asked for. */
  at(values: ArrayLike<number>): ReadonlyMap<string, ResponseTable> {
    for (const [place, { centre }] of this.#assumptions.entries()) {
      const [low, high] = this.#sides[place] as readonly [number, number];
      this.#towards[place] = towards(values[place] as number, low, centre, high);
    }
    for (const { base, sample, terms, sum, refine } of this.#moving) {
      sum.fill(0);
      for (const { place, low, high } of terms) {
        const way = this.#towards[place] as number;
        if (way !== 0) add(sum, way < 0 ? low : high, Math.abs(way));
      }
      sample.values.set(base.values);
      refine.addTo(sample.values, sum);
    }
    return this.#tables;
  }
}

function add(into: Float64Array, difference: Float64Array, weight: number): void {
  for (let index = 0; index < into.length; index++) {
    into[index] = (into[index] as number) + weight * (difference[index] as number);
  }
}

/**
 * How far a value lies from the plan's towards its low (negative) or high side: −1 and 1 at the sides themselves, beyond
 * them further on along the same line.
 */
function towards(value: number, low: number, centre: number, high: number): number {
  if (value < centre) return low < centre ? -(centre - value) / (centre - low) : 0;
  return high > centre ? (value - centre) / (high - centre) : 0;
}

/** Probes of one table. */
interface Filled {
  own?: ResponseTable;
  /** By assumption: at its low and its high side. */
  readonly sides: Map<string, (ResponseTable | undefined)[]>;
}

function movingOf(
  base: ReadonlyMap<string, ResponseTable>,
  probes: readonly Probe[],
  filled: readonly ResponseTable[],
  assumptions: readonly Assumption[],
): Moving[] {
  const tables = new Map<
    string,
    { own?: ResponseTable; sides: Map<string, (ResponseTable | undefined)[]> }
  >();
  for (const [index, { assumption, side, table }] of probes.entries()) {
    const probe = present(filled[index], 'every probe is filled');
    const entry: Filled = tables.get(table) ?? { sides: new Map() };
    tables.set(table, entry);
    if (side === undefined) entry.own = probe;
    else {
      const both = entry.sides.get(assumption) ?? [];
      both[side] = probe;
      entry.sides.set(assumption, both);
    }
  }
  return [...tables].flatMap(([name, { own, sides: moved }]): Moving[] => {
    if (moved.size === 0) return [];
    const table = present(base.get(name), name);
    const centre = present(own, `${name} has a probe at the plan's values`);
    const terms = [...moved].map(([assumption, [low, high]]): Term => {
      const place = assumptions.findIndex(({ id }) => id === assumption);
      return { place, low: difference(low, centre), high: difference(high, centre) };
    });
    const sample = { ...table, values: table.values.slice() };
    const sum = new Float64Array(centre.values.length);
    return [{ base: table, sample, terms, sum, refine: refinementOf(centre, table) }];
  });
}

/** Where a table has no number, neither side can be gone to. */
function difference(side: ResponseTable | undefined, { values }: ResponseTable): Float64Array {
  return values.map((value, index) => {
    const off = side ? (side.values[index] as number) - value : 0;
    return Number.isFinite(off) ? off : 0;
  });
}

function refinementOf(coarse: ResponseTable, fine: ResponseTable): Refinement {
  const axesOf = ({ request }: ResponseTable) => request.axes.map(({ points }) => points);
  return new Refinement(axesOf(coarse), axesOf(fine), fine.request.outputs.length);
}
