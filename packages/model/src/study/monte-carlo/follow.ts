import { rooms } from '../../engine/rooms.ts';
import { tableRequests } from '../../engine/run.ts';
import { planSchema } from '../../engine/schema.ts';
import type { Axis, TableRequest } from '../../flows/table.ts';
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
