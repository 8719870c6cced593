import { tableRequests } from '@kardashev/model/engine/run.ts';
import { tableKey } from '@kardashev/model/engine/tables.ts';
import type { ResponseTable, TableRequest } from '@kardashev/model/flows/table.ts';
import type { Outcome } from '@kardashev/model/outcome/outcome.ts';
import { Runner, Sampler } from '@kardashev/model/study/monte-carlo/sampler.ts';
import { openStudy, type StudyFolder } from '@kardashev/store/study/study-folder.ts';
import type { StudyTask } from './engine.ts';

const runners = new Map<string, Runner>();

/** The study of a task made ready, once a process. */
export function runnerOf({ folder, id }: Pick<StudyTask, 'folder' | 'id'>): Runner {
  const key = `${folder} ${id}`;
  let runner = runners.get(key);
  if (runner === undefined) {
    const study = must(openStudy(folder));
    if (study.id !== id) throw new Error(`${folder} holds another study than the task's.`);
    runner = runnerIn(study);
    // A worker that serves many studies keeps the latest few.
    if (runners.size >= 4) runners.clear();
    runners.set(key, runner);
  }
  return runner;
}

/** A runner of the study in a folder, whose tables must lie there. */
export function runnerIn({ study, tables }: StudyFolder): Runner {
  const sampler = must(Sampler.of(study));
  const read = (request: TableRequest): ResponseTable => {
    const table = tables.get(tableKey(request), request);
    if (!table) throw new Error(`The study lacks its table ${request.name}.`);
    return table;
  };
  const own = must(tableRequests(sampler.plan)).map((request) => [request.name, read(request)] as const);
  const probes = sampler.probes();
  return new Runner(
    sampler,
    { own: new Map(own), probes: probes.map(({ request }) => read(request)) },
    probes,
  );
}

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.faults[0]?.message);
  return outcome.value;
}
