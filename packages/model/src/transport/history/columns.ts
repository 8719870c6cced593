import { type Fault, failure, type Outcome, success } from '../../outcome/outcome.ts';
import { nearest } from '../../plan/nearest.ts';

/** What a launch log can say of a launch. Only the date must be there. */
export const columnNames = [
  'launch_date',
  'launch_tag',
  'vehicle',
  'booster',
  'booster_flight',
  'pad',
  'payload_kg',
  'orbit',
  'outcome_code',
  'payload_type',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** Headers by column, where they differ from the column's name. */
export type ColumnMap = Readonly<Partial<Record<ColumnName, string>>>;

/** Reads `launch_date=Date,pad=Site`. */
export function readColumnMap(text: string): Outcome<ColumnMap> {
  const map: Partial<Record<ColumnName, string>> = {};
  const faults: Fault[] = [];
  for (const part of text.split(',')) {
    const at = part.indexOf('=');
    const [name, header] = [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    if (at > 0 && header !== '' && isColumn(name)) map[name] = header;
    else faults.push(columnsFault(part, name));
  }
  return faults.length > 0 ? failure(...faults) : success(map);
}

const isColumn = (name: string): name is ColumnName => (columnNames as readonly string[]).includes(name);

function columnsFault(part: string, name: string): Fault {
  const meant = nearest(name, columnNames);
  return {
    code: 'log/columns',
    message: `“${part}” names no column.`,
    at: { path: '--columns' },
    cause: `A launch log has ${columnNames.join(', ')}.`,
    fix: `Write ${meant ?? 'launch_date'}=HEADER, and commas between more of them.`,
  };
}

/** Places of the columns in a header. A header that a map names must be there, and so must the date. */
export function placeColumns(
  head: readonly string[],
  map: ColumnMap,
  file: string,
): Outcome<ReadonlyMap<ColumnName, number>> {
  const places = new Map<ColumnName, number>();
  const faults: Fault[] = [];
  const lower = head.map((name) => name.toLowerCase());
  for (const name of columnNames) {
    const header = map[name] ?? name;
    const at = lower.indexOf(header.toLowerCase());
    if (at >= 0) places.set(name, at);
    else if (map[name] !== undefined || name === 'launch_date')
      faults.push(missing(name, header, head, file));
  }
  return faults.length > 0 ? failure(...faults) : success(places);
}

function missing(name: ColumnName, header: string, head: readonly string[], file: string): Fault {
  const wanted = header.toLowerCase();
  const alike = head.map((one) => one.toLowerCase());
  const at = alike.findIndex((one) => one.includes(wanted) || (one !== '' && wanted.includes(one)));
  const meant = head[at] ?? nearest(header, head) ?? 'HEADER';
  const otherwise = head.length === 1 && /[;\t|]/.test(head[0]!);
  return {
    code: 'log/no-column',
    message: `There is no column ${header}.`,
    at: { file, line: 1, column: 1 },
    cause: `The header has ${head.join(', ') || 'nothing'}.`,
    fix: otherwise
      ? 'Put commas between cells: it seems to be something else.'
      : `Say which column it is: --columns ${name}=${meant}.`,
  };
}
