import { type Fault, failure, type Outcome, success } from '../../outcome/outcome.ts';

/** One row of a file of training runs: names of columns are those of vTrain's measurements. Blank cells are undefined. */
export interface RunRow {
  /** 1-based line of the file. */
  readonly line: number;
  /** Every cell as it stands, in the order of the header. */
  readonly cells: readonly string[];
  readonly hidden: number;
  readonly heads: number;
  readonly layers: number;
  readonly sequence: number;
  readonly vocabulary: number;
  readonly tensor: number;
  readonly pipeline: number;
  readonly data: number;
  readonly globalBatch: number;
  readonly microBatch?: number;
  readonly interleave?: number;
  /** Nothing is said of a schedule: the cell is blank, or there are neither the column nor a micro-batch. */
  readonly anySchedule: boolean;
  readonly recompute?: 'none' | 'selective' | 'full';
  readonly measured_ms?: number;
}

export interface RunTable {
  readonly header: readonly string[];
  readonly rows: readonly RunRow[];
}

/** Padded vocabulary of the GPT-2 tokens, as Megatron-LM has it. */
const usualVocabulary = 51_200;

const needed = [
  'global_batch',
  'hidden_size',
  'attention_heads',
  'layers',
  'sequence_length',
  'tensor_parallelism',
  'pipeline_parallelism',
] as const;

/** Reads a file of runs. Faults: `train/empty`, `train/columns`, `train/cell`, `train/does-not-divide`. */
export function readRuns(text: string, file: string): Outcome<RunTable> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return failure(emptyFault(file, 1));
  const header = cellsOf(lines[first]!).map((name) => name.trim());
  const names = header.map((name) => name.toLowerCase());
  const missing: string[] = needed.filter((name) => !names.includes(name));
  if (!names.includes('gpus') && !names.includes('data_parallelism'))
    missing.push('data_parallelism (or gpus)');
  if (missing.length > 0) return failure(columnsFault(file, first + 1, missing, header));
  const faults: Fault[] = [];
  const rows: RunRow[] = [];
  for (let index = first + 1; index < lines.length; index++) {
    if (lines[index]!.replaceAll(',', '').trim() === '') continue;
    const row = readRow(new Cells(names, cellsOf(lines[index]!), file, index + 1, faults));
    if (row) rows.push(row);
  }
  if (faults.length > 0) return failure(...faults);
  return rows.length === 0 ? failure(emptyFault(file, first + 1)) : success({ header, rows });
}

/** Cells of a line, RFC 4180 within a line. */
function cellsOf(line: string): string[] {
  const found = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...found].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

/** Cells of one line by column, collecting what is wrong with them. */
class Cells {
  readonly cells: readonly string[];
  readonly line: number;
  readonly #names: readonly string[];
  readonly #file: string;
  readonly #faults: Fault[];

  constructor(
    names: readonly string[],
    cells: readonly string[],
    file: string,
    line: number,
    faults: Fault[],
  ) {
    this.cells = cells;
    this.line = line;
    this.#names = names;
    this.#file = file;
    this.#faults = faults;
  }

  has(column: string): boolean {
    return this.#names.includes(column);
  }

