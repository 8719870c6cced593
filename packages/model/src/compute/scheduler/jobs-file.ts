import { LineCounter, parseDocument } from 'yaml';
import { type Fault, failure, gather, type Outcome, type Place, success } from '../../outcome/outcome.ts';
import { readQuantity } from '../../units/quantity.ts';
import { parseUnit, type Unit } from '../../units/unit.ts';
import { type JobKind, type JobRow, jobKinds } from './jobs.ts';

/** A job as a file gives it: what is left out comes from the plan's workload and fleet. */
export interface JobEntry extends Partial<Omit<JobRow, 'kind' | 'home' | 'workload'>> {
  readonly kind: JobKind;
  readonly work_FLOP: number;
  /** Name of a workload of the plan, and of the shell where its data lie. */
  readonly workload?: string;
  readonly home?: string;
  readonly at: Place;
}

/** Values of one job by column, and where it stands. */
interface Entry {
  readonly values: ReadonlyMap<string, string>;
  readonly at: Place;
}

/** Quantities by column, with the unit that a bare number has where the header names it: `work` or `work_FLOP`. */
const quantities = {
  work: 'FLOP',
  done: 'FLOP',
  arrival: 's',
  deadline: 's',
  memory: 'B',
  state: 'bit',
  input: 'bit',
} as const;
type Quantity = keyof typeof quantities;
const plain = ['gang', 'priority'] as const;
const words = ['name', 'kind', 'workload', 'home'] as const;
const required = ['kind', 'work'] as const;

/**
 * Reads jobs from CSV, or from YAML with a list of maps. Columns may stand in any order; quantities carry their unit
 * (`3 ZFLOP`, `06:30`, `4 h`) or are bare where the header does (`work_FLOP`, `arrival_s`).
 *
 * Faults: `jobs/syntax`, `jobs/empty`, `jobs/columns`, `jobs/field`.
 */
export function readJobs(text: string, format: 'csv' | 'yaml', file?: string): Outcome<JobEntry[]> {
  const entries = format === 'csv' ? fromCsv(text, file) : fromYaml(text, file);
  if (!entries.ok) return entries;
  if (entries.value.length === 0) {
    return failure(fault('empty', { file }, 'There is no job.', 'The file has no row beside its header.'));
  }
  return gather(entries.value.map(jobEntry));
}

function jobEntry({ values, at }: Entry): Outcome<JobEntry> {
  const faults: Fault[] = [];
  const bad = (column: string, cause: string) => {
    faults.push(
      fault('field', { ...at, path: column }, `${column} cannot be "${values.get(column) ?? ''}".`, cause),
    );
  };
  for (const column of required) {
    if (!given(values, column)) faults.push(missing(column, at));
  }
  const kind = jobKinds.find((one) => one === values.get('kind')?.trim());
  if (values.has('kind') && !kind) bad('kind', `Jobs are ${jobKinds.join(', ')}.`);
  const numbers: { [key: string]: number } = {};
  for (const [column, unit] of Object.entries(quantities) as [Quantity, string][]) {
    const found = quantityOf(values, column, unit);
    if (found === undefined) continue;
    if (typeof found === 'string') bad(values.has(column) ? column : `${column}_${unit}`, found);
    else numbers[`${column}_${unit}`] = found;
  }
  for (const column of plain) {
    const written = values.get(column)?.trim() ?? '';
    if (written === '') continue;
    const value = Number(written);
    if (Number.isFinite(value) && (column !== 'gang' || (Number.isInteger(value) && value >= 1)))
      numbers[column] = value;
    else bad(column, column === 'gang' ? 'It is a whole number of satellites.' : 'It is no number.');
  }
  const { arrival_s = 0, deadline_s } = numbers;
  if (deadline_s !== undefined && deadline_s <= arrival_s)
    bad('deadline', 'It does not come after the arrival.');
  if (faults.length > 0) return failure(...faults);
  const text = (column: (typeof words)[number]) => {
    const value = values.get(column)?.trim();
    return value === undefined || value === '' ? {} : { [column]: value };
  };
  return success({
    ...text('name'),
    ...text('workload'),
    ...text('home'),
    ...numbers,
    kind,
    at,
  } as unknown as JobEntry);
}

