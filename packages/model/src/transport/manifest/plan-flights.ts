import type { Limits, Solver } from '@kardashev/kernels/numeric/program.ts';
import { greedyManifest } from './greedy.ts';
import { costOf_d, type Flight, type ManifestProblem, needed } from './problem.ts';
import { flightsOf, manifestProgram, startOf } from './program.ts';

/** Flights with how good they are proven to be. */
export interface PlannedFlights {
  readonly flights: readonly Flight[];
  readonly method: 'mip' | 'heuristic';
  readonly cost_d: number;
  /** What the heuristic's manifest costs: the same where it is the one taken. */
  readonly heuristic_d: number;
  /** No manifest costs less. */
  readonly bound_d: number;
  /** What the bound is of: the program itself, or its relaxation with the planes of each shell as one. */
  readonly boundOf: 'mip' | 'relaxation';
}

export interface PlanOptions extends Omit<Limits, 'first'> {
  /** Planes in need up to which the program is solved; beyond, the heuristic's manifest is taken. */
  readonly mipPlanes: number;
}

/** The heuristic's manifest, and where the program can be solved, what the solver makes of it. */
export function planFlights(problem: ManifestProblem, solver: Solver, options: PlanOptions): PlannedFlights {
  const tried = (['best', 'sweep'] as const).map((choice) => greedyManifest(problem, choice));
  const [best, sweep] = tried.map((flights) => costOf_d(problem, flights)) as [number, number];
  const heuristic = tried[sweep <= best ? 1 : 0]!;
  const heuristic_d = Math.min(best, sweep);
  const taken = { flights: heuristic, method: 'heuristic' as const, cost_d: heuristic_d, heuristic_d };
  const planes = problem.shells.reduce((sum, { need }) => sum + need.filter((n) => n > 0).length, 0);
  if (planes === 0 || planes > options.mipPlanes) {
    return { ...taken, bound_d: relaxedBound_d(problem, solver), boundOf: 'relaxation' };
  }
  const until = shortened(problem, heuristic);
  const asked = manifestProgram(until);
  const first = startOf(until, asked, heuristic);
  const { values, bound } = solver.solve(asked.program, { ...options, first });
  const bound_d = bound;
  const flights = values ? flightsOf(asked, values) : heuristic;
  const cost_d = costOf_d(problem, flights);
  return cost_d < heuristic_d
    ? { flights, method: 'mip', cost_d, heuristic_d, bound_d, boundOf: 'mip' }
    : { ...taken, bound_d, boundOf: 'mip' };
}

/**
 * Without the batches that no best manifest needs: where the heuristic places everything, a satellite launched so
 * late that it alone costs more than the whole of the heuristic's manifest cannot be in a better one. A cheaper
 * cut: batches after all is placed and then as long again as the longest wait.
 */
function shortened(problem: ManifestProblem, heuristic: readonly Flight[]): ManifestProblem {
  const placed = heuristic.reduce(
    (sum, { deliveries }) => sum + deliveries.reduce((of, { satellites }) => of + satellites, 0),
    0,
  );
  if (placed < needed(problem)) return problem;
  const last_d = Math.max(0, ...heuristic.map(({ batch }) => problem.batches[batch]!.day_d));
  const until_d = last_d + problem.driftLongest_d;
  return { ...problem, batches: problem.batches.filter(({ day_d }) => day_d <= until_d) };
}

/** Bound by the linear relaxation with all planes of a shell as one plane that no launch waits for. */
export function relaxedBound_d(problem: ManifestProblem, solver: Solver): number {
  const lumped: ManifestProblem = {
    ...problem,
    shells: problem.shells.map((shell) => ({
      ...shell,
      nodes_rad: [0],
      need: [shell.need.reduce((a, b) => a + b, 0)],
    })),
  };
  return solver.solve(manifestProgram(lumped, false).program, { relativeGap: 0, nodes: 0 }).bound;
}
