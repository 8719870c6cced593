import type { StudyEngine, StudyTask, StudyWatch } from '../study/engine.ts';

export interface BullmqOptions {
  readonly redis: URL;
  /** Folder that all machines share: `--out`. */
  readonly shared: string;
  /** Version of the program, for people. */
  readonly version: string;
  /** What workers have written must show within this time: network file systems keep what a folder held for up to a minute. */
  readonly shows_s?: number;
}

/** Does tasks on any number of machines that run `kardashev worker`, through BullMQ on Redis or Valkey. */
export function bullmqEngine(options: BullmqOptions): StudyEngine {
  return { name: 'bullmq', run: (tasks, watch) => run(tasks, watch, options) };
}

async function run(tasks: readonly StudyTask[], watch: StudyWatch, options: BullmqOptions): Promise<void> {
  const [first] = tasks;
  if (!first) return;
  watch.signal?.throwIfAborted();
  // Only who asks for a queue pays for loading it.
  const [{ linkRedis }, { Master }] = await Promise.all([import('./redis-link.ts'), import('./master.ts')]);
  const link = linkRedis(options.redis, watch.say ?? (() => {}));
  const master = new Master(link, first, watch, options);
  try {
    await Promise.race([master.run(tasks), aborted(watch.signal)]);
  } finally {
    await master.end();
    link.close();
  }
}

/** Rejects when work is to stop, whatever waits for a server that does not answer. */
function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
