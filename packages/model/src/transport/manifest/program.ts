import { type Program, ProgramBuilder } from '@kardashev/kernels/numeric/program.ts';
import {
  type Delivery,
  type Flight,
  type ManifestProblem,
  type Planes,
  planesOf,
  type Stop,
} from './problem.ts';

/** Launches of a batch that go to a plane first: a variable, and those of the satellites on them. */
interface Choice {
  readonly batch: number;
  /** Index of the plane among all. */
  readonly first: number;
  readonly shell: number;
  readonly load: number;
  readonly launches: number;
  readonly satellites: readonly { readonly variable: number; readonly stop: Stop }[];
}

/** The manifest as a mixed-integer program. */
export interface ManifestProgram {
  readonly program: Program;
  readonly choices: readonly Choice[];
  /** By design and batch: satellites built and not yet launched. */
  readonly ready: readonly (readonly number[])[];
  /** By plane: launches that go there first, over all batches; none in a relaxation. */
  readonly totals: readonly number[];
}

/**
 * Variables: launches by batch and first plane, satellites by these and the plane they wait for, and satellites
 * left over by plane. Launches of a batch are alike, so that no solution is there twice under other names. Rows:
 * satellites fit their launches; launches fit their batch; planes are filled; designs are not launched before
 * they are built. `whole: false` gives its relaxation.
 */
export function manifestProgram(problem: ManifestProblem, whole = true): ManifestProgram {
  const planes = planesOf(problem);
  const builder = new ProgramBuilder();
  const choices: Choice[] = [];
  const filling: [number, number][][] = [...planes.need].map((need) => [
    [builder.variable(problem.unplaced_d, need, false), 1],
  ]);
  for (const [b, batch] of problem.batches.entries()) {
    const flown: [number, number][] = [];
    for (let plane = 0; plane < planes.need.length; plane++) {
      const shell = planes.shell[plane]!;
      const load = batch.loads[shell]!;
      const stops = planes.stops[plane]!;
      if (load === 0 || stops.length === 0) continue;
      const arrival_d = batch.day_d + problem.shells[shell]!.placing_d;
      const launches = builder.variable(problem.launchWorth_d, batch.launches, whole);
      const satellites = stops.map((stop) => {
        const most = Math.min(planes.need[stop.plane]!, load * batch.launches);
        const variable = builder.variable(arrival_d + stop.wait_d, most, false);
        filling[stop.plane]!.push([variable, 1]);
        return { variable, stop };
      });
      builder.row(-Infinity, 0, [
        ...satellites.map(({ variable }) => [variable, 1] as const),
        [launches, -load],
      ]);
      flown.push([launches, 1]);
      choices.push({ batch: b, first: plane, shell, load, launches, satellites });
    }
    if (flown.length > 0) builder.row(-Infinity, batch.launches, flown);
  }
  filling.forEach((entries, plane) => {
    builder.row(planes.need[plane]!, planes.need[plane]!, entries);
  });
  const ready = limitToBuilt(problem, builder, choices);
  const totals = whole ? addCuts(problem, planes, builder, choices) : [];
  return { program: builder.build(), choices, ready, totals };
}

/**
 * Rows that every whole solution meets and its relaxation would not: planes that stand together need at least as
 * many launches as their satellites fill, less one for each satellite left over. They count launches by first
 * plane over all batches, in variables of their own, so that they stay short.
 */
function addCuts(
  problem: ManifestProblem,
  planes: Planes,
  builder: ProgramBuilder,
  choices: readonly Choice[],
): number[] {
  const totals = Array.from(planes.need, () => builder.variable(0, Infinity, false));
  const sums = totals.map((total): [number, number][] => [[total, -1]]);
  for (const { first, launches } of choices) sums[first]!.push([launches, 1]);
  for (const sum of sums) builder.row(0, 0, sum);
  for (const [shell, order] of planes.order.entries()) {
    const load = Math.max(1, ...problem.batches.map(({ loads }) => loads[shell]!));
    const sizes = new Set([...cutSizes.filter((size) => size < order.length), order.length]);
    for (const size of sizes) {
      for (let at = 0; at < (size === order.length ? 1 : order.length); at++) {
        const group = Array.from({ length: size }, (_, step) => order[(at + step) % order.length]!);
        const satellites = group.reduce((sum, plane) => sum + planes.need[plane]!, 0);
        const firsts = order.filter((plane) =>
          planes.stops[plane]!.some((stop) => group.includes(stop.plane)),
        );
        builder.row(Math.ceil(satellites / load), Infinity, [
          ...group.map((plane) => [plane, 1] as const),
          ...firsts.map((plane) => [totals[plane]!, 1] as const),
        ]);
      }
    }
  }
  return totals;
}

