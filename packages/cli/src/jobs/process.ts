import type { JobFault, JobProgress } from '@kardashev/contracts/job.ts';
import { passesOf, type ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { findRun } from '@kardashev/store/runs.ts';
import type { ProgressView } from '../progress.ts';
import { resumeRun, runPlan, type Session } from '../simulation.ts';
import { BadInput, Interrupted, need } from '../stop.ts';
import type { Order, Word } from './message.ts';
import { planOf } from './plan-text.ts';
import { watchMonths } from './watched.ts';

/**
 * Carries out one run in a process of its own, told by messages what to do, and tells by messages how it goes. It stops
 * after its next checkpoint when it is asked to, or when who asked is gone.
 */

type Start = Extract<Order, { say: 'start' }>;

/** More often nobody sees. */
const pace_ms = 50;

const control = new AbortController();
const stop = () => control.abort(new Interrupted('Asked to stop.'));

process.on('message', (order: Order) => {
  if (order.say === 'stop') stop();
  else void carryOut(order);
});
process.on('disconnect', stop);
// Ctrl-C reaches every process of a terminal; the server says when this one is to stop.
process.on('SIGINT', () => {});

function tell(word: Word): void {
  if (process.connected) process.send?.(word);
}

async function carryOut(start: Start): Promise<void> {
  tell(await ending(start));
  process.disconnect?.();
}

async function ending(start: Start): Promise<Word> {
  try {
    await work(start);
    return { say: 'done' };
  } catch (error) {
    if (error instanceof Interrupted) return { say: 'cancelled' };
    return { say: 'failed', faults: error instanceof BadInput ? [...error.faults] : [defect(error)] };
  }
}

async function work({ task, runs, workers }: Start): Promise<void> {
  if (task.kind === 'new') {
    const plan = need(planOf(task));
    await runPlan({ plan, seed: task.seed, runs }, sessionOf(plan, workers));
  } else {
    const stored = need(findRun(runs, task.run));
    await resumeRun(stored, sessionOf(stored.manifest.plan, workers));
  }
}

function sessionOf(plan: ResolvedPlan, workers: number): Session {
  tell({ say: 'plan', name: plan.name, title: plan.title });
  const total = passesOf(plan).length * (plan.to - plan.from + 1);
  let watch: ReturnType<typeof watchMonths> | undefined;
  return {
    workers,
    signal: control.signal,
    view: viewOf(),
    onRun(run) {
      tell({ say: 'run', run });
      watch = watchMonths(run, plan, {
        header: (header) => tell({ say: 'header', header }),
        month: (values) => tell({ say: 'month', values }),
      });
    },
    onMonth(soFar) {
      watch?.(soFar);
      const { pass, done, months } = soFar;
      const reached = pass * months.length + done;
      const month = months[done - 1] ?? null;
      tell({ say: 'progress', progress: { stage: 'months', done: reached, total, month } });
    },
  };
}

/** Tells how far tables are filled; months are told one by one. */
function viewOf(): ProgressView {
  let told_ms = 0;
  return {
    preparing(_what, done, total) {
      const now_ms = performance.now();
      if (done < total && now_ms - told_ms < pace_ms) return;
      told_ms = now_ms;
      const progress: JobProgress = { stage: 'preparing', done, total, month: null };
      tell({ say: 'progress', progress });
    },
    months() {},
    say() {},
    close() {},
  };
}

function defect(error: unknown): JobFault {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return {
    code: 'job/defect',
    message: 'The run broke.',
    at: {},
    cause: message,
    fix: `This is a defect of kardashev or trouble with the disk: report it with ${stack?.split('\n')[1]?.trim() ?? 'the plan'}.`,
  };
}
