import type { Verdict } from '@kardashev/model/study/verdict.ts';
import type { StoredRun } from '@kardashev/store/run-folder.ts';
import { readVerdict } from '@kardashev/store/runs.ts';

/** The document that `run --json` prints: contracts.md names its keys. `run` and `wall_s` are outside the hash. */
export type RunDocument = Verdict & { readonly run: string; readonly wall_s: number };

/** The document of a finished run, as the code that computed the run judged it. */
export function runDocument({ folder, manifest }: StoredRun): RunDocument {
  const { plan, title, seed, ...rest } = readVerdict(folder) as Verdict;
  return { plan, title, seed, run: manifest.run, ...rest, wall_s: manifest.wall_s ?? 0 };
}
