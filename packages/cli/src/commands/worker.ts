import { availableParallelism } from 'node:os';
import { redisAddress } from '@kardashev/cluster/queue/redis-address.ts';
import { type Command, Option } from 'commander';
import { codeHash, version } from '../house.ts';
import { interruptible } from '../interrupt.ts';
import { whole } from '../options.ts';
import { need } from '../stop.ts';
import { redisOption, withFaults } from '../study/on-bullmq.ts';

interface WorkerOptions {
  readonly redis?: string;
  readonly out?: string;
  readonly workers: number;
  readonly json?: boolean;
}

const examples = `
Give every machine the same commit, and a folder that all of them share. Ctrl-C ends it after the shards at hand. A worker that
is killed costs those: others do them anew.

Examples:
  kardashev worker --redis redis://10.0.0.1:6379 --out /mnt/kardashev
  kardashev study plans/million.yaml --samples 10000 --on bullmq --redis redis://10.0.0.1:6379 --out /mnt/kardashev`;

/** `worker`: computes shards of studies that others have begun, until it is stopped. */
export function prepare(command: Command): void {
  command
    .addOption(redisOption())
    .addOption(
      new Option(
        '--out <dir>',
        'the shared folder as this machine sees it (default: where the study names it)',
      ).env('KARDASHEV_RUNS'),
    )
    .option('--workers <n>', 'threads', whole(1, 1024), availableParallelism())
    .option('--json', 'print a JSON line for each shard')
    .addHelpText('after', examples)
    .action(async (options: WorkerOptions) => {
      const redis = need(redisAddress(options.redis ?? ''));
      const { serveTasks } = await import('@kardashev/cluster/queue/worker.ts');
      const counted = { shards: 0, samples: 0 };
      await interruptible((signal) =>
        withFaults(
          serveTasks({
            redis,
            code: codeHash(),
            version,
            threads: options.workers,
            shared: options.out,
            signal,
            say: (line) => process.stderr.write(`${line}\n`),
            onShard: ({ study, shard, wall_s }) => {
              counted.shards++;
              counted.samples += shard.to - shard.from;
              const line = options.json
                ? JSON.stringify({ study, ...shard, wall_s })
                : `${study}  samples ${shard.from}–${shard.to - 1}  ${wall_s.toFixed(1)} s`;
              process.stdout.write(`${line}\n`);
            },
          }),
        ),
      );
      if (options.json) process.stdout.write(`${JSON.stringify({ summary: counted })}\n`);
      else process.stderr.write(`Stopped after ${counted.shards} shards.\n`);
    });
}
