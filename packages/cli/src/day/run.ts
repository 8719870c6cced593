import { performance } from 'node:perf_hooks';
import { dayThreads } from '@kardashev/cluster/day-stepper.ts';
import { referenceFleet } from '@kardashev/kernels/fleet/reference.ts';
import { boundProgram } from '@kardashev/model/compute/scheduler/bound.ts';
import { jobsOf } from '@kardashev/model/compute/scheduler/jobs.ts';
import { blind, type Policy, sunAware } from '@kardashev/model/compute/scheduler/policy.ts';
import type { Rationing } from '@kardashev/model/energy/day/sit.ts';
import { clocksOf } from '@kardashev/model/engine/day/clocks.ts';
import { dayDocument } from '@kardashev/model/engine/day/document.ts';
import { layFleet } from '@kardashev/model/engine/day/lay.ts';
import { orbitMean } from '@kardashev/model/engine/day/month.ts';
import { dayChance } from '@kardashev/model/engine/day/prepare.ts';
import { type DayOutcome, type DayTask, runDay } from '@kardashev/model/engine/day/run-day.ts';
import { highsSolver } from '../highs-solver.ts';
import { interruptible } from '../interrupt.ts';
import { print, printJson } from '../output.ts';
import { loadPlan } from '../plan-input.ts';
import { progressView } from '../progress.ts';
import { need } from '../stop.ts';
import { dayOf } from './date.ts';
import { hashDay } from './hash.ts';
import { fleetOf, jobRows } from './input.ts';
import type { DayOptions } from './options.ts';
import { loadPolicy } from './policy.ts';
import { dayScreen } from './screen.ts';
import { writeDay } from './tables.ts';

/** Steps of the kernel in a minute. */
const stepsPerMinute = 1;
const minute_s = 60;
/** A linear program needs neither of a search's limits. */
const noSearch = { relativeGap: 0, nodes: 1 };

/** `day`: a plan's fleet and jobs through one day, beside a blind scheduler and a bound that none can pass. */
export async function runDayOfPlan(file: string, options: DayOptions): Promise<void> {
  const began = performance.now();
  const texts = new Map<string, string>();
  const plan = need(loadPlan(file, options.set, texts), texts);
  const day = dayOf(plan, options.date);
  const policy = await loadPolicy(options.policy);
  const view = progressView();
  try {
    await interruptible(async (signal) => {
      const session = { workers: options.workers, view, signal };
      const { tables, month, spec } = await fleetOf(plan, day, options, session, texts);
      const fleet = need(layFleet(plan, spec), texts);
      const { rows, refused } = jobRows(fleet, day, options, month, texts);
      const jobs = jobsOf(rows);
      const limit_K = fleet.designs[0]!.junctionLimit_K;
      const hottest_K = month
        ? orbitMean(
            spec.hosts,
            month.junction_K,
            spec.hosts.map(() => 1),
          )
        : limit_K;
      const chance = dayChance(fleet, options.seed, Math.round(day.begin_d), Math.min(limit_K, hottest_K));
      const task = { fleet, jobs, ...chance, begin_d: day.begin_d };
      const [own, baseline] = await bothSchedulers(task, policy, options.workers, (done, total) => {
        signal.throwIfAborted();
        view.preparing('minutes of the day, by both schedulers', done, total);
      });
      const outcome = policy === sunAware ? better(own, baseline) : own;
      const { program, unit_FLOP, classes } = boundProgram(fleet.planes, own.speed, jobs, own.supply);
      const { bound } = (await highsSolver()).solve(program, noSearch);
      const clocks = month
        ? clocksOf(fleet, month, outcome, tables, { fleet: referenceFleet }, day.begin_d + 1 / 2)
        : undefined;
      const found = dayDocument({
        fleet,
        jobs,
        outcome,
        baseline,
        bound_FLOP: -bound * unit_FLOP,
        planeClasses: classes,
        ...(clocks ? { clocks } : {}),
      });
      const document = {
        plan: plan.name,
        date: day.date,
        seed: options.seed,
        hash: hashDay(outcome, baseline),
        ...found,
        ...(refused.length > 0
          ? { refused: refused.map(({ name, fault }) => ({ name, code: fault.code, why: fault.cause })) }
          : {}),
        wall_s: (performance.now() - began) / 1e3,
      };
      view.close();
      if (options.out !== undefined) writeDay(options.out, document, jobs, outcome);
      if (options.json) printJson(document);
      else print(dayScreen(document, process.stdout.isTTY === true));
    });
  } finally {
    view.close();
  }
}

/** The day under a policy and under the blind one: each waits for its own kernel while the other computes. */
function bothSchedulers(
  task: Omit<DayTask, 'policy' | 'rationing' | 'step_s'>,
  policy: Policy,
  workers: number,
  onMinute: (done: number, total: number) => void,
): Promise<[DayOutcome, DayOutcome]> {
  let minutes = 0;
  const run = async (one: Policy, rationing: Rationing): Promise<DayOutcome> => {
    const threads = dayThreads(Math.max(1, Math.floor(workers / 2)), stepsPerMinute);
    const step_s = minute_s / stepsPerMinute;
    const said = (_: number, total: number) => onMinute(++minutes, 2 * total);
    try {
      return await runDay({ ...task, policy: one, rationing, step_s, onMinute: said }, threads);
    } finally {
      await threads.close();
    }
  };
  return Promise.all([run(policy, 'scheduler'), run(blind, 'design')]);
}

/**
 * A day that is computed ahead is a plan: where the blind one does more work, as with little Sun to follow and much
 * to hand over, that is the plan to fly.
 */
function better(own: DayOutcome, baseline: DayOutcome): DayOutcome {
  const work = ({ delivered, lost_FLOP }: DayOutcome) =>
    delivered.work_FLOP.reduce((sum, one, kind) => sum + one - lost_FLOP[kind]!, 0);
  return work(own) >= work(baseline) ? own : baseline;
}
