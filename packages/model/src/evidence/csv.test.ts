import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf, csvRows, rowsOf } from './csv.ts';

const quotedOf = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const cells = (text: string): (readonly string[])[] => csvRows(text).map((row) => row.cells);

describe('tables as CSV', () => {
  it('give back what was quoted, whatever is in it and however lines end', () => {
    const table = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n', '\r'), (rows, end) => {
        const text = rows.map((row) => row.map(quotedOf).join(',')).join(end);
        expect(cells(text)).toEqual(rows.filter((row) => row.some((cell) => cell !== '')));
      }),
    );
  });

  it('are read alike with and without a quote somewhere', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', '7', ',', ' ', '\t', 'é', '\n') });
    fc.assert(
      fc.property(plain, fc.constantFrom('\n', '\r\n', '\r'), (body, end) => {
        const text = `\uFEFFx,y\n${body}\nlast,row`.replaceAll('\n', end);
        const withQuote = csvRows(`${text}${end}"q",r`);
        expect(withQuote.slice(0, -1)).toEqual(csvRows(text));
        expect(withQuote.at(-1)!.cells).toEqual(['q', 'r']);
      }),
    );
  });

  it('tell the line at which a row begins, and lose no more than a line to an open quote', () => {
    expect(csvRows('a,b\r\n\r\n"two\nlines",x\r\n1,2\r\n').map(({ line }) => line)).toEqual([1, 3, 5]);
    expect(cells('a,b\n"open,1\n2,3\n')).toEqual([
      ['a', 'b'],
      ['"open', '1'],
      ['2', '3'],
    ]);
    expect(cells('5" pipe, "so, he said" ,"" \n')).toEqual([['5" pipe', 'so, he said', '']]);
    expect(cells('')).toEqual([]);
  });

  it('are read by the names of columns', () => {
    expect(rowsOf('b,a\n1,2\n3\n')).toEqual([
      { b: '1', a: '2' },
      { b: '3', a: '' },
    ]);
    expect(columnOf(['Time ', ' LAT'], ['latitude', 'lat'])).toBe(1);
    expect(columnOf(['Time'], ['lat'])).toBe(-1);
  });
});
