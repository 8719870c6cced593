import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type Fault, failure, type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import { plansFolder, root } from './house.ts';

/** Texts that were read, by the name that faults use for them, so that a fault can show its line. */
export type Texts = Map<string, string>;

/**
 * Reads plans for the plan reader, and keeps their texts. A name is a path from the file that names it (from the
 * current folder where none does), or a plan that ships: `million`, `plans/million.yaml`.
 */
export function planReader(texts: Texts) {
  return (name: string, from?: string): Outcome<{ file: string; text: string }> => {
    const path = candidates(name, from).find(isFile);
    if (path === undefined) {
      const folder = candidates(name, from).find(isFolder);
      return failure(folder === undefined ? missing(name, from) : folderFault(name));
    }
    const file = shown(realpathSync(path));
    try {
      const text = readFileSync(path, 'utf8');
      texts.set(file, text);
      return success({ file, text });
    } catch (error) {
      return failure(unreadable(file, error as Error));
    }
  };
}

function candidates(name: string, from?: string): string[] {
  const beside = resolve(from === undefined ? '.' : dirname(resolve(from)), name);
  if (isAbsolute(name)) return [beside];
  return [beside, join(root, name), join(plansFolder, name), join(plansFolder, `${name}.yaml`)];
}

const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** A plan's file by a name that holds in any folder: from the root of the house for plans that ship, else in full. */
export function lastingName(name: string): string {
  const path = realpathSync(candidates(name).find(isFile) ?? resolve(name));
  const inside = relative(realpathSync(root), path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside.split(sep).join('/');
}

/** A path as a person would write it here. */
export function shown(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') || isAbsolute(short) ? path : short;
}

function missing(name: string, from?: string): Fault {
  const folder = from === undefined ? process.cwd() : dirname(resolve(from));
  return {
    code: 'file/not-found',
    message: `There is no file ${name}.`,
    at: { file: name },
    cause: `It is neither in ${folder} nor one of the plans that ship.`,
    fix: 'Check the path; plans that ship are in plans/, such as plans/million.yaml.',
  };
}

/** The text of a file that the user named, kept for faults that point into it. Faults: `file/not-found`, `file/unreadable`. */
export function textOf(file: string, texts: Texts): Outcome<string> {
  try {
    const text = readFileSync(file, 'utf8');
    texts.set(file, text);
    return success(text);
  } catch (error) {
    return failure(readFault(file, error));
  }
}

/** A file that the user named cannot be read, for the reason that the system gave. */
export function readFault(file: string, error: unknown): Fault {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EISDIR') return folderFault(file);
  if (code !== 'ENOENT') return unreadable(file, error as Error);
  return {
    code: 'file/not-found',
    message: `There is no file ${file}.`,
    at: { file },
    cause: message,
    fix: 'Check the path, and that you may read it.',
  };
}

function folderFault(file: string): Fault {
  return {
    code: 'file/unreadable',
    message: `${file} is a folder.`,
    at: { file },
    cause: 'Wanted is a file.',
    fix: 'Name a file in it.',
  };
}

function unreadable(file: string, error: Error): Fault {
  return {
    code: 'file/unreadable',
    message: `${file} cannot be read.`,
    at: { file },
    cause: error.message,
    fix: 'Check that it is a text file that you may read.',
  };
}
