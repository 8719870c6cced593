import { interpolateGrid } from '@kardashev/kernels/numeric/grid.ts';
import { rooms } from '../../engine/rooms.ts';
import { tableRequests } from '../../engine/run.ts';
import { planSchema } from '../../engine/schema.ts';
import type { Axis, ResponseTable, TableRequest } from '../../flows/table.ts';
import { present } from '../../outcome/invariant.ts';
import type { ResolvedPlan } from '../../plan/resolved.ts';
import { attributeAt } from '../../plan/schema.ts';
import { type Assumption, valueAt } from './assumption.ts';
import { withValues } from './draw.ts';

/**
 * How response tables follow a sample's assumptions. To fill them anew takes a hundred times as long as the months
 * themselves. So tables of models whose answers bend little (`smooth`) are expanded about the plan's own: on a coarse grid
 * each assumption is moved alone to its 5th and 95th percentile, and a sample adds up the differences. Assumptions under
 * other tables are held at the plan's value. What both leave out is measured on samples with tables filled exactly.
 */
export const sides = [0.05, 0.95] as const;

/** Which assumptions tables depend on, and how each can be followed. */
export interface Following {
  readonly expanded: readonly string[];
  readonly held: readonly string[];
}

/** Finds what tables depend on by comparing requests: of halves of the assumptions, then of halves of these. */
export function followingOf(plan: ResolvedPlan, assumptions: readonly Assumption[]): Following {
  const base = requestsOf(plan);
  const changedBy = (moved: readonly Assumption[]): TableRequest[] =>
    changedOf(base, requestsOf(withValues(plan, moved, moved.map(moveOf))));
  const search = (among: readonly Assumption[]): Assumption[] => {
    if (among.length === 0 || changedBy(among).length === 0) return [];
    if (among.length === 1) return [...among];
    const middle = among.length >> 1;
    return [...search(among.slice(0, middle)), ...search(among.slice(middle))];
  };
  const expanded: string[] = [];
  const held: string[] = [];
  for (const assumption of search(assumptions.filter(({ paths }) => paths.some(mayReachTables)))) {
    const follows = changedBy([assumption]).every(
      (request) => isSmooth(request) && sameShape(request, base.get(request.name)),
    );
    (follows ? expanded : held).push(assumption.id);
  }
  return { expanded, held };
}

/** A value that is not the plan's own. */
function moveOf(assumption: Assumption): number {
  const high = valueAt(assumption, sides[1]);
  return high === assumption.centre ? valueAt(assumption, sides[0]) : high;
}

/** Rooms without tables of their own need not be asked. */
function mayReachTables(path: string): boolean {
  const readers = attributeAt(planSchema, path)?.rooms ?? [];
  const withTables = rooms.filter((room) => room.tables).map((room) => room.name);
  return readers.some((room) => room === 'plan' || withTables.includes(room));
}

const isSmooth = (request: TableRequest): boolean =>
  rooms.some((room) => room.fastModels?.[request.model]?.smooth === true);

type Requests = ReadonlyMap<string, TableRequest>;

function requestsOf(plan: ResolvedPlan): Requests {
  const requests = tableRequests(plan);
  return new Map(requests.ok ? requests.value.map((request) => [request.name, request]) : []);
}

function changedOf(base: Requests, moved: Requests): TableRequest[] {
  return [...moved.values()].filter((request) => {
    const own = base.get(request.name);
    return own === undefined || !sameParameters(own, request) || !sameShape(own, request);
  });
}

/** Parameters decide nearly always, and are far quicker compared than hashed. */
function sameParameters(left: TableRequest, right: TableRequest): boolean {
  const names = Object.keys(left.parameters);
  return (
    names.length === Object.keys(right.parameters).length &&
    names.every((name) => left.parameters[name] === right.parameters[name])
  );
}

function sameShape(left: TableRequest, right: TableRequest | undefined): boolean {
  if (right === undefined || left.model !== right.model) return false;
  return left.axes.every((axis, index) => {
    const other = right.axes[index];
    return other?.points.length === axis.points.length && axis.points.every((x, k) => x === other.points[k]);
  });
}

/** A table on a coarse grid that shows what one assumption does to it. */
export interface Probe {
  readonly assumption: string;
  /** Index of `sides`; undefined for the plan's own value, which the others are held against. */
  readonly side?: number;
  readonly table: string;
  readonly request: TableRequest;
}

/** Coarse tables that an expansion needs, the plan's own first. */
export function probesOf(plan: ResolvedPlan, expanded: readonly Assumption[]): Probe[] {
  const base = requestsOf(plan);
  const own = [...base.values()].filter(isSmooth).map((request): Probe => {
    return { assumption: '', table: request.name, request: coarse(request) };
  });
  const moved = expanded.flatMap((assumption) =>
    sides.flatMap((at, side) => {
      const requests = requestsOf(withValues(plan, [assumption], [valueAt(assumption, at)]));
      return changedOf(base, requests).map((request): Probe => {
        return { assumption: assumption.id, side, table: request.name, request: coarse(request) };
      });
    }),
  );
  return [...own, ...moved];
}

