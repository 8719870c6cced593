import { type Evaluate, withPoints } from '@kardashev/cluster/study/points.ts';
import { claims } from '@kardashev/model/study/claims/judge.ts';
import { claimIds, outputs } from '@kardashev/model/study/monte-carlo/outputs.ts';
import { studyOf } from '@kardashev/model/study/monte-carlo/plan-study.ts';
import type { Sampler } from '@kardashev/model/study/monte-carlo/sampler.ts';
import type { Rows } from '@kardashev/model/study/monte-carlo/study.ts';
import { length, nearest } from '@kardashev/model/study/search/nearest.ts';
import { scoreAtShare, valueAtScore } from '@kardashev/model/study/search/scores.ts';
import { shortfallOf } from '@kardashev/model/study/search/shortfall.ts';
import { formatNumber } from '@kardashev/model/units/format.ts';
import type { Session } from '../simulation.ts';
import { need } from '../stop.ts';
import { carryOut } from './carry-out.ts';
import type { Scenario, StudyInput } from './input.ts';
import { type Movable, movableOf } from './movable.ts';
import type { StudyOptions } from './options.ts';

/** What would have to be true for a claim to hold. */
export interface SearchDocument {
  readonly plan: string;
  readonly claim: string;
  readonly said: string;
  readonly found: boolean;
  /** The claim holds in the plan as it stands. */
  readonly alreadyHolds: boolean;
  /** Length of the way from the plan, in spreads of the assumptions moved; null where none was found. */
  readonly distance: number | null;
  /** As `--set` takes them; empty where none was found. */
  readonly overrides: { readonly [path: string]: string };
  readonly moved: readonly {
    readonly assumption: string;
    readonly from: number;
    readonly to: number;
    readonly unit: string;
    readonly spreads: number;
  }[];
  /** What the claim's quantity comes to there, with tables filled as `run` fills them. */
  readonly computed: number | null;
  readonly claimed: number;
  /** By how much the closest point fails, in units of the claimed figure; 0 where one was found. */
  readonly lacks: number;
  readonly samplesThatHold: number;
  readonly runs: number;
  readonly why: string;
}

const movedAtMost = 24;

export async function searchFor(
  claim: string,
  { plan, name }: Scenario,
  { correlations }: StudyInput,
  options: StudyOptions,
  session: Session,
): Promise<SearchDocument> {
  const { seed, samples, sampling, passes } = options;
  const study = need(studyOf(plan, { seed, samples, sampling, passes, correlations }));
  const { sampler, rows, folder } = await carryOut(study, options, session);
  const sought = Float64Array.from(rows.faults, (fault, row) =>
    fault === '' ? shortfallOf(claim, rows, row) : Number.NaN,
  );
  const movable = movableOf(sampler, rows, [sought], options.vary, movedAtMost);
  return withPoints(folder, session.workers, session.signal, async (evaluate) => {
    let runs = 0;
    const counted: Evaluate = async (points, how) => {
      runs += points.length;
      session.view.preparing(`seeking where ${claim} holds, ${runs} runs`, runs, runs + 1);
      return evaluate(points, how);
    };
    const shortfalls = async (points: readonly Float64Array[]) => {
      const found = await counted(points.map((point) => valuesAt(sampler, movable, point)));
      return points.map((_, row) => shortfallOf(claim, found, row));
    };
    const starts = startsOf(claim, sampler, rows, movable);
    const found = await nearest(movable.length, shortfalls, starts);
    const settled = found.point ? await settle(claim, sampler, movable, found.point, counted) : undefined;
    const holding = [...sought].filter((lacks) => lacks <= 0).length;
    return documentOf(claim, name, sampler, movable, { settled, lacks: found.lacks, holding, runs });
  });
}

/** The samples that hold nearest to the plan, on the assumptions that may be moved: good places to begin. */
function startsOf(claim: string, sampler: Sampler, rows: Rows, movable: readonly Movable[]): Float64Array[] {
  return rows.faults
    .flatMap((_, row) => (shortfallOf(claim, rows, row) <= 0 ? [row] : []))
    .map((row) => {
      const shares = sampler.shares(rows.from + row);
      return Float64Array.from(movable, ({ assumption, place }) =>
        Math.min(3, Math.max(-3, scoreAtShare(assumption, shares[place]!))),
      );
    })
    .sort((one, other) => length(one) - length(other))
    .slice(0, 4);
}

