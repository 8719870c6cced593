import { referenceFleet } from '@kardashev/kernels/fleet/reference.ts';
import { evaluatePoints } from '@kardashev/model/engine/tables.ts';
import type { TableRequest } from '@kardashev/model/flows/table.ts';

/** A stretch of a table's grid. */
export interface Stretch {
  readonly id: number;
  readonly request: TableRequest;
  readonly from: number;
  readonly to: number;
}
export interface Answered {
  readonly id: number;
  readonly values: Float64Array;
}

/*
 * One of several threads that fill response tables. The reference make of the kernels: the compiled one computes in
 * float32, and a table must be the one that a server would have filled.
 */
addEventListener('message', ({ data: { id, request, from, to } }: MessageEvent<Stretch>) => {
  const values = evaluatePoints(request, from, to, { fleet: referenceFleet });
  postMessage({ id, values } satisfies Answered, { transfer: [values.buffer] });
});
