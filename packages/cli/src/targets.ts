import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Fault } from '@kardashev/model/outcome/outcome.ts';
import type { Command } from 'commander';
import { BadInput } from './stop.ts';

/** Commands whose --out is a file; elsewhere it is a folder. */
const outIsFile = ['orbit', 'satellite', 'schema', 'train'];
/** Commands whose --csv is what they read. */
const csvIsRead = ['train'];

/** Stops a command before it does anything when what it is to write to cannot be written to, or is an option itself. */
export function checkTargets(command: Command): void {
  const options = command.opts<{ readonly [option: string]: unknown }>();
  const files = [
    ...(csvIsRead.includes(command.name()) ? [] : ['csv']),
    'manifest',
    'calendar',
    ...(outIsFile.includes(command.name()) ? ['out'] : []),
  ];
  const faults: Fault[] = [];
  for (const [name, path] of Object.entries(options)) {
    if (typeof path !== 'string') continue;
    if (path.startsWith('--')) {
      const option = command.options.find((one) => one.attributeName() === name);
      faults.push(lacking(option?.long ?? `--${name}`, path));
      continue;
    }
    const isFile = files.includes(name);
    if (isFile && path === '-') {
      if (options.json === true) faults.push(mixed(`--${name}`));
    } else if (isFile || name === 'out') {
      const why = path === '' ? 'It names nothing.' : isFile ? whyNoFile(path) : whyNoFolder(path);
      if (why !== undefined) faults.push(unusable(`--${name}`, path, isFile ? 'file' : 'folder', why));
    }
  }
  if (faults.length > 0) throw new BadInput(faults);
}

const kindOf = (path: string): 'folder' | 'other' | undefined => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : found.isDirectory() ? 'folder' : 'other';
};

function whyNoFile(path: string): string | undefined {
  return attempt(() => {
    if (kindOf(path) === 'folder') return `${path} is a folder.`;
    const folder = dirname(resolve(path));
    if (kindOf(folder) === undefined) return `There is no folder ${folder}.`;
    accessSync(kindOf(path) === undefined ? folder : path, constants.W_OK);
    return undefined;
  });
}

/** A folder may be missing, with those above it: it is made where it is needed. */
function whyNoFolder(path: string): string | undefined {
  return attempt(() => {
    let folder = resolve(path);
    while (kindOf(folder) === undefined) folder = dirname(folder);
    return kindOf(folder) === 'folder' ? undefined : `${folder} is no folder.`;
  });
}

function attempt(look: () => string | undefined): string | undefined {
  try {
    return look();
  } catch (error) {
    return `${(error as Error).message}.`;
  }
}

const mixed = (option: string): Fault => ({
  code: 'command/usage',
  message: `${option} - and --json both write to standard output.`,
  at: { path: option },
  cause: 'Two documents would run into each other.',
  fix: `Name a file: ${option} table.csv; or leave one of them out.`,
});

const lacking = (option: string, next: string): Fault => ({
  code: 'command/usage',
  message: `${option} lacks its value.`,
  at: { path: option },
  cause: `What follows it, ${next}, is an option itself.`,
  fix: `Write a value after ${option}; a file of that name as ./${next}.`,
});

const unusable = (option: string, path: string, kind: string, cause: string): Fault => ({
  code: 'file/trouble',
  message: `${option} "${path}" cannot be written.`,
  at: { path: option },
  cause,
  fix: `Name a ${kind} with ${option} that you may write to.`,
});