function valuesAt({ assumptions }: Sampler, movable: readonly Movable[], point: Float64Array): Float64Array {
  const values = Float64Array.from(assumptions, ({ centre }) => centre);
  for (const [index, { assumption, place }] of movable.entries()) {
    values[place] = rounded(valueAtScore(assumption, point[index]!));
  }
  return values;
}

/** As an override writes it: six digits. */
const rounded = (value: number): number => Number(value.toPrecision(6));

interface Settled {
  readonly point: Float64Array;
  readonly computed: number;
}

/** Goes a little further where the claim fails once tables are filled as `run` fills them. */
async function settle(
  claim: string,
  sampler: Sampler,
  movable: readonly Movable[],
  point: Float64Array,
  evaluate: Evaluate,
): Promise<Settled | undefined> {
  for (const factor of [1, 1.01, 1.03, 1.1, 1.25]) {
    const further = point.map((value) => value * factor);
    const rows = await evaluate([valuesAt(sampler, movable, further)], { exact: true });
    if (shortfallOf(claim, rows, 0) > 0) continue;
    const computed = rows.numbers[outputs.length + claimIds.indexOf(claim)]!;
    return { point: further, computed };
  }
  return undefined;
}

function documentOf(
  id: string,
  plan: string,
  sampler: Sampler,
  movable: readonly Movable[],
  found: { settled: Settled | undefined; lacks: number; holding: number; runs: number },
): SearchDocument {
  const claim = claims.find((one) => one.id === id)!;
  const { settled, holding, runs } = found;
  const values = settled && valuesAt(sampler, movable, settled.point);
  const moved = movable.flatMap(({ assumption, place }, index) => {
    const spreads = settled?.point[index] ?? 0;
    if (!values || spreads === 0 || values[place] === assumption.centre) return [];
    return [{ assumption, spreads, to: values[place]! }];
  });
  const overrides = moved.flatMap(({ assumption: { paths, unit }, to }) =>
    paths.map((path) => [path, `${to} ${unit}`.trim()]),
  );
  return {
    plan,
    claim: id,
    said: claim.said,
    found: settled !== undefined,
    alreadyHolds: settled !== undefined && moved.length === 0,
    distance: settled ? length(settled.point) : null,
    overrides: Object.fromEntries(overrides),
    moved: moved
      .map(({ assumption, spreads, to }) => ({
        assumption: assumption.id,
        from: assumption.centre,
        to,
        unit: assumption.unit,
        spreads,
      }))
      .sort((one, other) => Math.abs(other.spreads) - Math.abs(one.spreads)),
    computed: settled && Number.isFinite(settled.computed) ? settled.computed : null,
    claimed: claim.claimed,
    lacks: settled ? 0 : Math.max(0, found.lacks),
    samplesThatHold: holding,
    runs,
    why: whyOf(id, settled, moved.length, movable, found.lacks),
  };
}

function whyOf(
  id: string,
  settled: Settled | undefined,
  moved: number,
  movable: readonly Movable[],
  lacks: number,
): string {
  if (settled && moved === 0) return `${id} holds in the plan as it stands.`;
  if (settled)
    return `${id} holds ${formatNumber(length(settled.point))} spreads away, with ${moved} assumptions moved.`;
  if (lacks <= 0)
    return `${id} seems to hold where tables are followed by differences, and not once they are filled.`;
  return `No plan was found in which ${id} holds, with ${movable.length} assumptions moved as far as their distributions go: at best it fails by ${formatNumber(lacks, 2)}, as a share of the claimed figure (years for dates).`;
}

export function searchScreen(document: SearchDocument): string {
  const { claim, said, why, moved, found, runs } = document;
  const lines = moved.map(
    ({ assumption, from, to, unit, spreads }) =>
      `  ${assumption}: ${formatNumber(from)} → ${formatNumber(to)} ${unit} (${formatNumber(spreads, 2)} spreads)`,
  );
  const how = found && moved.length > 0 ? ['', 'Try it:', ...setsOf(document)] : [];
  return [`${claim}: ${said}`, why, ...lines, ...how, '', `${runs} runs beside the samples.`].join('\n');
}

function setsOf({ plan, overrides }: SearchDocument): string[] {
  const sets = Object.entries(overrides).map(([path, value]) => `  --set ${path}="${value}"`);
  return [`  kardashev claims ${plan} \\`, sets.join(' \\\n')];
}
