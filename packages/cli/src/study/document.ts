import { type Fan, fansOf } from '@kardashev/model/study/monte-carlo/fans.ts';
import { hashRows } from '@kardashev/model/study/monte-carlo/hash.ts';
import { studyOf } from '@kardashev/model/study/monte-carlo/plan-study.ts';
import { type Summary, summarise } from '@kardashev/model/study/monte-carlo/summary.ts';
import { type Sensitivity, sensitivityOf } from '@kardashev/model/study/sensitivity/of-rows.ts';
import { version } from '../house.ts';
import type { Session } from '../simulation.ts';
import { need } from '../stop.ts';
import type { AsOf } from './as-of.ts';
import { carryOut, type FinishedStudy } from './carry-out.ts';
import { type Explored, explore } from './explore.ts';
import type { Scenario, StudyInput } from './input.ts';
import type { StudyOptions } from './options.ts';

/** The `study --json` document. `wall_s`, `samplesPerSecond` and `computed` alone differ from call to call. */
export interface StudyDocument extends Omit<Summary, 'claims'>, Pick<Sensitivity, 'sensitivity'> {
  readonly plan: string;
  readonly scenario: string;
  readonly seed: number;
  readonly version: string;
  readonly sampling: string;
  readonly samples: number;
  readonly computed: number;
  readonly wall_s: number;
  readonly samplesPerSecond: number;
  readonly claims: {
    readonly [id: string]: Summary['claims'][string] & {
      readonly decidedBy: Sensitivity['deciders'][string];
    };
  };
  /** Quantiles of a few numbers at every December, for charts over time. */
  readonly fans: { readonly [name: string]: Fan };
  readonly tornado: Explored['tornado']['bars'];
  /** Assumptions that alone would turn a claim's verdict. */
  readonly wouldChange: Explored['tornado']['turns'];
  readonly assumptions: number;
  /** Correlations that took part; all are assumed. */
  readonly correlations: FinishedStudy['sampler']['study']['correlations'];
  /** Kept at the plan's value, since tables under them are too slow to follow. */
  readonly held: readonly string[];
  /** Followed in the tables by differences about the plan's values. */
  readonly expanded: number;
  readonly gap?: Explored['gap'];
  readonly reached?: boolean;
  readonly asOf?: AsOf;
  readonly folder: string;
  readonly hash: string;
}

/** Studies a scenario: samples, summary, sensitivities. */
export async function studyDocument(
  scenario: Scenario,
  { correlations }: Pick<StudyInput, 'correlations'>,
  options: StudyOptions,
  session: Session,
  leading?: readonly string[],
): Promise<{ readonly document: StudyDocument; readonly finished: FinishedStudy }> {
  const { seed, samples, sampling, passes } = options;
  session.view.preparing('finding what tables depend on', 0, 1);
  const study = need(studyOf(scenario.plan, { seed, samples, sampling, passes, correlations }, leading));
  const finished = await carryOut(study, options, session);
  const document = await documentOf(finished, options, session, scenario.name);
  return { document: { ...document, ...(scenario.asOf ? { asOf: scenario.asOf } : {}) }, finished };
}

/** The document of samples at hand. */
export async function documentOf(
  finished: FinishedStudy,
  options: StudyOptions,
  session: Session,
  scenario = finished.folder.study.plan.name,
): Promise<StudyDocument> {
  const { sampler, rows, folder } = finished;
  const { claims, ...summary } = summarise(rows);
  const found = sensitivityOf(sampler, rows);
  const explored = await explore(finished, found, options, session);
  const names = new Set(sampler.assumptions.flatMap(({ id, paths }) => [id, ...paths]));
  return {
    plan: sampler.study.plan.name,
    scenario,
    seed: sampler.study.seed,
    version,
    sampling: sampler.study.sampling,
    samples: rows.to - rows.from,
    computed: finished.computed,
    wall_s: finished.wall_s,
    samplesPerSecond: finished.samplesPerSecond,
    ...summary,
    claims: Object.fromEntries(
      Object.entries(claims).map(([id, shares]) => [id, { ...shares, decidedBy: found.deciders[id] ?? [] }]),
    ),
    fans: fansOf(rows, folder.study.plan),
    sensitivity: withTotals(found.sensitivity, explored.totals),
    tornado: explored.tornado.bars,
    wouldChange: explored.tornado.turns,
    assumptions: sampler.assumptions.length,
    correlations: sampler.study.correlations.filter(({ of }) => of.every((name) => names.has(name))),
    held: sampler.study.held,
    expanded: sampler.study.expanded.length,
    ...(explored.gap ? { gap: explored.gap } : {}),
    ...(finished.reached === undefined ? {} : { reached: finished.reached }),
    folder: folder.path,
    hash: hashRows(rows),
  };
}

/** Totals by pairs of samples, where they were asked for, in place of those read off the samples. */
function withTotals(
  sensitivity: Sensitivity['sensitivity'],
  totals: Explored['totals'],
): Sensitivity['sensitivity'] {
  if (!totals) return sensitivity;
  return Object.fromEntries(
    Object.entries(sensitivity).map(([name, indices]) => [
      name,
      indices.map((index) => {
        const total = totals[name]?.[index.assumption];
        return total === undefined ? index : { ...index, total, total_high: total };
      }),
    ]),
  );
}
