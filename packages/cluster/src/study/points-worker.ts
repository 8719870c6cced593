import { tableRequests } from '@kardashev/model/engine/run.ts';
import { fillTable } from '@kardashev/model/engine/tables.ts';
import { emptyRows, type Runner, runInto } from '@kardashev/model/study/monte-carlo/sampler.ts';
import type { Rows } from '@kardashev/model/study/monte-carlo/study.ts';
import { kernels } from '../kernels.ts';
import type { PointsTask } from './points.ts';
import { runnerOf } from './runner.ts';

/** Runs in a worker thread: plans at given values of the assumptions of a study. */
export default function answer(task: PointsTask): Rows {
  const runner = runnerOf(task);
  const rows = emptyRows({ from: 0, to: task.values.length });
  for (const [row, values] of task.values.entries()) {
    if (task.exact) runExactly(runner, values, rows, row);
    else runner.runAt(values, rows, row);
  }
  return rows;
}

/** With tables filled for these very values, as `run` would. */
function runExactly(
  { sampler }: Runner,
  values: Float64Array,
  rows: ReturnType<typeof emptyRows>,
  row: number,
): void {
  const plan = sampler.planAt(values);
  const requests = tableRequests(plan);
  if (!requests.ok) {
    rows.faults[row] = requests.faults[0]?.code ?? '';
    return;
  }
  const tables = new Map(requests.value.map((request) => [request.name, fillTable(request, kernels)]));
  runInto(plan, sampler.study.seed, tables, rows, row);
}
