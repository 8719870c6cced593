import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeLabels } from './labels.ts';

it('stand right of their marks where there is room, and left at the end', () => {
  const [first, last] = placeLabels(
    [
      { at: 10, width: 60 },
      { at: 395, width: 60 },
    ],
    400,
    2,
  );
  expect(first).toEqual({ left: 15, lane: 0 });
  expect(last).toEqual({ left: 330, lane: 0 });
});

it('go up rather than begin beside the mark of another', () => {
  const placed = placeLabels(
    [
      { at: 100, width: 80 },
      { at: 190, width: 76 },
      { at: 215, width: 60 },
    ],
    400,
    2,
  );
  expect(placed[1]).toEqual({ left: 195, lane: 1 });
});

it('go up a lane where another stands, and give way where all lanes are full', () => {
  const crowd = Array.from({ length: 6 }, () => ({ at: 200, width: 100 }));
  const placed = placeLabels(crowd, 400, 2);
  expect(placed.filter((each) => each !== undefined).length).toBeGreaterThanOrEqual(1);
  expect(placed.at(-1)).toBeUndefined();
});

it('never cover one another and never leave the line', () => {
  const mark = fc.record({ at: fc.integer({ min: 0, max: 900 }), width: fc.integer({ min: 30, max: 160 }) });
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 12 }), fc.integer({ min: 1, max: 3 }), (marks, lanes) => {
      const placed = placeLabels(marks, 900, lanes);
      const boxes = placed.flatMap((each, index) =>
        each ? [{ ...each, right: each.left + marks[index]!.width }] : [],
      );
      return boxes.every(
        (box, index) =>
          box.left >= 0 &&
          box.right <= 900 &&
          box.lane < lanes &&
          boxes
            .slice(index + 1)
            .every((other) => other.lane !== box.lane || other.left > box.right || other.right < box.left),
      );
    }),
  );
});
