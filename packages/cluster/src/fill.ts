import { setImmediate } from 'node:timers/promises';
import { assembleTable, evaluatePoints, pointCount } from '@kardashev/model/engine/tables.ts';
import type { ResponseTable, TableRequest } from '@kardashev/model/flows/table.ts';
import { Piscina } from 'piscina';
import { type Chunk, cut } from './chunks.ts';
import { kernels } from './kernels.ts';
import type { Task } from './worker.ts';

export interface FillOptions {
  /** Threads that compute; with one, this one does. */
  readonly workers: number;
  /** Points for which one more thread is worth its start. */
  readonly pointsPerWorker?: number;
  /** Stops the work: the promise then fails with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Points answered so far, of all that were asked for. */
  onProgress?(done: number, total: number): void;
}

type Answer = (task: Task) => Promise<Float64Array>;

/**
 * Fills response tables, in the order of the requests. The numbers are the same for any number of workers: a
 * point's answer depends on the point alone, and every answer has its place.
 */
export async function fillTables(
  requests: readonly TableRequest[],
  { workers, pointsPerWorker = 4000, signal, onProgress }: FillOptions,
): Promise<ResponseTable[]> {
  const chunks = cut(requests);
  const grids = requests.map((request) => new Float64Array(pointCount(request) * request.outputs.length));
  const total = chunks.reduce((sum, { from, to }) => sum + to - from, 0);
  let done = 0;
  await withAnswer(
    Math.min(workers, chunks.length, Math.ceil(total / pointsPerWorker)),
    signal,
    async (answer, width) => {
      await each(chunks, width, async ({ table, from, to }) => {
        const request = requests[table]!;
        grids[table]!.set(await answer({ request, from, to }), from * request.outputs.length);
        done += to - from;
        onProgress?.(done, total);
      });
    },
  );
  return requests.map((request, table) => assembleTable(request, grids[table]!, kernels));
}

/** Lends the means to answer, and says how many questions it can take at once. */
async function withAnswer(
  workers: number,
  signal: AbortSignal | undefined,
  use: (answer: Answer, width: number) => Promise<void>,
): Promise<void> {
  if (workers <= 1) return use((task) => answerHere(task, signal), 1);
  const filename = new URL('./worker.ts', import.meta.url).href;
  const pool = new Piscina({ filename, minThreads: workers, maxThreads: workers });
  try {
    await use((task) => pool.run(task, { signal }), 2 * workers);
  } catch (error) {
    // The pool says only that it was stopped; the signal says why.
    signal?.throwIfAborted();
    throw error;
  } finally {
    await pool.destroy();
  }
}

async function answerHere({ request, from, to }: Task, signal?: AbortSignal): Promise<Float64Array> {
  // Lets this thread hear signals between two stretches.
  await setImmediate();
  signal?.throwIfAborted();
  return evaluatePoints(request, from, to, kernels);
}

/** Does the work on every chunk, `width` at a time, begun in order. */
async function each(
  chunks: readonly Chunk[],
  width: number,
  work: (chunk: Chunk) => Promise<void>,
): Promise<void> {
  const queue = chunks.values();
  const hand = async () => {
    for (const chunk of queue) await work(chunk);
  };
  await Promise.all(Array.from({ length: width }, hand));
}
