import { join } from 'node:path';
import { findWhen } from '@kardashev/cluster/when.ts';
import type { When } from '@kardashev/contracts/when.ts';
import { labelOf } from '@kardashev/model/time/calendar.ts';
import type { WhenOf } from '@kardashev/server/money.ts';
import type { StoredRun } from '@kardashev/store/run-folder.ts';
import { keptAnswer } from './kept-answer.ts';
import type { Errand, Standing, WorkBook } from './work-book.ts';

type Answer = NonNullable<When['answer']>;

/** What would have to be true for orbit to be the cheaper place from a month on, worked out once and kept with the run. */
export function servedWhen(
  runs: string,
  code: string,
  finished: (run: string) => StoredRun | undefined,
  book: WorkBook,
): WhenOf {
  const asked =
    (way: (errand: Errand<Answer>) => Standing<Answer>) => async (name: string, month: string) => {
      const run = finished(name);
      if (!run) return undefined;
      const errand = errandOf(runs, code, run, month);
      return errand === 'no-month' ? errand : { run: name, month, ...way(errand) };
    };
  return { look: asked(book.look), start: asked(book.start), cancel: asked(book.cancel) };
}

function errandOf(
  runs: string,
  code: string,
  { folder, manifest }: StoredRun,
  month: string,
): Errand<Answer> | 'no-month' {
  const { plan, seed, hash } = manifest;
  const index = Array.from({ length: plan.to - plan.from + 1 }, (_, at) => labelOf(plan.from + at)).indexOf(
    month,
  );
  if (index < 0) return 'no-month';
  const of = `${hash} ${code}`;
  return {
    key: `when ${folder} ${month}`,
    ...keptAnswer<Answer>(folder, `when-${month}.json`, of),
    async carryOut(signal, onProgress) {
      const { ratio, thresholds, ratioAtBest } = await findWhen(plan, {
        seed,
        tables: join(runs, '.tables'),
        month: index,
        signal,
        onProgress: ({ done, total }) => onProgress(done, total),
      });
      return { ratio, thresholds: thresholds.map((one) => ({ ...one, paths: [...one.paths] })), ratioAtBest };
    },
  };
}
