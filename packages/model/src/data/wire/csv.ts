/** A row of a table: its cells, and the line on which it begins, from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows of a CSV text, one after another, so that a large file is never held twice. RFC 4180: quoted cells may
 * hold commas, doubled quotes and line breaks; empty lines are left out. Lines without quotes, which is what
 * sensors send, take a short way.
 */
export function* tableRows(text: string): Generator<TableRow> {
  let from = text.startsWith('\uFEFF') ? 1 : 0;
  let line = 1;
  const plain = !text.includes('"');
  while (from < text.length) {
    const end = plain ? lineBreak(text, from) : endOfRow(text, from);
    const row = text.slice(from, end).replace(/\r$/, '');
    if (row.trim() !== '') yield { line, cells: cellsOf(row) };
    line += !plain && row.includes('"') ? row.split('\n').length : 1;
    from = end + 1;
  }
}

function lineBreak(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The first line break that is not inside quotes. A quote that is never closed spoils its own line only. */
function endOfRow(text: string, from: number): number {
  let quoted = false;
  for (let index = from; index < text.length; index++) {
    if (text[index] === '"') quoted = !quoted;
    else if (text[index] === '\n' && !quoted) return index;
  }
  return quoted ? lineBreak(text, from) : text.length;
}

function cellsOf(row: string): string[] {
  if (!row.includes('"'))
    return row.includes(' ') ? row.split(',').map((cell) => cell.trim()) : row.split(',');
  const cells: string[] = [];
  const cell = /\s*("(?:[^"]|"")*"|[^,]*)\s*(,|$)/y;
  for (;;) {
    const [, raw = '', end = ''] = cell.exec(row) ?? [];
    cells.push(/^".*"$/s.test(raw) ? raw.slice(1, -1).replaceAll('""', '"') : raw.trim());
    if (end !== ',') return cells;
  }
}

/** Where the column of any of these names is in a header, whatever its case; −1 where it is not. */
export function columnOf(header: readonly string[], names: readonly string[]): number {
  const lower = header.map((name) => name.trim().toLowerCase());
  for (const name of names) {
    const index = lower.indexOf(name);
    if (index >= 0) return index;
  }
  return -1;
}