const given = (values: ReadonlyMap<string, string>, column: string): boolean =>
  [column, `${column}_${quantities[column as Quantity] ?? ''}`].some(
    (one) => (values.get(one)?.trim() ?? '') !== '',
  );

/** A quantity in SI, undefined where not given, or why it is none. Never negative. */
function quantityOf(
  values: ReadonlyMap<string, string>,
  column: string,
  unit: string,
): number | string | undefined {
  const bare = values.get(`${column}_${unit}`)?.trim();
  const written = bare ? bare : values.get(column)?.trim();
  if (!written) return undefined;
  const clock = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(written);
  if (unit === 's' && clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60;
  const wanted = parseUnit(unit) as Unit;
  if (bare && Number.isFinite(Number(bare))) return Number(bare) >= 0 ? Number(bare) : 'It is negative.';
  const read = readQuantity(written, wanted, `5 ${unit}`);
  if (!read.ok) return `${read.cause}.`;
  return read.value >= 0 ? read.value : 'It is negative.';
}

function fromCsv(text: string, file?: string): Outcome<Entry[]> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'));
  if (first < 0) return success([]);
  const header = cells(lines[first]!).map((name) => name.trim());
  const lacking = required.filter((column) => !given(new Map(header.map((name) => [name, 'x'])), column));
  if (lacking.length > 0) {
    return failure(
      fault(
        'columns',
        { file, line: first + 1 },
        `The header lacks ${lacking.map((column) => (column === 'work' ? 'work_FLOP' : column)).join(' and ')}.`,
        `It names ${header.join(', ')}.`,
      ),
    );
  }
  const entries: Entry[] = [];
  for (let line = first + 1; line < lines.length; line++) {
    if (lines[line]!.trim() === '' || lines[line]!.startsWith('#')) continue;
    const values = cells(lines[line]!);
    if (values.length > header.length) {
      const cause = `It has ${values.length} cells, the header ${header.length}.`;
      return failure(fault('syntax', { file, line: line + 1 }, 'A row does not fit the header.', cause));
    }
    entries.push({
      values: new Map(header.map((name, index) => [name, values[index] ?? ''])),
      at: { file, line: line + 1 },
    });
  }
  return success(entries);
}

/** Cells of a line, quoted or not (RFC 4180; no line breaks within quotes). */
function cells(line: string): string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'),
  );
}

function fromYaml(text: string, file?: string): Outcome<Entry[]> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const [error] = document.errors;
  if (error) {
    const at = { file, line: counter.linePos(error.pos[0]).line };
    return failure(fault('syntax', at, 'The file is no YAML.', error.message.split('\n')[0]!));
  }
  const value: unknown = document.toJS();
  const list: unknown = Array.isArray(value) ? value : (value as { jobs?: unknown } | null)?.jobs;
  if (list === undefined || list === null) return success([]);
  if (!Array.isArray(list)) {
    return failure(
      fault('syntax', { file }, 'The file is no list of jobs.', 'Each job is a map that begins with "-".'),
    );
  }
  return success(
    list.map((job: unknown, index): Entry => {
      const pairs = typeof job === 'object' && job !== null ? Object.entries(job) : [];
      return {
        values: new Map(pairs.map(([key, one]) => [key, one === null ? '' : String(one)])),
        at: { file, path: `[${index}]` },
      };
    }),
  );
}

function missing(column: string, at: Place): Fault {
  return fault(
    'field',
    { ...at, path: column },
    `${column} is missing.`,
    'Every job needs its kind and its work.',
  );
}

function fault(code: string, at: Place, message: string, cause: string): Fault {
  return {
    code: `jobs/${code}`,
    message,
    at,
    cause,
    fix: 'Write columns kind (training, batch, interactive or sensing) and work_FLOP, and what else docs/how-to/run-a-day.md lists.',
  };
}
