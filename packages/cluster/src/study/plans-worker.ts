import { tableRequests } from '@kardashev/model/engine/run.ts';
import { fillTable, tableKey } from '@kardashev/model/engine/tables.ts';
import type { ResponseTable, TableRequest } from '@kardashev/model/flows/table.ts';
import { type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { emptyRows, runInto } from '@kardashev/model/study/monte-carlo/sampler.ts';
import type { Rows } from '@kardashev/model/study/monte-carlo/study.ts';
import { type TableStore, tableStore } from '@kardashev/store/table-store.ts';
import { kernels } from '../kernels.ts';
import type { PlanTask } from './plans.ts';

const tables = new Map<string, ResponseTable>();

/** Runs in a worker thread: one plan, with its own tables, as a row of outputs. */
export default function answer({ plan, seed, tables: folder }: PlanTask): Rows {
  const rows = emptyRows({ from: 0, to: 1 });
  const own = tablesIn(plan, folder);
  if (own.ok) runInto(plan, seed, own.value, rows, 0);
  else rows.faults[0] = own.faults[0]?.code ?? 'plan/shape';
  return rows;
}

/** The tables that a plan needs, by name: those kept in a folder, and those that had to be filled, which stay there. */
export function tablesIn(plan: ResolvedPlan, folder: string): Outcome<Map<string, ResponseTable>> {
  const requests = tableRequests(plan);
  if (!requests.ok) return requests;
  const store = tableStore(folder);
  return success(new Map(requests.value.map((request) => [request.name, tableOf(request, store)])));
}

function tableOf(request: TableRequest, store: TableStore): ResponseTable {
  const key = tableKey(request);
  let table = tables.get(key) ?? store.get(key, request);
  if (table === undefined) {
    table = fillTable(request, kernels);
    store.put(table);
  }
  if (tables.size > 256) tables.clear();
  tables.set(key, table);
  return table;
}
