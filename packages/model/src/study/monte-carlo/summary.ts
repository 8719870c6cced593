import { claims } from '../claims/judge.ts';
import { type Spread, spreadOf } from '../spread.ts';
import { claimIds, outputs, width } from './outputs.ts';
import type { Rows } from './study.ts';
import { verdictCodes } from './study.ts';

/** A number over all samples that have it. */
export interface OutputSpread extends Spread {
  readonly unit: string;
  /** Share of the samples that have no such number: a crossover that never comes. */
  readonly none_share: number;
  /** Standard error of the mean, as of samples by chance: even samples lie closer. */
  readonly error: number;
}

export interface ClaimShares {
  /** Share of all samples in which the claim holds; a plan that cannot be run holds nothing. */
  readonly holds_share: number;
  readonly fails_share: number;
  readonly undecided_share: number;
  /** Half of the 95 % interval of `holds_share`, as of samples by chance. */
  readonly error: number;
  readonly computed: OutputSpread | null;
}

export interface Summary {
  readonly outputs: { readonly [name: string]: OutputSpread | null };
  readonly claims: { readonly [id: string]: ClaimShares };
  readonly infeasible: {
    readonly count: number;
    readonly share: number;
    readonly why: { readonly [code: string]: number };
  };
  /** Outputs that are the same in every sample: a defect more often than a result. */
  readonly neverVaries: readonly string[];
}

/** One column of the numbers, in order of index. */
export function columnOf(rows: Rows, column: number): Float64Array {
  return Float64Array.from(
    { length: rows.to - rows.from },
    (_, row) => rows.numbers[row * width + column] as number,
  );
}

export function summarise(rows: Rows): Summary {
  const columns = outputs.map((_, column) => columnOf(rows, column));
  return {
    outputs: Object.fromEntries(
      outputs.map(({ name, unit }, column) => [name, spread(columns[column] as Float64Array, unit)]),
    ),
    claims: Object.fromEntries(claims.map(({ id, unit }, place) => [id, claimShares(rows, place, unit)])),
    infeasible: infeasible(rows),
    neverVaries: outputs
      .filter((_, column) => isConstant(columns[column] as Float64Array))
      .map(({ name }) => name),
  };
}

function isConstant(values: Float64Array): boolean {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length > 1 && known.every((value) => value === known[0]);
}

function spread(values: Float64Array, unit: string): OutputSpread | null {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length === 0) return null;
  const found = spreadOf([...known]);
  return {
    ...found,
    unit,
    none_share: 1 - known.length / values.length,
    error: found.sd / Math.sqrt(known.length),
  };
}

function claimShares(rows: Rows, place: number, unit: string): ClaimShares {
  const counts = [0, 0, 0];
  const samples = rows.to - rows.from;
  for (let row = 0; row < samples; row++) {
    if (rows.faults[row] !== '') continue;
    const code = rows.verdicts[row * claimIds.length + place] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  const share = (code: (typeof verdictCodes)[number]): number =>
    (counts[verdictCodes.indexOf(code)] as number) / samples;
  const holds = share('holds');
  return {
    holds_share: holds,
    fails_share: share('fails'),
    undecided_share: share('undecided'),
    error: 1.96 * Math.sqrt((holds * (1 - holds)) / samples),
    computed: spread(columnOf(rows, outputs.length + place), unit),
  };
}

function infeasible(rows: Rows): Summary['infeasible'] {
  const why: { [code: string]: number } = {};
  let count = 0;
  for (const fault of rows.faults) {
    if (fault === '') continue;
    count++;
    why[fault] = (why[fault] ?? 0) + 1;
  }
  return { count, share: count / Math.max(1, rows.faults.length), why };
}
