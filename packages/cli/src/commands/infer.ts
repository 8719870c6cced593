import type { Command } from 'commander';
import { type InferOptions, withInfer } from '../infer/options.ts';
import { runInfer } from '../infer/run.ts';

/** `infer`: latency, tokens a second and energy of serving a model. */
export function prepare(command: Command): void {
  withInfer(command).action((options: InferOptions) => runInfer(options));
}
