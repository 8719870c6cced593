import { type Command, Option } from 'commander';
import { type Setting, whole, withSettings } from '../options.ts';
import { number, share, within } from '../orbit/quantities.ts';

/** Where machines and models come from, and the format of the products: `train` and `infer` alike. */
export interface RigOptions {
  readonly model?: string;
  readonly system: string;
  readonly file?: string;
  readonly precision: 'bf16' | 'fp8' | 'fp4';
  readonly set: readonly Setting[];
  readonly json?: boolean;
}

export interface TrainOptions extends RigOptions {
  readonly accelerators?: number;
  readonly tp: number;
  readonly pp: number;
  readonly dp?: number;
  readonly cp: number;
  readonly ep: number;
  readonly globalBatch?: number;
  readonly microBatch?: number;
  readonly interleave?: number;
  readonly sequence?: number;
  readonly vocabulary?: number;
  readonly recompute?: 'none' | 'selective' | 'full';
  readonly sequenceParallel?: boolean;
  readonly fusedAttention?: boolean;
  readonly shardedOptimiser?: boolean;
  readonly overlap?: boolean;
  readonly flops: 'model' | 'hardware';
  readonly attention: 'full' | 'causal';
  readonly tokens?: number;
  readonly power: number;
  readonly dose: number;
  readonly method: 'synchronous' | 'diloco' | 'streaming';
  readonly exchangeEvery?: number;
  readonly fragments?: number;
  readonly exchangeBits: number;
  readonly overlapSteps: number;
  readonly csv?: string;
  readonly out?: string;
}

const most = 100_000_000;

/** `15T`, `300G`, `1.5e12`. */
export function tokens(text: string): number {
  const [, digits, prefix = ''] = /^([\d.]+(?:e\d+)?)\s*([kMGBT]?)$/i.exec(text.trim()) ?? [];
  const scale = { '': 1, k: 1e3, m: 1e6, g: 1e9, b: 1e9, t: 1e12 }[prefix.toLowerCase()] ?? 1;
  return number('--tokens', 1, 1e18)(digits === undefined ? text : String(Number(digits) * scale));
}

/** Options of a machine and a model. */
export function withRig(command: Command, system: string): Command {
  return withSettings(command)
    .option('--model <name>', 'model of the catalogue (kardashev catalogue models), or of --file')
    .option('--system <name>', 'system of the catalogue (kardashev catalogue systems), or of --file', system)
    .option('--file <plan>', "a file with models, systems or accelerators of one's own, written like a plan")
    .addOption(
      new Option('--precision <format>', 'of the matrix products')
        .choices(['bf16', 'fp8', 'fp4'])
        .default('bf16'),
    )
    .option('--json', 'print JSON instead of text');
}

const onOff = (command: Command, name: string, words: string): Command =>
  command
    .option(`--${name}`, `${words}; by default as is usual on the system`)
    .addOption(new Option(`--no-${name}`, `not so`).hideHelp());

/** The options of `kardashev train`. */
export function withTrain(command: Command): Command {
  withRig(command, 'dgx-h100')
    .option('--accelerators <n>', 'in all; one of the system if not given', whole(1, most))
    .option('--tp <n>', 'tensor parallel', whole(1, most), 1)
    .option('--pp <n>', 'pipeline stages', whole(1, most), 1)
    .option('--dp <n>', 'replicas; what is left of the accelerators if not given', whole(1, most))
    .option('--cp <n>', 'context parallel: accelerators that share one sequence', whole(1, most), 1)
    .option('--ep <n>', 'expert parallel: accelerators that share one set of experts', whole(1, most), 1)
    .option('--global-batch <n>', "sequences a step; by default the model's", whole(1, most))
    .option('--micro-batch <n>', 'sequences at once; the best that fits if not given', whole(1, most))
    .option('--interleave <n>', 'chunks a stage; 1 with --micro-batch, else the best', whole(1, most))
    .option('--sequence <n>', "tokens of a sequence; by default the model's", whole(1, most))
    .option('--vocabulary <n>', "by default the model's", whole(1, most))
    .addOption(
      new Option('--recompute <what>', 'on the way back; by default as is usual on the system').choices([
        'none',
        'selective',
        'full',
      ]),
    );
  onOff(command, 'sequence-parallel', 'split norms over the tensor group');
  onOff(command, 'fused-attention', 'keep no square of scores');
  onOff(command, 'sharded-optimiser', "split the optimiser's state over replicas");
  onOff(command, 'overlap', 'exchange beside the products');
  return command
    .addOption(
      new Option('--flops <kind>', 'how work is counted').choices(['model', 'hardware']).default('hardware'),
    )
    .addOption(new Option('--attention <span>', 'of the count').choices(['full', 'causal']).default('full'))
    .option('--tokens <n>', 'of the whole run, as 15T: adds days, goodput, energy and cost', tokens)
    .option('--power <share>', 'of full power that eclipse and heat leave, in the mean', share('--power'), 1)
    .addOption(
      new Option('--dose <dose>', 'a year, behind shielding: adds silent corruption')
        .argParser(within('--dose', 'dose_Gy', '1.5Gy', [0, 1e6], 'a dose a year'))
        .default(0, '0 Gy'),
    )
    .addOption(
      new Option('--method <name>', "between islands, where the system's fabric ends")
        .choices(['synchronous', 'diloco', 'streaming'])
        .default('synchronous'),
    )
    .option('--exchange-every <steps>', 'of diloco and streaming; 100', whole(1, most))
    .option('--fragments <n>', 'of streaming; a sixteenth of the model each', whole(1, most))
    .option('--exchange-bits <n>', 'a parameter', number('--exchange-bits', 1, 32), 16)
    .option(
      '--overlap-steps <n>',
      'during which an exchange may go on',
      number('--overlap-steps', 0, 1000),
      0,
    )
    .option('--csv <file>', 'predict every row of a file of runs')
    .option('--out <file>', 'write its rows with predictions beside them, CSV')
    .addHelpText('after', examples);
}

export const examples = `
Examples:
  kardashev train --model gpt3-175b --system dgx-a100 --accelerators 512 --tp 8 --pp 8 --global-batch 1536 --micro-batch 1
  kardashev train --model llama3-405b --accelerators 16384 --tp 8 --pp 16 --global-batch 2048 --recompute full --tokens 15T
  kardashev train --model deepseek-v3 --system dgx-h800 --accelerators 2048 --pp 16 --ep 64 --precision fp8 --micro-batch 1 --tokens 14.8T
  kardashev train search --model gpt-530b --system dgx-a100 --accelerators 2240
  kardashev train --csv runs.csv --system dgx-a100 --out predicted.csv
  kardashev train --model grok-6t --system cluster --accelerators 46080 --tp 8 --pp 16 --ep 8 --method streaming --tokens 60T

Columns of --csv: hidden_size, attention_heads, layers, sequence_length, global_batch, tensor_parallelism,
pipeline_parallelism, data_parallelism or gpus; and where known micro_batch, interleaving, vocabulary (51,200),
recompute, iteration_time_ms. A blank micro_batch or interleaving means the best that fits.`;
