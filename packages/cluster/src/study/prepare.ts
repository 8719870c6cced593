import { tableRequests } from '@kardashev/model/engine/run.ts';
import { tableKey } from '@kardashev/model/engine/tables.ts';
import type { TableRequest } from '@kardashev/model/flows/table.ts';
import { type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import { Sampler } from '@kardashev/model/study/monte-carlo/sampler.ts';
import type { StudyFolder } from '@kardashev/store/study/study-folder.ts';
import type { TableStore } from '@kardashev/store/table-store.ts';
import { type FillOptions, fillTables } from '../fill.ts';

/**
 * Fills the tables that a study's samples read into its folder; those that `kept` has are taken from there, and what is
 * filled is left there for the next study.
 */
export async function fillStudy(
  folder: StudyFolder,
  kept: TableStore,
  options: FillOptions,
): Promise<Outcome<void>> {
  const sampler = Sampler.of(folder.study);
  if (!sampler.ok) return sampler;
  const own = tableRequests(sampler.value.plan);
  if (!own.ok) return own;
  const requests = new Map<string, TableRequest>();
  for (const request of [...own.value, ...sampler.value.probes().map((probe) => probe.request)]) {
    const key = tableKey(request);
    if (folder.tables.get(key, request)) continue;
    const table = kept.get(key, request);
    if (table) folder.tables.put(table);
    else requests.set(key, request);
  }
  for (const table of await fillTables([...requests.values()], options)) {
    folder.tables.put(table);
    kept.put(table);
  }
  return success(undefined);
}
