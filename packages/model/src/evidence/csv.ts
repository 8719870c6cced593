/** A row of a CSV file: its cells, and the line at which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Rows of a CSV text, one after another, so that a large file is never held twice. RFC 4180: quoted cells may hold
 * commas, doubled quotes and line breaks; a quote that is never closed spoils its own line only. Lines end with LF,
 * CR LF or CR; empty ones are left out. Text without quotes, which is what sensors send, takes a short way.
 */
export function eachRow(text: string): Generator<CsvRow> {
  return text.includes('"') ? quotedRows(text) : plainRows(text);
}

/** All rows at once. */
export const csvRows = (text: string): CsvRow[] => [...eachRow(text)];

/** Rows by the names in the header, for files of known shape. */
export function rowsOf(csv: string): Record<string, string>[] {
  const [head, ...rows] = csvRows(csv);
  return rows.map(({ cells }) =>
    Object.fromEntries((head?.cells ?? []).map((name, index) => [name, cells[index] ?? ''])),
  );
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

const beginOf = (text: string): number => (text.startsWith('\uFEFF') ? 1 : 0);
const isFilled = (cell: string): boolean => cell !== '';

function* plainRows(text: string): Generator<CsvRow> {
  // Ends of the last century's kind are rare, and looked for at every character they would cost the most.
  const lineBreak = text.includes('\n') ? '\n' : '\r';
  let line = 0;
  for (let from = beginOf(text); from < text.length; ) {
    const at = text.indexOf(lineBreak, from);
    const end = at < 0 ? text.length : at;
    const row = text.slice(from, text[end - 1] === '\r' ? end - 1 : end);
    const cells = row.split(',');
    line++;
    from = end + 1;
    if (/\s/.test(row)) for (const [index, cell] of cells.entries()) cells[index] = cell.trim();
    if (cells.some(isFilled)) yield { line, cells };
  }
}

const quoted = /^"[^"]*(?:""[^"]*)*"$/;

function* quotedRows(text: string): Generator<CsvRow> {
  let cells: string[] = [];
  let line = 1;
  let begin = 1;
  // The second form takes any text, so that a quote that is never closed spoils its own line only.
  const cell =
    /[^\S\r\n]*("[^"]*(?:""[^"]*)*"(?=[^\S\r\n]*(?:[,\r\n]|$))|[^,\r\n]*)[^\S\r\n]*(,|\r?\n|\r|$)/y;
  cell.lastIndex = beginOf(text);
  while (cell.lastIndex < text.length) {
    const [, raw = '', end = ''] = cell.exec(text) as RegExpExecArray;
    cells.push(quoted.test(raw) ? raw.slice(1, -1).replaceAll('""', '"') : raw.trim());
    line += raw.split('\n').length - 1;
    if (end === ',') continue;
    if (cells.some(isFilled)) yield { line: begin, cells };
    cells = [];
    line++;
    begin = line;
  }
  // The text ends with a comma, after which stands one more cell.
  if (cells.some(isFilled)) yield { line: begin, cells: [...cells, ''] };
}
