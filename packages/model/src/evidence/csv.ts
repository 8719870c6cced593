/** A row of a CSV file: its cells, and the line at which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const quoted = /^"(?:[^"]|"")*"$/;

/** Rows of a CSV file, RFC 4180: quoted cells may hold commas, doubled quotes and line breaks. Empty lines are left out. */
export function csvRows(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let begin = 1;
  const cell = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|\r|$)/y;
  cell.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (cell.lastIndex < text.length) {
    // The second form takes any text, so that a quote that is never closed spoils its own line only.
    const [, raw = '', end = ''] = cell.exec(text) as RegExpExecArray;
    cells.push(quoted.test(raw) ? raw.slice(1, -1).replaceAll('""', '"') : raw.trim());
    line += raw.split('\n').length - 1;
    if (end === ',') continue;
    if (cells.some((value) => value !== '')) rows.push({ line: begin, cells });
    cells = [];
    line++;
    begin = line;
  }
  if (cells.length > 0) rows.push({ line: begin, cells: [...cells, ''] });
  return rows;
}

/** Rows by the names in the header, for files of known shape. */
export function rowsOf(csv: string): Record<string, string>[] {
  const [head, ...rows] = csvRows(csv);
  return rows.map(({ cells }) =>
    Object.fromEntries((head?.cells ?? []).map((name, index) => [name, cells[index] ?? ''])),
  );
}
