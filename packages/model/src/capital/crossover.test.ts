import { describe, expect, it } from 'vitest';
import { crossoverMonth, groundCost, orbitCost } from './crossover.ts';

describe('crossover', () => {
  it('is the first month from which orbit stays below the median site', () => {
    const orbit = [Float64Array.of(9, 4, 7, 5, 4, 3)];
    const ground = [
      Float64Array.of(5, 5, 5, 5, 5, 5),
      Float64Array.of(1, 1, 1, 1, 1, 1),
      Float64Array.of(9, 9, 9, 9, 9, 9),
    ];
    expect(crossoverMonth({ orbit, ground })).toBe(3);
  });

  it('does not come when the last month is dearer, or when one side has no cost', () => {
    const ground = [Float64Array.of(5, 5, 5)];
    expect(crossoverMonth({ orbit: [Float64Array.of(4, 4, 6)], ground })).toBeUndefined();
    expect(
      crossoverMonth({ orbit: [Float64Array.of(Infinity, Infinity, Infinity)], ground }),
    ).toBeUndefined();
    expect(crossoverMonth({ orbit: [Float64Array.of(1, 1, 1)], ground: [] })).toBeUndefined();
  });

  it('weighs shells by their satellites and leaves out those whose cost is unknown', () => {
    const orbit = [Float64Array.of(2), Float64Array.of(8), Float64Array.of(Number.NaN)];
    expect(orbitCost({ orbit, weights: [1, 3, 10], ground: [] }, 0)).toBe(6.5);
  });

  it('is dear without end where a planned shell delivers nothing', () => {
    const orbit = [Float64Array.of(2), Float64Array.of(Infinity)];
    expect(orbitCost({ orbit, weights: [1, 3], ground: [] }, 0)).toBe(Infinity);
    expect(orbitCost({ orbit, weights: [1, 0], ground: [] }, 0)).toBe(2);
    expect(crossoverMonth({ orbit, ground: [Float64Array.of(5)] })).toBeUndefined();
    expect(crossoverMonth({ orbit, ground: [Float64Array.of(Infinity)] })).toBeUndefined();
  });

  it('counts sites that deliver nothing among those the median is taken of', () => {
    const ground = [4, Infinity, Infinity, Number.NaN].map((cost) => Float64Array.of(cost));
    expect(groundCost({ orbit: [], ground }, 0)).toBe(Infinity);
    expect(groundCost({ orbit: [], ground: ground.slice(0, 1) }, 0)).toBe(4);
    expect(crossoverMonth({ orbit: [Float64Array.of(9)], ground })).toBe(0);
  });

  it('takes the mean of the middle two of an even number of sites', () => {
    const ground = [9, 1, 4, 6].map((cost) => Float64Array.of(cost));
    expect(groundCost({ orbit: [], ground }, 0)).toBe(5);
  });
});
