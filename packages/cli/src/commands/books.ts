import { booksOf } from '@kardashev/model/study/books-document.ts';
import { Reading } from '@kardashev/model/study/reading.ts';
import type { Command } from 'commander';
import { booksCsv } from '../books/csv.ts';
import { booksScreen } from '../books/screen.ts';
import { type PlanOptions, withPlan } from '../options.ts';
import { print, printJson, writeTo } from '../output.ts';
import { loadPlan } from '../plan-input.ts';
import { inSession } from '../session.ts';
import { runPlan } from '../simulation.ts';
import { need } from '../stop.ts';

/** The months of 2025, before the first that can be run. */
const filedYear = { from: -12, to: -1 };

/** `books PLAN`: income, balance and cash of a plan by year and segment. */
export function prepare(command: Command): void {
  withPlan(command, 'the years')
    .addHelpText(
      'after',
      `
Years before the model are as filed, through the sources of the catalogue; what no filing gives is listed as assumed.

Examples:
  kardashev books plans/million.yaml
  kardashev books plans/as-flown.yaml --csv books.csv
`,
    )
    .action(async (file: string, options: PlanOptions) => {
      const texts = new Map<string, string>();
      const plan = need(loadPlan(file, options.set, texts), texts);
      const before = need(loadPlan(file, options.set, texts, filedYear), texts);
      const { result } = await inSession(options.workers, (session) =>
        runPlan({ plan, seed: options.seed, runs: options.out, reuse: true }, session),
      );
      const documents = result.passes.map((pass) => booksOf(new Reading(plan, result, pass), before));
      const [own, ...others] = documents;
      if (!own) throw new Error('a run has a pass');
      if (options.csv !== undefined) writeTo(options.csv, booksCsv(documents));
      if (options.json) printJson({ ...own, ...(others[0] ? { books: others[0] } : {}) });
      else if (options.csv !== '-') print(booksScreen(own, process.stdout.isTTY === true));
    });
}
