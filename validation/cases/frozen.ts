import { prepareRun, simulateAtOnce } from '../../packages/model/src/engine/run.ts';
import { present } from '../../packages/model/src/outcome/invariant.ts';
import { booksOf } from '../../packages/model/src/study/books-document.ts';
import type { BooksQuarter } from '../../packages/model/src/study/books-period.ts';
import { Reading } from '../../packages/model/src/study/reading.ts';
import { expectValue, housePlan, houseTables } from '../../packages/model/testing/house.ts';
import type { Case } from '../case.ts';
import { figure, relative } from './figures.ts';

let kept: BooksQuarter | undefined;

/** The second quarter of 2026 as the plan frozen before it has it. */
function secondQuarter(): BooksQuarter {
  if (kept) return kept;
  const plan = {
    ...housePlan('frozen-2026-q1', [{ path: 'period.to', text: '2026-12' }]),
    reportBooks: false,
  };
  const result = simulateAtOnce(expectValue(prepareRun(plan, { seed: 1, tables: houseTables(plan) })));
  const { quarters } = booksOf(new Reading(plan, result, present(result.passes[0], 'a run has a pass')));
  kept = present(
    quarters.find(({ quarter }) => quarter === '2026-Q2'),
    'the plan has the quarter',
  );
  return kept;
}

const revenue = (segment: 'space' | 'connectivity' | 'ai'): number =>
  secondQuarter().segments[segment].revenue_USD / 1e6;

/** A forecast that is asked for one quarter ahead, beside what was reported later. Nothing is fitted on it. */
export const frozenCases: readonly Case[] = [
  {
    id: 'Q2',
    title: 'The second quarter of 2026 from plans/frozen-2026-q1.yaml',
    room: 'capital',
    kind: 'prediction',
    source: 'report of the second quarter of 2026, through the press',
    figures: [
      figure('revenue, Space', 'MUSD', 962, relative(0.1), () => revenue('space')),
      figure('revenue, Connectivity', 'MUSD', 4291, relative(0.1), () => revenue('connectivity')),
      figure('revenue, AI', 'MUSD', 2561, relative(0.1), () => revenue('ai')),
      figure(
        'capital spending',
        'MUSD',
        18_369,
        relative(0.1),
        () => -secondQuarter().cash.investing_USD / 1e6,
      ),
    ],
    remark:
      "The plan knows the first quarter and no more. Space is met. Connectivity is missed on the low side: enterprise, government and hardware grew faster than a year's third. AI and capital spending are missed by far: the lease of compute and the doubling of AI's estate were known to nobody outside. The tolerance is ours.",
  },
];
