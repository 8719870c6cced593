import { createHash } from 'node:crypto';
import type { DayOutcome } from '@kardashev/model/engine/day/run-day.ts';

/** SHA-256 over what became of every job and every minute under both schedulers. */
export function hashDay(...outcomes: readonly DayOutcome[]): string {
  const hash = createHash('sha256');
  for (const { policy, stage, progress_FLOP, ended_s, series } of outcomes) {
    hash.update(`${policy}\n`).update(stage);
    for (const column of [progress_FLOP, ended_s, ...Object.values(series)])
      hash.update(column as Float64Array);
  }
  return hash.digest('hex');
}
