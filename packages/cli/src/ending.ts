import { CommanderError } from 'commander';
import { type ExitCode, exit } from './exit.ts';
import { faultsAsJson, faultsAsText } from './faults.ts';
import { BadInput, Interrupted } from './stop.ts';
import { usageFault } from './usage.ts';

/** Tells on standard error why a command ended early, and with what exit code. */
export function endWith(error: unknown, args: readonly string[]): ExitCode {
  if (error instanceof Interrupted) return sayInterrupted(error, args);
  const bad = badInput(error, args);
  if (bad === undefined) return sayDefect(error);
  const text = args.includes('--json')
    ? faultsAsJson(bad.faults)
    : faultsAsText(bad.faults, bad.texts, process.stderr.isTTY === true);
  process.stderr.write(`${text}\n`);
  return exit.badInput;
}

function badInput(error: unknown, args: readonly string[]): BadInput | undefined {
  if (error instanceof BadInput) return error;
  if (error instanceof CommanderError) return new BadInput([usageFault(error, args)]);
  return fileTrouble(error as NodeJS.ErrnoException);
}

const troubles = [
  'EACCES',
  'EEXIST',
  'EISDIR',
  'ELOOP',
  'ENAMETOOLONG',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'EPERM',
  'EROFS',
];

/** A folder that cannot be written and the like: nothing that the program got wrong. */
function fileTrouble(error: NodeJS.ErrnoException): BadInput | undefined {
  if (!troubles.includes(error?.code ?? '')) return undefined;
  return new BadInput([
    {
      code: 'file/trouble',
      message: 'A file or folder cannot be used.',
      at: error.path === undefined ? {} : { file: error.path },
      cause: error.message,
      fix: 'Check that it exists, that you may write there and that there is space.',
    },
  ]);
}

function sayInterrupted({ resumable, kept }: Interrupted, args: readonly string[]): ExitCode {
  const next = resumable === undefined ? args.map(quoted).join(' ') : `resume ${resumable}`;
  const nothing = resumable === undefined && kept === undefined;
  const told = kept ? `${kept()} ` : '';
  process.stderr.write(
    `Interrupted. ${nothing ? 'Nothing was written yet.' : `${told}Go on with: kardashev ${next}`}\n`,
  );
  return exit.interrupted;
}

/** An argument as a shell takes it. */
const quoted = (arg: string): string =>
  /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`;

function sayDefect(error: unknown): ExitCode {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`This is a defect of kardashev, not of your input:\n${text}\n`);
  return exit.defect;
}
