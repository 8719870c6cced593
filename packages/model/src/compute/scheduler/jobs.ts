/** What jobs can be: in the order of their codes. */
export const jobKinds = ['training', 'batch', 'interactive', 'sensing'] as const;
export type JobKind = (typeof jobKinds)[number];

/**
 * Jobs of a day, one row each. Training goes in step: the slowest satellite sets the pace of all. Batch, interactive
 * and sensing jobs are made of parts that do not wait for one another. Interactive work comes evenly between arrival
 * and deadline and cannot be put off: what is not served at once is lost. Sensing lapses at its deadline; training and
 * batch go on, late.
 */
export interface Jobs {
  readonly count: number;
  /** Empty where a job has none of its own. */
  readonly names: readonly string[];
  readonly kind: Uint8Array;
  /** Workload whose rate of work on a satellite it has. */
  readonly workload: Int32Array;
  /** Larger goes first. */
  readonly priority: Float64Array;
  /** From the begin of the day; a deadline may lie on a later day. */
  readonly arrival_s: Float64Array;
  readonly deadline_s: Float64Array;
  /** Model FLOPs in all, and how many of them the checkpoint holds with which it begins. */
  readonly work_FLOP: Float64Array;
  readonly done_FLOP: Float64Array;
  /** Satellites. */
  readonly gang: Int32Array;
  /** On each of them. */
  readonly memory_B: Float64Array;
  /** What moves with a part: weights, optimiser and caches of one satellite. */
  readonly state_bit: Float64Array;
  /** What must come in before work begins, and the plane where it lies; −1 for anywhere. */
  readonly input_bit: Float64Array;
  readonly home: Int32Array;
}

export interface JobRow {
  readonly name?: string;
  readonly kind: JobKind;
  readonly workload: number;
  readonly priority: number;
  readonly arrival_s: number;
  readonly deadline_s: number;
  readonly work_FLOP: number;
  readonly done_FLOP: number;
  readonly gang: number;
  readonly memory_B: number;
  readonly state_bit: number;
  readonly input_bit: number;
  readonly home: number;
}

export function jobsOf(rows: readonly JobRow[]): Jobs {
  const numbers = (of: (row: JobRow) => number) => Float64Array.from(rows, of);
  const named = rows.some(({ name }) => name !== undefined);
  return {
    count: rows.length,
    names: named ? rows.map(({ name }) => name ?? '') : [],
    kind: Uint8Array.from(rows, ({ kind }) => jobKinds.indexOf(kind)),
    workload: Int32Array.from(rows, ({ workload }) => workload),
    priority: numbers(({ priority }) => priority),
    arrival_s: numbers(({ arrival_s }) => arrival_s),
    deadline_s: numbers(({ deadline_s }) => deadline_s),
    work_FLOP: numbers(({ work_FLOP }) => work_FLOP),
    done_FLOP: numbers(({ done_FLOP }) => done_FLOP),
    gang: Int32Array.from(rows, ({ gang }) => gang),
    memory_B: numbers(({ memory_B }) => memory_B),
    state_bit: numbers(({ state_bit }) => state_bit),
    input_bit: numbers(({ input_bit }) => input_bit),
    home: Int32Array.from(rows, ({ home }) => home),
  };
}

export const training = jobKinds.indexOf('training');
export const batch = jobKinds.indexOf('batch');
export const interactive = jobKinds.indexOf('interactive');
export const sensing = jobKinds.indexOf('sensing');
