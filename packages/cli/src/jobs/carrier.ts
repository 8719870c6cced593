import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism, constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Carrier, Carrying, Ending, Task, Watcher } from '@kardashev/server/jobs/carrier.ts';
import { findRun } from '@kardashev/store/runs.ts';
import type { Order, Word } from './message.ts';

const program = fileURLToPath(new URL('./process.ts', import.meta.url));

/** Who was asked to stop and has not by then is ended; its run goes on from its last checkpoint all the same. */
const grace_ms = 10_000;
/** What a process said last, for the case that it breaks. */
const mostHeard = 2000;

/** Carries out runs of a folder, each in a process of its own. */
export function runCarrier(runs: string): Carrier {
  return {
    start: (task, watcher) => carry(task, runs, watcher),
    stored(run) {
      const found = findRun(runs, run);
      if (!found.ok) return undefined;
      const { plan, seed, status } = found.value.manifest;
      return { plan: plan.name, title: plan.title, seed, finished: status === 'complete' };
    },
  };
}

function carry(task: Task, runs: string, watcher: Watcher): Carrying {
  const child = fork(program, [], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  yieldTo(child);
  // One core is left to those who answer and to those who draw.
  const order: Order = { say: 'start', task, runs, workers: Math.max(1, availableParallelism() - 1) };
  child.send(order);
  let kill: NodeJS.Timeout | undefined;
  const stop = (): void => {
    if (child.connected) child.send({ say: 'stop' } satisfies Order);
    kill ??= setTimeout(() => child.kill('SIGKILL'), grace_ms);
  };
  const ended = endOf(child, watcher, () => kill !== undefined).finally(() => clearTimeout(kill));
  return { ended, stop };
}

/** The page and its server come first. */
function yieldTo({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It is as fast as others then.
  }
}

async function endOf(child: ChildProcess, watcher: Watcher, stopped: () => boolean): Promise<Ending> {
  let ending: Ending | undefined;
  let heard = '';
  child.stderr?.on('data', (data) => {
    heard = (heard + data).slice(-mostHeard);
  });
  child.on('message', (word: Word) => {
    ending = hear(word, watcher) ?? ending;
  });
  try {
    // After `exit` messages may still be on their way; `close` comes last.
    await once(child, 'close');
  } catch (error) {
    heard += String(error);
  }
  if (ending) return ending;
  return stopped() ? { state: 'cancelled' } : { state: 'failed', faults: [broken(child, heard)] };
}

function hear(word: Word, watcher: Watcher): Ending | undefined {
  if (word.say === 'plan') watcher.plan(word.name, word.title);
  else if (word.say === 'run') watcher.run(word.run);
  else if (word.say === 'progress') watcher.progress(word.progress);
  else if (word.say === 'header') watcher.header(word.header);
  else if (word.say === 'month') watcher.month(word.values);
  else if (word.say === 'failed') return { state: 'failed', faults: word.faults };
  else return { state: word.say };
  return undefined;
}

function broken({ exitCode, signalCode }: ChildProcess, heard: string) {
  const how = signalCode === null ? `ended with ${exitCode}` : `was ended by ${signalCode}`;
  return {
    code: 'job/broken',
    message: 'The process that carried out the run is gone.',
    at: {},
    cause: `It ${how}. ${heard.trim()}`.trim(),
    fix: 'Resume the run if it is in the list; where the system ended it, memory was likely short.',
  };
}
