import { Reading } from '@kardashev/model/study/reading.ts';
import { valuation } from '@kardashev/model/study/value/document.ts';
import type { Command } from 'commander';
import { type PlanOptions, whole, withPlan } from '../options.ts';
import { print, printJson, writeTo } from '../output.ts';
import { loadPlan } from '../plan-input.ts';
import { inSession } from '../session.ts';
import { runPlan } from '../simulation.ts';
import { need } from '../stop.ts';
import { stabilityCsv } from '../value/csv.ts';
import { valueScreen } from '../value/screen.ts';

type ValueOptions = PlanOptions & { readonly samples: number };

/** `value PLAN`: what a plan is worth, to whom, and whether value outgrows burn. */
export function prepare(command: Command): void {
  withPlan(command, 'stability by month')
    .option('--samples <n>', 'draws of the valuation', whole(100, 1_000_000), 4000)
    .addHelpText(
      'after',
      `
Values are as seen when the model begins, with multiples, cost of capital and fortunes drawn together. Of a plan that
reports its own books beside the announced building, those books are valued: what nobody pays for is worth nothing.

Examples:
  kardashev value plans/million.yaml
  kardashev value plans/as-flown.yaml --set capital.gainToCash=0.05 --json
`,
    )
    .action(async (file: string, options: ValueOptions) => {
      const texts = new Map<string, string>();
      const plan = need(loadPlan(file, options.set, texts), texts);
      const { result } = await inSession(options.workers, (session) =>
        runPlan({ plan, seed: options.seed, runs: options.out, reuse: true }, session),
      );
      const pass = result.passes.find(({ funding }) => funding === 'books') ?? result.passes[0];
      if (!pass) throw new Error('a run has a pass');
      const apart = result.passes.find(({ funding }) => funding === 'apart');
      const document = valuation(
        new Reading(plan, result, pass),
        options.seed,
        options.samples,
        pass.funding === 'books' && apart ? new Reading(plan, result, apart) : undefined,
      );
      if (options.csv !== undefined) writeTo(options.csv, stabilityCsv(document));
      if (options.json) printJson(document);
      else if (options.csv !== '-') print(valueScreen(document, plan.title, process.stdout.isTTY === true));
    });
}
