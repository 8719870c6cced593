import { evaluatePoints } from '@kardashev/model/engine/tables.ts';
import type { TableRequest } from '@kardashev/model/flows/table.ts';
import { move } from 'piscina';
import { kernels } from './kernels.ts';

/** What a worker is asked: a stretch of a table's grid. */
export interface Task {
  readonly request: TableRequest;
  readonly from: number;
  readonly to: number;
}

/** Runs in a worker thread: the answers of the stretch, handed over without a copy. */
export default function answer({ request, from, to }: Task): Float64Array {
  return move(evaluatePoints(request, from, to, kernels)) as Float64Array;
}
