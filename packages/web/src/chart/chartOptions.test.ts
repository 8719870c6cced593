import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logMarks, roundCelsius } from './chartOptions.ts';

test('marks of a logarithmic axis lie within it, rise, and are few enough to be read', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -12, max: 25, noNaN: true }),
      fc.double({ min: 0.4, max: 20, noNaN: true }),
      (from, span) => {
        const [low, high] = [10 ** from, 10 ** (from + span)];
        const marks = logMarks(low, high);
        return (
          marks.length >= 1 &&
          marks.length <= 8 &&
          marks.every((mark, index) => mark >= low && mark <= high && mark > (marks[index - 1] ?? 0))
        );
      },
    ),
  );
});

test('a decade is marked at one, two and five', () => {
  expect(logMarks(1.5, 60)).toEqual([2, 5, 10, 20, 50]);
});

test('temperatures are marked at round degrees Celsius', () => {
  expect(roundCelsius(376, 405, 10).map((mark_K) => Math.round((mark_K - 273.15) * 1e6) / 1e6)).toEqual([
    110, 120, 130,
  ]);
});
