import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clockAt, drawAt } from './power.ts';

const curve = fc.record({
  idleDraw: fc.double({ min: 0, max: 0.9, noNaN: true }),
  clockExponent: fc.double({ min: 1, max: 3, noNaN: true }),
});

it('finds the clock that draws what there is', () => {
  fc.assert(
    fc.property(curve, fc.double({ min: 0.001, max: 1, noNaN: true }), (how, above) => {
      const draw = how.idleDraw + (1 - how.idleDraw) * above;
      expect(drawAt(how, 1, clockAt(how, draw))).toBeCloseTo(draw, 9);
    }),
  );
});

it('stands still when idling takes it all, and is never faster than its clock', () => {
  const how = { idleDraw: 0.25, clockExponent: 2 };
  expect(clockAt(how, 0.2)).toBe(0);
  expect(clockAt(how, 1.5)).toBe(1);
  // A quarter of the power above idle gives half of the clock.
  expect(clockAt(how, 0.25 + 0.75 / 4)).toBeCloseTo(0.5, 12);
});
