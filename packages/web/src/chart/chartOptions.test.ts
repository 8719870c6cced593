import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logMarks } from './chartOptions.ts';

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
