import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KeyedRandom, philox } from './philox.ts';

const run = (counter: number[], key: [number, number]) => {
  const block = Uint32Array.from(counter);
  philox(block, ...key);
  return [...block].map((word) => word.toString(16).padStart(8, '0')).join(' ');
};

describe('Philox 4×32-10', () => {
  it('gives the known answers of the Random123 distribution', () => {
    expect(run([0, 0, 0, 0], [0, 0])).toBe('6627e8d5 e169c58d bc57ac4c 9b00dbd8');
    const ones = 0xffffffff;
    expect(run([ones, ones, ones, ones], [ones, ones])).toBe('408f276d 41c83b0e a20bc7c6 6d5451fd');
    expect(run([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toBe(
      'd16cfe09 94fdcceb 5001e420 24126ea1',
    );
  });

  it('draws the same whatever was drawn before, and another for another key', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (seed, entity, draw) => {
        const one = new KeyedRandom(seed, 'transport').at(5);
        one.uniform(1, 2);
        const value = one.uniform(entity, draw);
        expect(new KeyedRandom(seed, 'transport').at(5).uniform(entity, draw)).toBe(value);
        expect(new KeyedRandom(seed, 'energy').at(5).uniform(entity, draw)).not.toBe(value);
        expect(value > 0 && value < 1).toBe(true);
      }),
    );
  });

  it('has the moments of its distributions', () => {
    const random = new KeyedRandom(1, 'moments');
    const draws = 20_000;
    let sum = 0;
    let normalSum = 0;
    let normalSquares = 0;
    for (let draw = 0; draw < draws; draw++) {
      sum += random.uniform(0, draw);
      const normal = random.normal(1, draw);
      normalSum += normal;
      normalSquares += normal * normal;
    }
    expect(sum / draws).toBeCloseTo(0.5, 2);
    expect(Math.abs(normalSum / draws)).toBeLessThan(0.03);
    expect(normalSquares / draws).toBeCloseTo(1, 1);
  });
});
