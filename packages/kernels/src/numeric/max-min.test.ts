import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxMinRates, type SharedResources, satisfied } from './max-min.ts';

interface Flow {
  readonly over: readonly number[];
  readonly weight?: number;
  readonly demand?: number;
  readonly use?: number;
}

function shared(capacity: readonly number[], flows: readonly Flow[]): SharedResources {
  const first = [0];
  for (const { over } of flows) first.push(first.at(-1)! + over.length);
  return {
    capacity: Float64Array.from(capacity),
    weight: Float64Array.from(flows, ({ weight = 1 }) => weight),
    demand: Float64Array.from(flows, ({ demand = Infinity }) => demand),
    first: Int32Array.from(first),
    resource: Int32Array.from(flows.flatMap(({ over }) => over)),
    use: Float64Array.from(flows.flatMap(({ over, use = 1 }) => over.map(() => use))),
  };
}

function solve(capacity: readonly number[], flows: readonly Flow[]) {
  const rate = new Float64Array(flows.length);
  const heldBy = new Int32Array(flows.length);
  maxMinRates(shared(capacity, flows), rate, heldBy);
  return { rate: [...rate], heldBy: [...heldBy] };
}

describe('max–min fair rates', () => {
  it("are those of the textbook's line: four links, the crowded one first", () => {
    // Bertsekas and Gallager, figure 6.16: unit links; three sessions on the second, one of them over all.
    const { rate, heldBy } = solve(
      [1, 1, 1, 1],
      [{ over: [0, 1, 2, 3] }, { over: [1] }, { over: [1] }, { over: [0] }, { over: [3] }],
    );
    expect(rate[0]).toBeCloseTo(1 / 3, 12);
    expect(rate[3]).toBeCloseTo(2 / 3, 12);
    expect(heldBy.slice(0, 4)).toEqual([1, 1, 1, 0]);
  });

  it('give a small demand all it wants and the rest to the others, by weight', () => {
    const { rate, heldBy } = solve([10], [{ over: [0], demand: 1 }, { over: [0] }, { over: [0], weight: 2 }]);
    expect(rate[0]).toBe(1);
    expect(rate[1]).toBeCloseTo(3, 12);
    expect(rate[2]).toBeCloseTo(6, 12);
    expect(heldBy).toEqual([satisfied, 0, 0]);
  });

  it('count what a consumer takes of a resource per unit', () => {
    expect(solve([12], [{ over: [0], use: 3 }, { over: [0] }]).rate).toEqual([3, 3]);
  });

  const network = fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 25 }))
    .chain(([links, flows]) =>
      fc.tuple(
        fc.array(fc.double({ min: 0.1, max: 100, noNaN: true }), { minLength: links, maxLength: links }),
        fc.array(
          fc.record({
            over: fc.uniqueArray(fc.nat(links - 1), { minLength: 1, maxLength: links }),
            weight: fc.double({ min: 0.1, max: 10, noNaN: true }),
            demand: fc.oneof(fc.constant(Infinity), fc.double({ min: 0, max: 50, noNaN: true })),
            use: fc.constantFrom(1, 0.5, 4),
          }),
          { minLength: flows, maxLength: flows },
        ),
      ),
    );

  it('fill nothing beyond its capacity, and hold everybody either by demand or where nobody gets more', () => {
    fc.assert(
      fc.property(network, ([capacity, flows]) => {
        const { rate, heldBy } = solve(capacity, flows);
        const taken = capacity.map((_, link) =>
          flows.reduce((sum, { over, use }, f) => sum + (over.includes(link) ? use * rate[f]! : 0), 0),
        );
        taken.forEach((sum, link) => {
          expect(sum).toBeLessThanOrEqual(capacity[link]! * (1 + 1e-9));
        });
        flows.forEach(({ demand, weight }, f) => {
          const link = heldBy[f]!;
          if (link === satisfied) {
            expect(rate[f]).toBe(demand);
            return;
          }
          expect(taken[link]! / capacity[link]!).toBeCloseTo(1, 6);
          flows.forEach((other, g) => {
            if (!other.over.includes(link)) return;
            expect(rate[g]! / other.weight).toBeLessThanOrEqual((rate[f]! / weight) * (1 + 1e-9) + 1e-12);
          });
        });
      }),
    );
  });
});
