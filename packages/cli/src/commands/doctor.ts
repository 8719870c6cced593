import type { Command } from 'commander';
import { createColors } from 'picocolors';
import { type Check, checks } from '../checks.ts';
import { exit } from '../exit.ts';
import { withRuns } from '../options.ts';
import { print, printJson } from '../output.ts';

/** `doctor`: what this machine can do, and what it lacks. */
export function prepare(command: Command): void {
  withRuns(command)
    .option('--json', 'print one JSON document instead of text')
    .action(async ({ out, json }: { out: string; json?: boolean }) => {
      const found = await checks(out);
      const well = found.every(({ ok, needed }) => ok || !needed);
      if (json) printJson({ well, checks: found });
      else print(found.map((check) => line(check, process.stdout.isTTY === true)).join('\n'));
      process.exitCode = well ? exit.done : exit.gateFailed;
    });
}

function line({ name, ok, needed, found, fix }: Check, colour: boolean): string {
  const paint = createColors(colour);
  const state = ok ? paint.green('ok     ') : needed ? paint.red('missing') : paint.yellow('without');
  return `${state}  ${name.padEnd(10)} ${found}${ok || fix === undefined ? '' : `. ${fix}`}`;
}
