import type { RunResult } from '@kardashev/model/engine/result.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { type BooksDocument, booksOf } from '@kardashev/model/study/books-document.ts';
import { type CostByMonth, costByMonth } from '@kardashev/model/study/cost-by-month.ts';
import { Reading } from '@kardashev/model/study/reading.ts';
import { type ValueDocument, valuation } from '@kardashev/model/study/value/document.ts';

/** What a worker is asked about the money of a run: of its pass `pass`, and of `apart` where value needs both. */
export type MoneyTask = {
  readonly plan: ResolvedPlan;
  readonly result: RunResult;
  readonly pass: number;
} & (
  | { readonly what: 'cost' }
  | { readonly what: 'books'; readonly before?: ResolvedPlan }
  | { readonly what: 'value'; readonly seed: number; readonly samples: number; readonly apart?: number }
);

export interface MoneyAnswers {
  readonly cost: CostByMonth;
  readonly books: BooksDocument;
  readonly value: ValueDocument;
}

/** Runs in a worker thread: a valuation takes a second, in which a server should answer others. */
export default function answer(task: MoneyTask): MoneyAnswers[MoneyTask['what']] {
  const { plan, result } = task;
  const reading = (index: number) => {
    const pass = result.passes[index];
    if (!pass) throw new Error(`the run has no pass ${index}`);
    return new Reading(plan, result, pass);
  };
  const own = reading(task.pass);
  switch (task.what) {
    case 'cost': {
      const costs = costByMonth(own);
      if (!costs.ok) throw new Error(costs.faults[0]?.message);
      return costs.value;
    }
    case 'books':
      return booksOf(own, task.before);
    case 'value':
      return valuation(
        own,
        task.seed,
        task.samples,
        task.apart === undefined ? undefined : reading(task.apart),
      );
  }
}
