import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import type { Study } from '@kardashev/model/study/monte-carlo/study.ts';
import { writeJson } from '../atomic.ts';
import { makeFolder } from '../make-folder.ts';
import { type TableStore, tableStore } from '../table-store.ts';

/**
 * A study on disk: `study.json`, the response tables that its samples read, and a Parquet file a shard. All that a worker
 * on another machine needs, so that a shared folder and a task of a few bytes suffice.
 */
export interface StudyFolder {
  readonly path: string;
  readonly id: string;
  /** Hash of the code whose models the rows are of. */
  readonly code: string;
  readonly study: Study;
  readonly tables: TableStore;
}

interface StudyFile {
  readonly id: string;
  readonly code: string;
  readonly study: Study;
}

const fileOf = (path: string): string => join(path, 'study.json');

/** Whether a folder holds a study. */
export const holdsStudy = (path: string): boolean => existsSync(fileOf(path));

export const shardsFolder = (path: string): string => join(path, 'shards');

/** Makes a study's folder, or takes it up again; `samples` may have grown. */
export function makeStudy(path: string, file: StudyFile): StudyFolder {
  makeFolder(shardsFolder(path));
  writeJson(fileOf(path), file);
  return { path, ...file, tables: tableStore(join(path, 'tables')) };
}

/** Reads a study's folder. Faults: `study/no-study`. */
export function openStudy(path: string): Outcome<StudyFolder> {
  try {
    const file = JSON.parse(readFileSync(fileOf(path), 'utf8')) as StudyFile;
    return success({ path, ...file, tables: tableStore(join(path, 'tables')) });
  } catch (error) {
    return failure({
      code: 'study/no-study',
      message: `${path} holds no study.`,
      at: { file: path },
      cause: (error as Error).message,
      fix: 'Name the folder that kardashev study wrote, with study.json in it, or one with such folders below it.',
    });
  }
}

/** All folders of studies at a path or below it, sorted. */
export function studiesBelow(path: string): string[] {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (!kind?.isDirectory()) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name === 'study.json')
    .map((entry) => entry.parentPath)
    .sort();
}