  text(column: string): string {
    return (this.cells[this.#names.indexOf(column)] ?? '').trim();
  }

  /** A number of things; undefined where the cell is blank or the column is not there. */
  count(column: string): number | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const value = Number(text);
    if (Number.isInteger(value) && value >= 1) return value;
    this.fault(
      'train/cell',
      `${column} cannot be "${text}".`,
      'It counts something.',
      'Write a whole number from 1 on.',
    );
    return Number.NaN;
  }

  must(column: string): number {
    const value = this.count(column);
    if (value !== undefined) return value;
    this.fault(
      'train/cell',
      `${column} is blank.`,
      'Nothing stands for it.',
      'Write a whole number from 1 on.',
    );
    return Number.NaN;
  }

  fault(code: string, message: string, cause: string, fix: string): undefined {
    this.#faults.push({ code, message, at: { file: this.#file, line: this.line }, cause, fix });
    return undefined;
  }

  get faults(): number {
    return this.#faults.length;
  }
}

function readRow(cells: Cells): RunRow | undefined {
  const before = cells.faults;
  const tensor = cells.must('tensor_parallelism');
  const pipeline = cells.must('pipeline_parallelism');
  const accelerators = cells.count('gpus');
  const given = cells.count('data_parallelism');
  if (accelerators === undefined && given === undefined) {
    return cells.fault(
      'train/cell',
      'data_parallelism is blank.',
      'So is gpus, from which it could be worked out.',
      'Fill in one of them.',
    );
  }
  const row = {
    line: cells.line,
    cells: cells.cells,
    hidden: cells.must('hidden_size'),
    heads: cells.must('attention_heads'),
    layers: cells.must('layers'),
    sequence: cells.must('sequence_length'),
    vocabulary: cells.count('vocabulary') ?? usualVocabulary,
    tensor,
    pipeline,
    data: given ?? accelerators! / (tensor * pipeline),
    globalBatch: cells.must('global_batch'),
    ...optional(cells),
  };
  if (cells.faults > before) return undefined;
  return divides(cells, row, accelerators) ? row : undefined;
}

function optional(
  cells: Cells,
): Pick<RunRow, 'microBatch' | 'interleave' | 'anySchedule' | 'recompute' | 'measured_ms'> {
  const microBatch = cells.count('micro_batch');
  const interleave = cells.count('interleaving');
  const recompute = cells.text('recompute').toLowerCase();
  const known = recompute === 'none' || recompute === 'selective' || recompute === 'full';
  if (recompute !== '' && !known) {
    cells.fault(
      'train/cell',
      `recompute cannot be "${recompute}".`,
      'It is none, selective or full.',
      'Write one of them, or leave it blank.',
    );
  }
  const measured = cells.text('iteration_time_ms');
  if (measured !== '' && !(Number(measured) > 0)) {
    cells.fault(
      'train/cell',
      `iteration_time_ms cannot be "${measured}".`,
      'It is a time.',
      'Write milliseconds, or leave it blank.',
    );
  }
  // A file without the column is of plain schedules where it says its micro-batches.
  const anySchedule = interleave === undefined && (cells.has('interleaving') || microBatch === undefined);
  return {
    anySchedule,
    ...(microBatch === undefined ? {} : { microBatch }),
    ...(interleave === undefined ? {} : { interleave }),
    ...(known ? { recompute } : {}),
    ...(measured === '' ? {} : { measured_ms: Number(measured) }),
  };
}

function divides(cells: Cells, row: RunRow, accelerators: number | undefined): boolean {
  const { tensor, pipeline, data, globalBatch, microBatch = 1 } = row;
  const product = tensor * pipeline * data;
  const fix = 'Correct the row.';
  if (!Number.isInteger(data) || (accelerators !== undefined && product !== accelerators)) {
    const said = `${tensor} × ${pipeline}${Number.isInteger(data) ? ` × ${data}` : ''}`;
    cells.fault(
      'train/does-not-divide',
      `The split does not make ${accelerators} GPUs.`,
      `It is ${said}.`,
      fix,
    );
    return false;
  }
  if (pipeline > row.layers) {
    cells.fault(
      'train/does-not-divide',
      `${pipeline} stages of ${row.layers} layers.`,
      'A stage holds one layer at least.',
      fix,
    );
    return false;
  }
  if (Number.isInteger(globalBatch / (data * microBatch))) return true;
  cells.fault(
    'train/does-not-divide',
    `A batch of ${globalBatch} does not divide over ${data} replicas in micro-batches of ${microBatch}.`,
    `Each would do ${globalBatch / (data * microBatch)} micro-batches.`,
    fix,
  );
  return false;
}

function emptyFault(file: string, line: number): Fault {
  return {
    code: 'train/empty',
    message: `${file} holds no run.`,
    at: { file, line },
    cause: 'There is no row below a header.',
    fix: `Give a CSV with the columns ${needed.join(', ')}, and data_parallelism or gpus.`,
  };
}

function columnsFault(
  file: string,
  line: number,
  missing: readonly string[],
  header: readonly string[],
): Fault {
  return {
    code: 'train/columns',
    message: `${file} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}.`,
    at: { file, line },
    cause: `Its header has ${header.join(', ')}.`,
    fix: `Add ${missing.length > 1 ? 'them' : 'it'}; micro_batch, interleaving, vocabulary, recompute and iteration_time_ms may be left out.`,
  };
}
