import { wait_s } from './drift.ts';

/** A shell as the manifest fills it. Times in days. */
export interface ShellNeed {
  readonly name: string;
  readonly design: number;
  /** Nodes of its planes, in axes that turn with the shell. */
  readonly nodes_rad: readonly number[];
  /** Satellites that each plane still needs. */
  readonly need: readonly number[];
  readonly apart_radperS: number;
  /** From launch to the first plane: checks and climb. */
  readonly placing_d: number;
}

/** Launches that differ in nothing that the choice depends on: one month, one vehicle, pads that reach the same. */
export interface Batch {
  /** Days since the plan's start at which its launches count. */
  readonly day_d: number;
  readonly launches: number;
  /** Satellites in a launch, by shell; 0 where the shell is out of reach. */
  readonly loads: readonly number[];
  /** Satellites of each design that have been built by then, all together. */
  readonly built: readonly number[];
}

export interface ManifestProblem {
  readonly shells: readonly ShellNeed[];
  /** In order of time. */
  readonly batches: readonly Batch[];
  readonly driftLongest_d: number;
  readonly planesPerLaunch: number;
  readonly launchWorth_d: number;
  /** Days counted for a satellite that no launch takes. */
  readonly unplaced_d: number;
}

/** A plane that a launch fills, in its turn, and how long its satellites wait for it. */
export interface Stop {
  readonly plane: number;
  readonly wait_d: number;
}

/** All planes as one list, and for each the stops of a launch that goes there first. */
export interface Planes {
  readonly shell: Int32Array;
  readonly need: Int32Array;
  /** Index of the first plane of each shell. */
  readonly first: readonly number[];
  /** The planes in need of each shell in the order in which they drift by, from the one after the widest gap. */
  readonly order: readonly (readonly number[])[];
  readonly stops: readonly (readonly Stop[])[];
}

const day_s = 86_400;

export function planesOf({ shells, driftLongest_d, planesPerLaunch }: ManifestProblem): Planes {
  const shell: number[] = [];
  const need: number[] = [];
  const first: number[] = [];
  const stops: Stop[][] = [];
  const orders: number[][] = [];
  for (const [index, of] of shells.entries()) {
    const start = shell.length;
    const order = orderOf(of);
    first.push(start);
    orders.push(order.map((plane) => start + plane));
    shell.push(...of.need.map(() => index));
    need.push(...of.need);
    stops.push(...stopsOf(of, order, start, driftLongest_d, planesPerLaunch));
  }
  return { shell: Int32Array.from(shell), need: Int32Array.from(need), first, order: orders, stops };
}

function orderOf({ nodes_rad, need, apart_radperS }: ShellNeed): number[] {
  const apart = apart_radperS || 1;
  const order = nodes_rad
    .map((node_rad, plane) => ({ plane, ahead_s: wait_s(nodes_rad[0]!, node_rad, apart) }))
    .filter(({ plane }) => need[plane]! > 0)
    .sort((a, b) => a.ahead_s - b.ahead_s || a.plane - b.plane)
    .map(({ plane }) => plane);
  const gap_s = (at: number): number => wait_s(nodes_rad[order.at(at - 1)!]!, nodes_rad[order[at]!]!, apart);
  let widest = 0;
  // Gaps of a regular shell differ in their last digits only: those are no reason to begin elsewhere.
  for (let at = 1; at < order.length; at++) if (gap_s(at) > gap_s(widest) * (1 + 1e-9)) widest = at;
  return [...order.slice(widest), ...order.slice(0, widest)];
}

/** The planes that drift by after each plane, in their order; those that need nothing are passed over. */
function stopsOf(
  { nodes_rad, apart_radperS }: ShellNeed,
  order: readonly number[],
  start: number,
  longest_d: number,
  most: number,
): Stop[][] {
  const place = new Map(order.map((plane, at) => [plane, at]));
  return nodes_rad.map((node_rad, plane) => {
    const at = place.get(plane);
    if (at === undefined) return [];
    const stops: Stop[] = [];
    for (let step = 0; step < Math.min(most, order.length); step++) {
      const next = order[(at + step) % order.length]!;
      const wait_d = wait_s(node_rad, nodes_rad[next]!, apart_radperS) / day_s;
      if (wait_d > longest_d) break;
      stops.push({ plane: start + next, wait_d });
    }
    return stops;
  });
}

/** What a launch brings to one plane. */
export interface Delivery {
  readonly plane: number;
  readonly satellites: number;
  readonly wait_d: number;
}

/** One launch of a batch, and where its satellites go. */
export interface Flight {
  readonly batch: number;
  readonly shell: number;
  readonly deliveries: readonly Delivery[];
}

/**
 * What a manifest costs, in days of service of one satellite that are lost: until satellites reach their planes,
 * for each launch, and for those that are left over.
 */
export function costOf_d(problem: ManifestProblem, flights: readonly Flight[]): number {
  let placed = 0;
  let cost_d = flights.length * problem.launchWorth_d;
  for (const { batch, shell, deliveries } of flights) {
    const arrival_d = problem.batches[batch]!.day_d + problem.shells[shell]!.placing_d;
    for (const { satellites, wait_d } of deliveries) {
      placed += satellites;
      cost_d += satellites * (arrival_d + wait_d);
    }
  }
  return cost_d + (needed(problem) - placed) * problem.unplaced_d;
}

export function needed({ shells }: ManifestProblem): number {
  return shells.reduce((sum, { need }) => sum + need.reduce((a, b) => a + b, 0), 0);
}
