import type { StoredRun } from '@kardashev/store/run-folder.ts';
import { findRun, newestUnfinished } from '@kardashev/store/runs.ts';
import type { Command } from 'commander';
import { checkGates } from '../gate.ts';
import { type RunOptions, withRun } from '../options.ts';
import { report } from '../report.ts';
import { inSession } from '../session.ts';
import { resumeRun } from '../simulation.ts';
import { BadInput, need } from '../stop.ts';

/** `resume [RUN]`: goes on with a run that was killed or interrupted, to the same result. */
export function prepare(command: Command): void {
  withRun(command, 'all months').action(async (name: string | undefined, options: RunOptions) => {
    checkGates(options.require);
    const stored = name === undefined ? latest(options.out) : need(findRun(options.out, name));
    const finished = await inSession(options.workers, (session) => resumeRun(stored, session));
    if (finished.reused) process.stderr.write(`${stored.manifest.run} was finished already.\n`);
    process.exitCode = report(finished, options);
  });
}

function latest(runs: string): StoredRun {
  const stored = newestUnfinished(runs);
  if (stored) return stored;
  throw new BadInput([
    {
      code: 'run/none-unfinished',
      message: `No run in ${runs} waits to be resumed.`,
      at: {},
      cause: 'All runs there are finished, or there are none.',
      fix: 'Start one with "kardashev run PLAN", or name the folder of your runs with --out.',
    },
  ]);
}
