import type { RunResult } from '@kardashev/model/engine/result.ts';
import { isCalculator } from '@kardashev/model/plan/read.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { type CostDocument, costOfProjects, costOfRun } from '@kardashev/model/study/cost-document.ts';
import { Reading } from '@kardashev/model/study/reading.ts';
import { whenCheaper } from '@kardashev/model/study/when.ts';
import type { Command } from 'commander';
import { costCsv } from '../cost/csv.ts';
import { costScreen } from '../cost/screen.ts';
import { monthOfRun } from '../month-option.ts';
import { type PlanOptions, withPlan } from '../options.ts';
import { print, printJson, writeTo } from '../output.ts';
import { loadPlan } from '../plan-input.ts';
import { inSession } from '../session.ts';
import { runPlan, tablesOf } from '../simulation.ts';
import { BadInput, need } from '../stop.ts';

type CostOptions = PlanOptions & { readonly month?: string; readonly when?: string };

/** `cost PLAN`: what delivered compute costs in orbit and on the ground, part by part. */
export function prepare(command: Command): void {
  withPlan(command, 'the parts of the cost')
    .option('--month <YYYY-MM>', 'month in which the units are asked for; by default the last of the plan')
    .option(
      '--when <YYYY-MM>',
      'what each main assumption alone would have to be for orbit to be cheaper from then on',
    )
    .addHelpText(
      'after',
      `
Examples:
  kardashev cost plans/million.yaml --month 2035-06
  kardashev cost plans/million.yaml --set capital.costOfCapital="6 %/yr"
  kardashev cost plans/million.yaml --when 2029-02
  kardashev cost plans/peers/mccalip.yaml --set projects.orbit.launchPrice="200 USD/kg"
`,
    )
    .action(async (file: string, options: CostOptions) => {
      const texts = new Map<string, string>();
      const plan = need(loadPlan(file, options.set, texts), texts);
      const calculator = isCalculator(plan.entries);
      if (calculator && options.when !== undefined) throw new BadInput([calculatorHasNoMonths]);
      const document = calculator ? costOfProjects(plan) : await costOfPlan(plan, options);
      if (options.csv !== undefined) writeTo(options.csv, costCsv(document));
      if (options.json) printJson(document);
      else if (options.csv !== '-') print(costScreen(document, plan, process.stdout.isTTY === true));
    });
}

/** Runs the plan, or takes a finished run of the same inputs, and costs a month of it. */
async function costOfPlan(plan: ResolvedPlan, options: CostOptions): Promise<CostDocument> {
  return inSession(options.workers, async (session) => {
    const { result } = await runPlan({ plan, seed: options.seed, runs: options.out, reuse: true }, session);
    const document = costOfMonth(plan, result, options);
    if (options.when === undefined) return document;
    const month = monthOfRun(result.months, options.when, '--when');
    const tables = await tablesOf(plan, options.out, session);
    const onProgress = (done: number, total: number): void =>
      session.view.preparing('trying one assumption after the other', done, total);
    return { ...document, when: whenCheaper(plan, tables, options.seed, month, onProgress) };
  });
}

function costOfMonth(plan: ResolvedPlan, result: RunResult, options: CostOptions): CostDocument {
  const month = monthOfRun(result.months, options.month);
  const pass = result.passes[0];
  if (!pass) throw new Error('a run has a pass');
  return need(costOfRun(new Reading(plan, result, pass), month));
}

const calculatorHasNoMonths = {
  code: 'command/usage',
  message: '--when wants a plan with months.',
  at: { path: '--when' },
  cause: 'A calculator compares projects without a date.',
  fix: 'Leave it out, or cost a plan such as plans/million.yaml.',
} as const;
