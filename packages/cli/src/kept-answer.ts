import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeJson } from '@kardashev/store/atomic.ts';

interface File<D> {
  readonly of: string;
  readonly answer: D;
}

/**
 * An answer about a run, kept in the run's folder under `name`. `of` says what it was worked out from (hashes of results and
 * code): an answer about something else is none.
 */
export function keptAnswer<D>(folder: string, name: string, of: string) {
  const path = join(folder, name);
  return {
    kept(): D | undefined {
      try {
        const file = JSON.parse(readFileSync(path, 'utf8')) as File<D>;
        return file.of === of ? file.answer : undefined;
      } catch {
        return undefined;
      }
    },
    keep: (answer: D): void => writeJson(path, { of, answer } satisfies File<D>),
  };
}
