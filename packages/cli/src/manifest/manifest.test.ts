import { ProgramBuilder } from '@kardashev/kernels/numeric/program.ts';
import { planFlights, relaxedBound_d } from '@kardashev/model/transport/manifest/plan-flights.ts';
import type { ManifestProblem } from '@kardashev/model/transport/manifest/problem.ts';
import { describe, expect, it } from 'vitest';
import { highsSolver } from '../highs-solver.ts';

const solver = await highsSolver();

/** Planes evenly spread, `each` in need of as many satellites, half a degree of drift a day. */
function problemOf(planes: number, each: number, load: number, months: number): ManifestProblem {
  return {
    shells: [
      {
        name: 'shell',
        design: 0,
        nodes_rad: Array.from({ length: planes }, (_, plane) => (2 * Math.PI * plane) / planes),
        need: Array.from({ length: planes }, () => each),
        apart_radperS: -1e-7,
        placing_d: 40,
      },
    ],
    batches: Array.from({ length: months }, (_, month) => ({
      day_d: 30 * month + 15,
      launches: 2,
      loads: [load],
      built: [Math.floor((month + 1) * 2 * load * 0.8)],
    })),
    driftLongest_d: 90,
    planesPerLaunch: 3,
    launchWorth_d: 18_000,
    unplaced_d: 30 * months + 18_200,
  };
}

describe('HiGHS', () => {
  it('solves a knapsack whose relaxation is not whole', () => {
    const builder = new ProgramBuilder();
    const items = [60, 100, 120].map((worth) => builder.variable(-worth, 1, true));
    builder.row(-Infinity, 50, [
      [items[0]!, 10],
      [items[1]!, 20],
      [items[2]!, 30],
    ]);
    const { values, bound } = solver.solve(builder.build(), { relativeGap: 0, nodes: 1000 });
    expect([...values!].map(Math.round)).toEqual([0, 1, 1]);
    expect(bound).toBeCloseTo(-220, 6);
  });
});

const small: [number, number, number, number][] = [
  [4, 10, 20, 8],
  [6, 33, 20, 12],
  [9, 7, 20, 10],
  [10, 25, 45, 10],
];

describe('the launch manifest', () => {
  it.each(small)(
    '%i planes of %i, loads of %i, %i months: heuristic within a twentieth of the bound',
    (...args) => {
      const problem = problemOf(...args);
      const planned = planFlights(problem, solver, { relativeGap: 0.001, nodes: 30, mipPlanes: 50 });
      expect(planned.boundOf).toBe('mip');
      expect(planned.cost_d).toBeLessThanOrEqual(planned.heuristic_d);
      expect(planned.cost_d).toBeGreaterThanOrEqual(planned.bound_d * (1 - 1e-9));
      expect(planned.heuristic_d / planned.bound_d).toBeLessThan(1.05);
      // The relaxation that larger plans are measured by is a bound too, and no better one.
      const relaxed = relaxedBound_d(problem, solver);
      expect(relaxed).toBeLessThanOrEqual(planned.bound_d * (1 + 1e-6));
    },
  );

  it('is worth solving: 33 a plane by twenties, and the solver finds what the heuristic misses', () => {
    const problem = problemOf(6, 33, 20, 12);
    const planned = planFlights(problem, solver, { relativeGap: 0.001, nodes: 30, mipPlanes: 50 });
    expect(planned.method).toBe('mip');
    expect(planned.cost_d).toBeLessThan(planned.heuristic_d);
  });

  it('is the same twice', () => {
    const run = () =>
      planFlights(problemOf(6, 33, 20, 12), solver, { relativeGap: 0.001, nodes: 50, mipPlanes: 50 });
    expect(run()).toEqual(run());
  });

  it('takes the heuristic where there are too many planes, and says against which bound', () => {
    const planned = planFlights(problemOf(12, 25, 45, 10), solver, {
      relativeGap: 0.01,
      nodes: 1,
      mipPlanes: 10,
    });
    expect(planned).toMatchObject({ method: 'heuristic', boundOf: 'relaxation' });
    expect(planned.cost_d).toBeGreaterThanOrEqual(planned.bound_d);
  });
});
