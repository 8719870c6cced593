import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grid, meanHops, meanHopsToDrain, meanLineHops, meanRingHops, minimumHops } from './hops.ts';

/** Hops from one satellite to all, by breadth-first search over the links themselves. */
function search({ planes, perPlane, seamShift_slots: shift = 0 }: Grid, from: number): Int32Array {
  const hops = new Int32Array(planes * perPlane).fill(-1);
  const queue = [from];
  hops[from] = 0;
  const wrapped = (slot: number): number => ((slot % perPlane) + perPlane) % perPlane;
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head]!;
    const plane = Math.floor(at / perPlane);
    const slot = at % perPlane;
    const east = plane === planes - 1 ? wrapped(slot + shift) : slot;
    const west = plane === 0 ? wrapped(slot - shift) : slot;
    const neighbours = [
      plane * perPlane + wrapped(slot + 1),
      plane * perPlane + wrapped(slot - 1),
      ((plane + 1) % planes) * perPlane + east,
      ((plane + planes - 1) % planes) * perPlane + west,
    ];
    for (const next of neighbours) {
      if (hops[next] !== -1) continue;
      hops[next] = hops[at]! + 1;
      queue.push(next);
    }
  }
  return hops;
}

const anyGrid = fc
  .tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 }), fc.nat())
  .map(([planes, perPlane, shift]) => ({ planes, perPlane, seamShift_slots: shift % planes }));

describe('minimum hops on the +grid', () => {
  it('are those of a breadth-first search, whatever the phasing of the seam', () => {
    fc.assert(
      fc.property(anyGrid, fc.nat(), (grid, seed) => {
        const size = grid.planes * grid.perPlane;
        const from = seed % size;
        const found = search(grid, from);
        for (let to = 0; to < size; to++) expect(minimumHops(grid, from, to)).toBe(found[to]);
      }),
    );
  });

  it('have the mean that all pairs have', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2, max: 12 }), (planes, perPlane) => {
        const hops = search({ planes, perPlane }, 0);
        const mean = hops.reduce((sum, one) => sum + one, 0) / (planes * perPlane - 1);
        expect(meanHops({ planes, perPlane })).toBeCloseTo(mean, 12);
      }),
    );
  });
});

describe('means', () => {
  it('of a line are those of all pairs', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (size) => {
        let sum = 0;
        for (let from = 0; from < size; from++) for (let to = 0; to < size; to++) sum += Math.abs(from - to);
        expect(meanLineHops(size)).toBeCloseTo(sum / size ** 2, 10);
      }),
    );
  });

  it('to a drain are those of the diamond around it', () => {
    for (const radius of [0, 1, 2, 7]) {
      let sum = 0;
      let cell = 0;
      for (let x = -radius; x <= radius; x++) {
        for (let y = -radius; y <= radius; y++) {
          if (Math.abs(x) + Math.abs(y) > radius) continue;
          cell++;
          sum += Math.abs(x) + Math.abs(y);
        }
      }
      expect(meanHopsToDrain(cell, 1000)).toBeCloseTo(sum / cell, 10);
    }
  });

  it('to a drain on a ring are a quarter of the cell', () => {
    expect(meanHopsToDrain(401, 1)).toBeCloseTo(meanRingHops(401), 10);
  });
});
