import { expect, it } from 'vitest';
import { saidBy } from './source.ts';

it.each([
  ['assumed', 'assumed, by us', 'by us'],
  ['derived', 'derived, by us: from launches', 'by us: from launches'],
  ['filed', 'S-1, through a published workbook', 'S-1, through a published workbook'],
  ['press', 'press', 'press'],
])('does not say %s twice', (kind, source, expected) => {
  expect(saidBy(kind, source)).toBe(expected);
});
