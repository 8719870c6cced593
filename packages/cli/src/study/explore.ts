import { type Evaluate, withPoints } from '@kardashev/cluster/study/points.ts';
import { outputs, width } from '@kardashev/model/study/monte-carlo/outputs.ts';
import type { Sampler } from '@kardashev/model/study/monte-carlo/sampler.ts';
import type { Rows } from '@kardashev/model/study/monte-carlo/study.ts';
import { columnOf } from '@kardashev/model/study/monte-carlo/summary.ts';
import { jansen } from '@kardashev/model/study/sensitivity/jansen.ts';
import type { Sensitivity } from '@kardashev/model/study/sensitivity/of-rows.ts';
import { type Tornado, tornadoOf, tornadoPoints } from '@kardashev/model/study/sensitivity/tornado.ts';
import type { Session } from '../simulation.ts';
import type { FinishedStudy } from './carry-out.ts';
import type { StudyOptions } from './options.ts';

/** How far samples with followed tables lie from the same with tables filled exactly and nothing held. */
export interface Gap {
  readonly samples: number;
  /** By number: root mean square of the difference, over the number's standard deviation in the study. */
  readonly outputs: { readonly [name: string]: number | null };
}

/** What is asked of a study beside its samples, by runs of its plan at chosen points. */
export interface Explored {
  readonly tornado: Tornado;
  readonly gap?: Gap;
  /** Jansen's total indices of the assumptions that matter, by number. */
  readonly totals?: { readonly [name: string]: { readonly [assumption: string]: number } };
}

/** Assumptions that get a bar of their own. */
const barsAtMost = 20;

export async function explore(
  study: FinishedStudy,
  sensitivity: Sensitivity,
  options: StudyOptions,
  session: Session,
): Promise<Explored> {
  const { sampler, rows, folder } = study;
  const chosen = chosenOf(sampler, sensitivity);
  return withPoints(folder, session.workers, session.signal, async (evaluate) => {
    const points = tornadoPoints(sampler.assumptions, chosen);
    const onProgress = (done: number) =>
      session.view.preparing('moving one assumption at a time', done, points.length);
    const tornado = tornadoOf(sampler.assumptions, chosen, await evaluate(points, { onProgress }));
    const gap =
      options.exact > 0 ? { gap: await gapOf(sampler, rows, evaluate, options.exact, session) } : {};
    const totals =
      options.totals > 0
        ? { totals: await totalsOf(sampler, rows, chosen.slice(0, 8), evaluate, options.totals, session) }
        : {};
    return { tornado, ...gap, ...totals };
  });
}

/** Places of the assumptions that move any number or verdict most. */
function chosenOf({ assumptions }: Sampler, { sensitivity, deciders }: Sensitivity): number[] {
  const most = new Map<string, number>();
  const standing = Object.values(sensitivity).flatMap((indices) =>
    indices.filter((index) => index.beyondChance),
  );
  for (const index of [...standing, ...Object.values(deciders).flat()]) {
    most.set(index.assumption, Math.max(most.get(index.assumption) ?? 0, index.first));
  }
  return [...most]
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, barsAtMost)
    .map(([id]) => assumptions.findIndex((assumption) => assumption.id === id));
}

async function gapOf(
  sampler: Sampler,
  rows: Rows,
  evaluate: Evaluate,
  wanted: number,
  { view }: Session,
): Promise<Gap> {
  const samples = Math.min(wanted, rows.to - rows.from);
  const points = Array.from({ length: samples }, (_, index) => sampler.values(index, true));
  const exact = await evaluate(points, {
    exact: true,
    onProgress: (done) => view.preparing('filling tables for single samples', done, samples),
  });
  const gaps = outputs.map(({ name }, column) => {
    const all = columnOf(rows, column).filter((value) => !Number.isNaN(value));
    const sd = Math.sqrt(varianceOf(all));
    const squares = points.flatMap((_, row) => {
      const difference =
        (exact.numbers[row * width + column] as number) - (rows.numbers[row * width + column] as number);
      return Number.isNaN(difference) ? [] : [difference * difference];
    });
    const mean = squares.reduce((sum, square) => sum + square, 0) / squares.length;
    return [name, squares.length > 0 && sd > 0 ? Math.sqrt(mean) / sd : null] as const;
  });
  return { samples, outputs: Object.fromEntries(gaps) };
}

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** Pairs of samples that differ in one assumption: it is taken from the sample half the study away. */
async function totalsOf(
  sampler: Sampler,
  rows: Rows,
  chosen: readonly number[],
  evaluate: Evaluate,
  wanted: number,
  { view }: Session,
): Promise<{ [name: string]: { [assumption: string]: number } }> {
  const all = rows.to - rows.from;
  const pairs = Math.min(wanted, all >> 1);
  const found: { [name: string]: { [assumption: string]: number } } = Object.fromEntries(
    outputs.map(({ name }) => [name, {}]),
  );
  for (const [step, place] of chosen.entries()) {
    const points = Array.from({ length: pairs }, (_, index) =>
      sampler.values(index).with(place, sampler.values(index + (all >> 1))[place] as number),
    );
    const moved = await evaluate(points, {
      onProgress: (done) =>
        view.preparing('pairs for total indices', step * pairs + done, chosen.length * pairs),
    });
    const id = sampler.assumptions[place]?.id ?? '';
    for (const [column, { name }] of outputs.entries()) {
      const known = columnOf(rows, column);
      const variance = varianceOf(known.filter((value) => !Number.isNaN(value)));
      (found[name] as { [id: string]: number })[id] = jansen(
        known.subarray(0, pairs),
        columnOf(moved, column),
        variance,
      );
    }
  }
  return found;
}