/** Planes in these rows, beside the row of the whole shell. */
const cutSizes = [1, 2, 3, 4];

/** Designs are not launched before they are built: what is ready is handed on from batch to batch. */
function limitToBuilt(
  problem: ManifestProblem,
  builder: ProgramBuilder,
  choices: readonly Choice[],
): number[][] {
  const designs = problem.batches[0]?.built.length ?? 0;
  return Array.from({ length: designs }, (_, design) => {
    let before: number | undefined;
    let built = 0;
    return problem.batches.map((batch, b) => {
      const ready = builder.variable(0, Infinity, false);
      const launched = choices
        .filter((choice) => choice.batch === b && problem.shells[choice.shell]!.design === design)
        .flatMap(({ satellites }) => satellites.map(({ variable }) => [variable, 1] as const));
      const fresh = batch.built[design]! - built;
      const from = before === undefined ? [] : [[before, -1] as const];
      builder.row(fresh, fresh, [[ready, 1], ...launched, ...from]);
      before = ready;
      built = batch.built[design]!;
      return ready;
    });
  });
}

/** Variables that stand for a manifest: where the search begins. */
export function startOf(
  problem: ManifestProblem,
  { program, choices, ready, totals }: ManifestProgram,
  flights: readonly Flight[],
): Float64Array {
  const values = new Float64Array(program.cost.length);
  values.set(planesOf(problem).need);
  const add = (variable: number, amount: number): void => {
    values[variable] = values[variable]! + amount;
  };
  const byKey = new Map(choices.map((choice) => [`${choice.batch}/${choice.first}`, choice]));
  const launched = problem.batches.map(() => ready.map(() => 0));
  for (const { batch, shell, deliveries } of flights) {
    const choice = byKey.get(`${batch}/${deliveries[0]!.plane}`)!;
    const { design } = problem.shells[shell]!;
    add(choice.launches, 1);
    if (totals.length > 0) add(totals[choice.first]!, 1);
    for (const { plane, satellites } of deliveries) {
      add(choice.satellites.find(({ stop }) => stop.plane === plane)!.variable, satellites);
      add(plane, -satellites);
      launched[batch]![design] = launched[batch]![design]! + satellites;
    }
  }
  for (const [design, variables] of ready.entries()) {
    let sent = 0;
    for (const [b, variable] of variables.entries()) {
      sent += launched[b]![design]!;
      values[variable] = problem.batches[b]!.built[design]! - sent;
    }
  }
  return values;
}

/** The flights that a solution stands for: launches of a choice are filled one after another, in order of drift. */
export function flightsOf({ choices }: ManifestProgram, values: Float64Array): Flight[] {
  const flights: Flight[] = [];
  for (const { batch, shell, load, launches, satellites } of choices) {
    const rest = satellites.map(({ variable, stop }) => ({ stop, left: Math.round(values[variable]!) }));
    for (let launch = 0; launch < Math.round(values[launches]!); launch++) {
      const deliveries = take(rest, load);
      if (deliveries.length > 0) flights.push({ batch, shell, deliveries });
    }
  }
  return flights;
}

function take(rest: { readonly stop: Stop; left: number }[], load: number): Delivery[] {
  const deliveries: Delivery[] = [];
  let free = load;
  for (const entry of rest) {
    const satellites = Math.min(free, entry.left);
    if (satellites === 0) continue;
    deliveries.push({ ...entry.stop, satellites });
    entry.left -= satellites;
    free -= satellites;
  }
  return deliveries;
}
