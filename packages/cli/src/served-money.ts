import { moneyThread } from '@kardashev/cluster/money.ts';
import type { Books } from '@kardashev/contracts/books.ts';
import type { Cost } from '@kardashev/contracts/cost.ts';
import type { Funding } from '@kardashev/contracts/run.ts';
import type { Value } from '@kardashev/contracts/value.ts';
import type { RunResult } from '@kardashev/model/engine/result.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { type FiledQuarter, filedQuarters } from '@kardashev/model/study/filed-quarters.ts';
import type { MoneyOf } from '@kardashev/server/money.ts';
import { readMonths } from '@kardashev/store/months-file.ts';
import type { StoredRun } from '@kardashev/store/run-folder.ts';
import { findRun } from '@kardashev/store/runs.ts';
import { booksAnswer, costAnswer, valueAnswer } from './money-answers.ts';
import { loadPlan } from './plan-input.ts';
import { recent } from './recent.ts';
import { servedWhen } from './served-when.ts';
import type { WorkBook } from './work-book.ts';

/** Draws of a valuation, as `kardashev value` takes. */
const samples = 4000;

/**
 * The money of the runs of a folder, worked out in a thread of its own when somebody asks.
 *
 * @param code hash of the code that works it out
 */
export function servedMoney(runs: string, code: string, book: WorkBook, signal: AbortSignal): MoneyOf {
  const filedFor = filings();
  const thread = moneyThread();
  signal.addEventListener('abort', () => void thread.close(), { once: true });
  const results = recent<Promise<RunResult>>(2);
  const answers = recent<Promise<Cost | Books | Value | undefined>>(24);

  const finished = (name: string): StoredRun | undefined => {
    const found = findRun(runs, name);
    return found.ok && found.value.manifest.status === 'complete' ? found.value : undefined;
  };
  const resultOf = ({ folder, manifest }: StoredRun) =>
    results(`${folder} ${manifest.hash}`, () => readMonths(folder));
  const once = <T extends Cost | Books | Value>(
    { folder, manifest }: StoredRun,
    what: string,
    make: () => Promise<T | undefined>,
  ) => answers(`${folder} ${manifest.hash} ${what}`, make) as Promise<T | undefined>;

  return {
    async cost(name, funding) {
      const run = finished(name);
      if (!run) return undefined;
      return once(run, `cost ${funding}`, async () => {
        const result = await resultOf(run);
        const pass = passOf(result, funding);
        if (pass < 0) return undefined;
        const document = await thread.ask({ what: 'cost', plan: run.manifest.plan, result, pass });
        return costAnswer(name, fundingOf(result, pass), document);
      });
    },
    async books(name, funding) {
      const run = finished(name);
      if (!run) return undefined;
      return once(run, `books ${funding}`, async () => {
        const result = await resultOf(run);
        const pass = passOf(result, funding);
        if (pass < 0) return undefined;
        const { plan } = run.manifest;
        const filed = filedFor(plan);
        const before = filed.year ? { before: filed.year } : {};
        const document = await thread.ask({ what: 'books', plan, result, pass, ...before });
        return booksAnswer(name, fundingOf(result, pass), document, filed.quarters);
      });
    },
    async value(name) {
      const run = finished(name);
      if (!run) return undefined;
      return once(run, 'value', async () => {
        const result = await resultOf(run);
        const { plan, seed } = run.manifest;
        const pass = Math.max(0, passOf(result, 'books'));
        const other = passOf(result, 'apart');
        const funding = fundingOf(result, pass);
        const apart = funding === 'books' && other >= 0 ? { apart: other } : {};
        const document = await thread.ask({ what: 'value', plan, result, pass, seed, samples, ...apart });
        return valueAnswer(name, funding, document);
      });
    },
    when: servedWhen(runs, code, finished, book),
  };
}

/** Index of the pass of a funding, the plan's own without one; −1 where the run has no such pass. */
function passOf({ passes }: RunResult, funding: Funding | undefined): number {
  return funding === undefined ? 0 : passes.findIndex((pass) => pass.funding === funding);
}

function fundingOf({ passes }: RunResult, pass: number): Funding {
  const found = passes[pass];
  if (!found) throw new Error('a run has a pass');
  return found.funding;
}

/** Months read for filings, from the year before the model's first on: more than have been filed. */
const filedMonths = { from: -12, to: 23 };

interface Filed {
  readonly year?: ResolvedPlan;
  readonly quarters: readonly FiledQuarter[];
}

/** What the catalogue has of filings: a plan that ships, read for the months in which there are any. */
function filings(): (plan: ResolvedPlan) => Filed {
  let read: ResolvedPlan | undefined;
  let quarters: readonly FiledQuarter[] = [];
  return (plan) => {
    if (read === undefined) {
      const announced = loadPlan('million', [], new Map(), filedMonths);
      if (!announced.ok) return { quarters };
      read = announced.value;
      quarters = filedQuarters(read);
    }
    const { values } = read;
    // A plan with filings of its own has another year before it.
    const same = Object.entries(plan.values).every(
      ([path, { text }]) => !path.startsWith('capital.filed') || values[path]?.text === text,
    );
    return { quarters, ...(same && plan.from === 0 ? { year: read } : {}) };
  };
}
