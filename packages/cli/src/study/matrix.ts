import { assumptionsOf } from '@kardashev/model/study/monte-carlo/assumption.ts';
import { leadingOf } from '@kardashev/model/study/monte-carlo/design.ts';
import { outputs } from '@kardashev/model/study/monte-carlo/outputs.ts';
import type { Rows } from '@kardashev/model/study/monte-carlo/study.ts';
import { columnOf } from '@kardashev/model/study/monte-carlo/summary.ts';
import { spreadOf } from '@kardashev/model/study/spread.ts';
import { formatNumber } from '@kardashev/model/units/format.ts';
import { fit } from '../layout.ts';
import { quantityText } from '../number-text.ts';
import type { Session } from '../simulation.ts';
import { need } from '../stop.ts';
import { type StudyDocument, studyDocument } from './document.ts';
import type { StudyInput } from './input.ts';
import type { StudyOptions } from './options.ts';

/** A scenario's numbers less the first scenario's, future by future: both saw the same draws. */
export interface Difference {
  readonly mean: number;
  readonly sd: number;
  readonly p5: number;
  readonly p95: number;
  /** Share of the futures in which the number is larger than in the first scenario. */
  readonly larger_share: number;
}

export interface StudyMatrix {
  readonly scenarios: readonly (StudyDocument & {
    readonly againstFirst: { readonly [name: string]: Difference | null };
  })[];
}

/** Studies every scenario on common random numbers. */
export async function studyMatrix(
  input: StudyInput,
  options: StudyOptions,
  session: Session,
): Promise<StudyMatrix> {
  const found: StudyMatrix['scenarios'][number][] = [];
  let first: Rows | undefined;
  let leading: string[] | undefined;
  for (const scenario of input.scenarios) {
    leading ??= leadingOf(need(assumptionsOf(scenario.plan)));
    session.view.say(`studying ${scenario.name}`);
    const { document, finished } = await studyDocument(scenario, input, options, session, leading);
    first ??= finished.rows;
    found.push({ ...document, againstFirst: differences(finished.rows, first) });
  }
  return { scenarios: found };
}

function differences(rows: Rows, first: Rows): { [name: string]: Difference | null } {
  return Object.fromEntries(
    outputs.map(({ name }, column) => {
      const own = columnOf(rows, column);
      const base = columnOf(first, column);
      const known = [...own].map((value, row) => value - base[row]!).filter((value) => !Number.isNaN(value));
      if (known.length === 0) return [name, null];
      const { mean, sd, p5, p95 } = spreadOf(known);
      const larger_share = known.filter((value) => value > 0).length / known.length;
      return [name, { mean, sd, p5, p95, larger_share }];
    }),
  );
}

/** Medians of all scenarios side by side, and how often each claim holds. */
export function matrixScreen({ scenarios }: StudyMatrix): string {
  const wide = 22;
  const head = fit('', 30) + scenarios.map(({ scenario }) => fit(scenario, wide, true)).join(' ');
  const medians = outputs.map(({ name, unit }) => {
    const cells = scenarios.map(({ outputs: found }) =>
      fit(quantityText(found[name]?.p50, unit), wide, true),
    );
    return fit(name, 30) + cells.join(' ');
  });
  const ids = Object.keys(scenarios[0]?.claims ?? {});
  const claims = ids.map((id) => {
    const cells = scenarios.map(({ claims: found }) => {
      const { holds_share = 0, undecided_share = 1 } = found[id] ?? {};
      return undecided_share > 0.999 ? 'undecided' : `${formatNumber(100 * holds_share, 3)} %`;
    });
    return fit(id, 30) + cells.map((cell) => fit(cell, wide, true)).join(' ');
  });
  return [head, ...medians, '', `${fit('holds in', 30)}`, ...claims].join('\n');
}
