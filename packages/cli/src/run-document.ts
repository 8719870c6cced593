import { type Verdict, verdict } from '@kardashev/model/study/verdict.ts';
import type { FinishedRun } from './simulation.ts';

/** The document that `run --json` prints: contracts.md names its keys. `run` and `wall_s` are outside the hash. */
export type RunDocument = Verdict & { readonly run: string; readonly wall_s: number };

export function runDocument({ stored: { manifest }, result }: FinishedRun): RunDocument {
  const { plan, title, seed, ...rest } = verdict(manifest.plan, result, manifest.seed, manifest.version);
  return { plan, title, seed, run: manifest.run, ...rest, wall_s: manifest.wall_s ?? 0 };
}
