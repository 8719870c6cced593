import type { Command } from 'commander';
import { whole } from '../options.ts';
import { type RigOptions, withRig } from '../train/options.ts';

export interface InferOptions extends RigOptions {
  readonly tp: number;
  readonly ep?: number;
  readonly batch: number;
  readonly input: number;
  readonly cached: number;
  readonly output: number;
  readonly disaggregated?: boolean;
}

const most = 100_000_000;

const examples = `
Examples:
  kardashev infer --model llama3-70b --system dgx-a100 --tp 4 --batch 8 --input 32 --output 128
  kardashev infer --model deepseek-v3 --system dgx-h800 --ep 144 --precision fp8 --batch 14400 --input 2000 --output 1000 --disaggregated
  kardashev infer --model grok-6t --system satellite --ep 72 --precision fp4 --batch 256 --input 4000 --output 500

Weights are kept in the format of --precision, caches in 16 bits. A batch is served alone from its prompts to its last
tokens; "steady" tells of requests that keep coming, from one pool or, --disaggregated, from one for prompts and one
for answers.`;

/** The options of `kardashev infer`. */
export function withInfer(command: Command): Command {
  return withRig(command, 'dgx-h100')
    .option('--tp <n>', "accelerators that split each layer's products", whole(1, most), 1)
    .option(
      '--ep <n>',
      'accelerators over which experts are spread; those of --tp if not given',
      whole(1, most),
    )
    .option('--batch <n>', 'requests at once', whole(1, most), 8)
    .option('--input <n>', 'tokens of each prompt', whole(1, most), 1024)
    .option('--cached <n>', 'tokens before them that a cache holds', whole(0, most), 0)
    .option('--output <n>', 'tokens of each answer', whole(1, most), 256)
    .option('--disaggregated', 'read prompts on accelerators of their own')
    .addHelpText('after', examples);
}
