import { prepareRun, simulateUnhashed } from '../../engine/run.ts';
import type { ResponseTable } from '../../flows/table.ts';
import { type Outcome, success } from '../../outcome/outcome.ts';
import type { ResolvedPlan } from '../../plan/resolved.ts';
import { judge } from '../claims/judge.ts';
import { Reading } from '../reading.ts';
import { headlines } from '../verdict.ts';
import { type Assumption, assumptionsOf, valueAt } from './assumption.ts';
import { blocksOf } from './correlation.ts';
import { Design } from './design.ts';
import { withValues } from './draw.ts';
import { type Probe, probesOf } from './follow.ts';
import { Follower } from './follower.ts';
import { claimIds, width, writeRow } from './outputs.ts';
import { seriesWidth, writeSeries } from './series.ts';
import type { Rows, Shard, Study } from './study.ts';

/** Tables of the plan and of the probes of its expansion, as they were filled. */
export interface StudyTables {
  readonly own: ReadonlyMap<string, ResponseTable>;
  /** In the order of `probes`. */
  readonly probes: readonly ResponseTable[];
}

/** A study made ready: its points, its plans, its rows. */
export class Sampler {
  readonly study: Study;
  readonly assumptions: readonly Assumption[];
  readonly #free: readonly Assumption[];
  readonly #design: Design;
  readonly #plan: ResolvedPlan;
  readonly #point: Float64Array;

  private constructor(study: Study, assumptions: readonly Assumption[], design: Design) {
    this.study = study;
    this.assumptions = assumptions;
    this.#free = assumptions.filter(({ id }) => !study.held.includes(id));
    this.#design = design;
    this.#plan = study.passes === 'own' ? ownPass(study.plan) : study.plan;
    this.#point = new Float64Array(assumptions.length);
  }

  /** Faults: those of `assumptionsOf` and `blocksOf`. */
  static of(study: Study): Outcome<Sampler> {
    const assumptions = assumptionsOf(study.plan);
    if (!assumptions.ok) return assumptions;
    const blocks = blocksOf(assumptions.value, study.correlations);
    if (!blocks.ok) return blocks;
    return success(new Sampler(study, assumptions.value, new Design(study, assumptions.value, blocks.value)));
  }

  /** The plan that is run, with the passes that the study asks for. */
  get plan(): ResolvedPlan {
    return this.#plan;
  }

  /** Coarse tables that samples need beside the plan's own. */
  probes(): Probe[] {
    return probesOf(
      this.#plan,
      this.assumptions.filter(({ id }) => this.study.expanded.includes(id)),
    );
  }

  /** Shares of all assumptions' distributions at sample `index`: what sensitivities are sought in. */
  shares(index: number): Float64Array {
    this.#design.point(index, this.#point);
    return this.#point;
  }

  /** Values of all assumptions at sample `index`, SI; held ones at the plan's. */
  values(index: number, exact = false): Float64Array {
    return this.valuesAt(this.shares(index), exact);
  }

  valuesAt(shares: ArrayLike<number>, exact = false): Float64Array {
    const held = exact ? [] : this.study.held;
    return Float64Array.from(this.assumptions, (assumption, place) =>
      held.includes(assumption.id) ? assumption.centre : valueAt(assumption, shares[place] as number),
    );
  }

  /** The plan of some values, one an assumption. */
  planAt(values: ArrayLike<number>): ResolvedPlan {
    return withValues(this.#plan, this.assumptions, values);
  }

  /** Free assumptions: those that samples move. */
  get free(): readonly Assumption[] {
    return this.#free;
  }
}

/** A plan without the passes that it reports beside its own. */
export function ownPass(plan: ResolvedPlan): ResolvedPlan {
  return { ...plan, reportBooks: false, reportApart: false };
}

/** Runs samples, with the tables at hand. */
export class Runner {
  readonly sampler: Sampler;
  readonly #follower: Follower;

  constructor(sampler: Sampler, tables: StudyTables, probes: readonly Probe[] = sampler.probes()) {
    this.sampler = sampler;
    this.#follower = new Follower(tables.own, probes, tables.probes, sampler.assumptions);
  }

  /** Rows of a shard; `onSample` is called after each. */
  run({ from, to }: Shard, onSample?: () => void): Rows {
    const rows = emptyRows({ from, to }, seriesWidth(this.sampler.plan));
    for (let index = from; index < to; index++) {
      this.runAt(this.sampler.values(index), rows, index - from);
      onSample?.();
    }
    return rows;
  }

  /** Runs the plan of some values and writes its row. */
  runAt(values: Float64Array, rows: MutableRows, row: number): void {
    runInto(this.sampler.planAt(values), this.sampler.study.seed, this.tablesAt(values), rows, row);
  }

  /** Tables as they follow some values. */
  tablesAt(values: Float64Array): ReadonlyMap<string, ResponseTable> {
    return this.#follower.at(values);
  }
}

export type MutableRows = Omit<Rows, 'faults'> & { readonly faults: string[] };

/** Rows to be filled; `ofSeries` numbers of yearly series a sample, if any. */
export function emptyRows({ from, to }: Shard, ofSeries = 0): MutableRows {
  const count = to - from;
  return {
    from,
    to,
    numbers: new Float64Array(count * width).fill(Number.NaN),
    verdicts: new Uint8Array(count * claimIds.length),
    series: new Float64Array(count * ofSeries).fill(Number.NaN),
    faults: new Array<string>(count).fill(''),
  };
}

/** Runs a plan and writes its row; a plan that cannot be run leaves the code of what stands against it. */
export function runInto(
  plan: ResolvedPlan,
  seed: number,
  tables: ReadonlyMap<string, ResponseTable>,
  rows: MutableRows,
  row: number,
): void {
  try {
    const prepared = prepareRun(plan, { seed, tables });
    if (!prepared.ok) {
      rows.faults[row] = prepared.faults[0]?.code ?? 'plan/shape';
      return;
    }
    const result = simulateUnhashed(prepared.value);
    const pass = result.passes[0];
    if (!pass) return;
    const reading = new Reading(plan, result, pass);
    writeRow(headlines(reading), judge(plan, result), rows.numbers, rows.verdicts, row);
    writeSeries(reading, rows.series, rows.to - rows.from, row);
  } catch (error) {
    // A model that breaks far from the plan's own values: a defect, to be counted and told, not to end all others.
    rows.faults[row] = (error as { code?: string }).code ?? 'study/defect';
  }
}

/** Rows of several shards as one, in order of index. Throws where one is missing. */
export function joined(parts: readonly Rows[]): Rows {
  const sorted = [...parts].sort((left, right) => left.from - right.from);
  const kept: Rows[] = [];
  for (const part of sorted) {
    const end = kept.at(-1)?.to ?? part.from;
    if (part.to <= end && kept.length > 0) continue;
    kept.push(part);
  }
  const from = kept[0]?.from ?? 0;
  const ofSeries = kept[0] ? kept[0].series.length / (kept[0].to - kept[0].from) : 0;
  const rows = emptyRows({ from, to: kept.at(-1)?.to ?? from }, ofSeries);
  for (const part of kept) {
    rows.series.set(part.series, (part.from - from) * ofSeries);
    rows.numbers.set(part.numbers, (part.from - from) * width);
    rows.verdicts.set(part.verdicts, (part.from - from) * claimIds.length);
    rows.faults.splice(part.from - from, part.faults.length, ...part.faults);
  }
  return rows;
}
