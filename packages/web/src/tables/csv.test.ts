import { expect, test } from 'vitest';
import { csv } from './csv.ts';

test('quotes what would break a line, leaves out what is not finite, and disarms formulas', () => {
  const rows = [
    ['month', 'a "b", c'],
    [1.5, Number.POSITIVE_INFINITY],
    ['=SUM(A1)', null],
  ];
  expect(csv(rows)).toBe('month,"a ""b"", c"\r\n1.5,\r\n\'=SUM(A1),\r\n');
});
