import type { PlanDocument, PlanValue } from '@kardashev/contracts/plan.ts';
import type { Funding } from '@kardashev/contracts/run.ts';
import type { Verdict } from '@kardashev/contracts/verdict.ts';
import type { PassResult, RunResult } from '@kardashev/model/engine/result.ts';
import { prepareRun, simulateUnhashed, tableRequests } from '@kardashev/model/engine/run.ts';
import { planSchema } from '@kardashev/model/engine/schema.ts';
import type { ResponseTable } from '@kardashev/model/flows/table.ts';
import { type Fault, failure, type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import { overridden } from '@kardashev/model/plan/override.ts';
import { passesOf, type ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { Reading } from '@kardashev/model/study/reading.ts';
import { headlines, verdict } from '@kardashev/model/study/verdict.ts';
import { monthsOf, shellsOf } from './documents.ts';
import type { Changes, Rerun } from './messages.ts';
import type { TableShelf } from './table-shelf.ts';

export interface RerunWish {
  readonly changes: Changes;
  /** The pass that is told first. */
  readonly funding: Funding;
  readonly columns: readonly string[];
  readonly onFilling: (done: number, total: number) => void;
  /** The pass on show as soon as it is there, then all of them. */
  readonly onRun: (rerun: Rerun) => void;
  /** Milliseconds, from any beginning. */
  readonly clock: () => number;
  /** Lets others speak between two passes. */
  readonly breathe: () => Promise<void>;
  /** Aborted where the answer is not wanted any more; then the promise fails with its reason. */
  readonly signal: AbortSignal;
}

/** A plan that is run again with some of its values changed, with nothing read but what it is given. */
export class RerunModel {
  readonly #document: PlanDocument;
  readonly #plan: ResolvedPlan;
  readonly #shelf: TableShelf;
  readonly #kept: Verdict;
  #last: RunResult | undefined;

  constructor(document: PlanDocument, kept: Verdict, shelf: TableShelf) {
    this.#document = document;
    this.#plan = document.plan as ResolvedPlan;
    this.#kept = kept;
    this.#shelf = shelf;
  }

  /** Runs the plan with these changes. Faults are those of the values changed, and of a plan that cannot be run. */
  async run(wish: RerunWish): Promise<Outcome<void>> {
    const begun = wish.clock();
    const changes = wish.changes.map(([path, text]) => ({ path, text }));
    const changed = overridden(this.#plan, planSchema, changes);
    if (!changed.ok) return changed;
    const plan = changed.value;
    const requests = tableRequests(plan);
    if (!requests.ok) return requests;
    const { tables, filled } = await this.#shelf.obtain(requests.value, wish);
    await pause(wish);
    const tell = (complete: boolean, verdict: Verdict, done: RunResult, funding: Funding): void =>
      wish.onRun({
        complete,
        verdict,
        shells: shellsOf(plan),
        funding,
        months: monthsOf(done, passIn(done, funding), wish.columns),
        values: changedValues(plan, wish.changes),
        filled,
        wall_ms: wish.clock() - begun,
      });
    return this.#passes(plan, tables, wish, tell);
  }

  async #passes(
    plan: ResolvedPlan,
    tables: ReadonlyMap<string, ResponseTable>,
    wish: RerunWish,
    tell: (complete: boolean, verdict: Verdict, done: RunResult, funding: Funding) => void,
  ): Promise<Outcome<void>> {
    const fundings = passesOf(plan);
    const shown = fundings.includes(wish.funding) ? wish.funding : plan.funding;
    const passes = new Map<Funding, PassResult>();
    let months: readonly string[] = [];
    for (const one of [shown, ...fundings.filter((other) => other !== shown)]) {
      const run = onePass(plan, one, this.#document.seed, tables);
      if (!run.ok) return run;
      months = run.value.months;
      passes.set(one, run.value.passes[0]!);
      if (one !== shown || fundings.length === 1) continue;
      tell(false, this.#early(plan, run.value, one), run.value, one);
      await pause(wish);
    }
    const result: RunResult = { months, passes: fundings.map((one) => passes.get(one)!), hash: '' };
    this.#last = result;
    const { version, run } = this.#kept;
    const whole = worded({ ...verdict(plan, result, this.#document.seed, version), run, wall_s: 0 });
    tell(true, whole, result, shown);
    return success(undefined);
  }

  /** Headlines of the pass on show, the rest as it is kept: claims may look at other passes, which are still to come. */
  #early(plan: ResolvedPlan, result: RunResult, funding: Funding): Verdict {
    const own = headlines(new Reading(plan, result, result.passes[0]!));
    const kept = this.#kept;
    return worded(funding === kept.funding ? { ...kept, ...own } : { ...kept, books: own });
  }

  /** Months of the last run that was told in full. */
  months(funding: Funding, columns?: readonly string[]) {
    if (!this.#last) return undefined;
    const result = this.#last;
    const pass = result.passes.find((one) => one.funding === funding);
    return pass && monthsOf(result, pass, columns);
  }
}

async function pause({ breathe, signal }: RerunWish): Promise<void> {
  await breathe();
  signal.throwIfAborted();
}

function onePass(
  plan: ResolvedPlan,
  funding: Funding,
  seed: number,
  tables: ReadonlyMap<string, ResponseTable>,
): Outcome<RunResult> {
  const alone = { ...plan, funding, reportBooks: false, reportApart: false };
  const prepared = prepareRun(alone, { seed, tables });
  return prepared.ok ? success(simulateUnhashed(prepared.value)) : failure(...inPlan(prepared.faults));
}

/** What a room refuses is the plan's, unless the room names a value. */
const inPlan = (faults: readonly Fault[]): Fault[] =>
  faults.map((fault) => ({ ...fault, at: { path: fault.at.path ?? '' } }));

function passIn({ passes }: RunResult, funding: Funding): PassResult {
  return passes.find((pass) => pass.funding === funding) ?? passes[0]!;
}

function changedValues(plan: ResolvedPlan, changes: Changes): { [path: string]: PlanValue } {
  return Object.fromEntries(changes.map(([path]) => [path, plan.values[path] as PlanValue]));
}

/** As the server would have sent it: JSON has neither NaN nor Infinity. */
const worded = (document: object): Verdict => JSON.parse(JSON.stringify(document)) as Verdict;