function coarse(request: TableRequest): TableRequest {
  return { ...request, axes: request.axes.map(coarseAxis) };
}

function coarseAxis({ name, points }: Axis): Axis {
  const count = Math.max(2, Math.ceil(points.length / 4));
  const pick = (index: number): number =>
    points[Math.round((index * (points.length - 1)) / (count - 1))] as number;
  return {
    name,
    points: points.length <= 2 ? points : Float64Array.from({ length: count }, (_, k) => pick(k)),
  };
}

interface Term {
  readonly place: number;
  readonly table: string;
  /** Full-grid differences from the plan's own table at the low and at the high side. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Tables of a sample: the plan's own, and what its assumptions add to them. */
export class Follower {
  readonly #base: ReadonlyMap<string, ResponseTable>;
  readonly #sample: ReadonlyMap<string, ResponseTable>;
  readonly #terms: readonly Term[];

  /** `filled` are the tables of `probesOf`, in its order; `assumptions` all of the study. */
  constructor(
    base: ReadonlyMap<string, ResponseTable>,
    probes: readonly Probe[],
    filled: readonly ResponseTable[],
    assumptions: readonly Assumption[],
  ) {
    this.#base = base;
    this.#terms = termsOf(base, probes, filled, assumptions);
    const moving = new Set(this.#terms.map(({ table }) => table));
    this.#sample = new Map(
      [...base].map(([name, table]) => [
        name,
        moving.has(name) ? { ...table, values: table.values.slice() } : table,
      ]),
    );
  }

  /** Tables at a point: valid until the next is asked for. */
  at(point: ArrayLike<number>): ReadonlyMap<string, ResponseTable> {
    if (this.#terms.length === 0) return this.#base;
    for (const { table } of this.#terms) {
      (this.#sample.get(table) as ResponseTable).values.set((this.#base.get(table) as ResponseTable).values);
    }
    for (const { place, table, low, high } of this.#terms) {
      const value = point[place] as number;
      if (value === 0) continue;
      add((this.#sample.get(table) as ResponseTable).values, value < 0 ? low : high, Math.abs(value));
    }
    return this.#sample;
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
export function towards(assumption: Assumption, value: number): number {
  const [low, high] = sides.map((side) => valueAt(assumption, side)) as [number, number];
  const { centre } = assumption;
  if (value < centre) return low < centre ? -(centre - value) / (centre - low) : 0;
  return high > centre ? (value - centre) / (high - centre) : 0;
}

function termsOf(
  base: ReadonlyMap<string, ResponseTable>,
  probes: readonly Probe[],
  filled: readonly ResponseTable[],
  assumptions: readonly Assumption[],
): Term[] {
  const own = new Map<string, Float64Array>();
  const moved = new Map<string, { place: number; table: string; sides: Float64Array[] }>();
  for (const [index, { assumption, side, table }] of probes.entries()) {
    const full = refined(present(filled[index], 'every probe is filled'), present(base.get(table), table));
    if (side === undefined) own.set(table, full);
    else {
      const key = `${assumption} ${table}`;
      const place = assumptions.findIndex(({ id }) => id === assumption);
      const term = moved.get(key) ?? { place, table, sides: [] };
      term.sides[side] = full;
      moved.set(key, term);
    }
  }
  return [...moved.values()].map(({ place, table, sides: [low, high] }): Term => {
    const centre = own.get(table) as Float64Array;
    const difference = (at: Float64Array | undefined): Float64Array =>
      centre.map((value, index) => finite(at ? (at[index] as number) - value : 0));
    return { place, table, low: difference(low), high: difference(high) };
  });
}

/** Where a table has no number, neither side can be gone to. */
const finite = (difference: number): number => (Number.isFinite(difference) ? difference : 0);

/** A coarse table on the grid of a fine one. */
function refined(table: ResponseTable, fine: ResponseTable): Float64Array {
  const axes = table.request.axes.map(({ points }) => points);
  const fineAxes = fine.request.axes.map(({ points }) => points);
  const outputs = fine.request.outputs.length;
  const out = new Float64Array(fine.values.length);
  const at = new Float64Array(axes.length);
  for (let row = 0; row * outputs < out.length; row++) {
    let rest = row;
    for (let axis = fineAxes.length - 1; axis >= 0; axis--) {
      const points = fineAxes[axis] as Float64Array;
      at[axis] = points[rest % points.length] as number;
      rest = Math.floor(rest / points.length);
    }
    interpolateGrid(axes, table.values, outputs, at, out, row * outputs);
  }
  return out;
}
