import { referenceFleet } from '@kardashev/kernels/fleet/reference.ts';
import { assembleTable, pointCount } from '@kardashev/model/engine/tables.ts';
import type { ResponseTable, TableRequest } from '@kardashev/model/flows/table.ts';
import type { Answered, Stretch } from './fill-worker.ts';
import type { FillCare } from './table-shelf.ts';

/** Grid points in one message: small enough that progress is seen, large enough that messages cost nothing. */
const pointsPerStretch = 20;
const mostThreads = 8;

/**
 * Fills tables in as many threads as the machine has cores, and returns them in the order of the requests. A point's
 * answer depends on the point alone, so that the numbers are the same however many threads there are.
 */
export async function fillTables(
  requests: readonly TableRequest[],
  { onFilling, signal }: FillCare,
): Promise<ResponseTable[]> {
  const grids = requests.map((request) => new Float64Array(pointCount(request) * request.outputs.length));
  const stretches = cut(requests);
  const total = requests.reduce((sum, request) => sum + pointCount(request), 0);
  let done = 0;
  onFilling(done, total);
  await inThreads(stretches, signal, ({ table, from, to }, values) => {
    grids[table]!.set(values, from * requests[table]!.outputs.length);
    done += to - from;
    onFilling(done, total);
  });
  return requests.map((request, table) => assembleTable(request, grids[table]!, { fleet: referenceFleet }));
}

interface Cut extends Stretch {
  /** Index of its request. */
  readonly table: number;
}

function cut(requests: readonly TableRequest[]): Cut[] {
  const stretches: Cut[] = [];
  requests.forEach((request, table) => {
    const points = pointCount(request);
    for (let from = 0; from < points; from += pointsPerStretch) {
      const to = Math.min(points, from + pointsPerStretch);
      stretches.push({ id: stretches.length, table, request, from, to });
    }
  });
  return stretches;
}

async function inThreads(
  stretches: readonly Cut[],
  signal: AbortSignal,
  take: (stretch: Cut, values: Float64Array) => void,
): Promise<void> {
  const queue = stretches.values();
  const cores = Math.max(1, (navigator.hardwareConcurrency || 2) - 1);
  const threads = Array.from({ length: Math.min(cores, mostThreads, stretches.length) }, () => {
    return new Worker(new URL('./fill-worker.ts', import.meta.url), { type: 'module' });
  });
  try {
    await Promise.all(
      threads.map(async (thread) => {
        for (const stretch of queue) {
          signal.throwIfAborted();
          take(stretch, await answer(thread, stretch));
        }
      }),
    );
  } finally {
    for (const thread of threads) thread.terminate();
  }
}

function answer(thread: Worker, { id, request, from, to }: Cut): Promise<Float64Array> {
  return new Promise((resolve, reject) => {
    thread.onmessage = ({ data }: MessageEvent<Answered>) => resolve(data.values);
    thread.onerror = (event) => reject(new Error(event.message));
    thread.postMessage({ id, request, from, to } satisfies Stretch);
  });
}
