import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stages } from '@kardashev/model/compute/scheduler/deck.ts';
import { type Jobs, jobKinds } from '@kardashev/model/compute/scheduler/jobs.ts';
import type { DayOutcome } from '@kardashev/model/engine/day/run-day.ts';
import { makeFolder } from '@kardashev/store/make-folder.ts';
import { csv } from '../layout.ts';

/** Writes the document, what became of every job, and the fleet minute by minute. */
export function writeDay(folder: string, document: object, jobs: Jobs, outcome: DayOutcome): void {
  makeFolder(folder);
  writeFileSync(join(folder, 'day.json'), `${JSON.stringify(document, undefined, 2)}\n`);
  writeFileSync(join(folder, 'jobs.csv'), csv(jobTable(jobs, outcome)));
  writeFileSync(join(folder, 'minutes.csv'), csv(minuteTable(outcome)));
}

function jobTable(jobs: Jobs, { stage, progress_FLOP, ended_s }: DayOutcome) {
  const head = [
    'name',
    'kind',
    'gang',
    'arrival_s',
    'deadline_s',
    'work_FLOP',
    'done_FLOP',
    'state',
    'ended_s',
  ];
  const rows = Array.from({ length: jobs.count }, (_, job) => [
    jobs.names[job] ?? String(job),
    jobKinds[jobs.kind[job]!]!,
    jobs.gang[job]!,
    jobs.arrival_s[job]!,
    jobs.deadline_s[job]!,
    jobs.work_FLOP[job]!,
    progress_FLOP[job]!,
    stages[stage[job]!]!,
    stage[job]! >= stages.indexOf('done') ? ended_s[job]! : null,
  ]);
  return [head, ...rows];
}

function minuteTable({ series }: DayOutcome) {
  const names = Object.keys(series) as (keyof typeof series)[];
  const rows = Array.from(series.chips_W, (_, minute) => [
    minute,
    ...names.map((name) => series[name][minute]!),
  ]);
  return [['minute', ...names], ...rows];
}
