import type { DayPlanes } from '../../flows/day.ts';
import { type Fault, failure, type Outcome, success } from '../../outcome/outcome.ts';
import type { ComputeSection } from '../schema.ts';
import type { Work } from '../work.ts';
import type { JobRow } from './jobs.ts';
import type { JobEntry } from './jobs-file.ts';

const day_s = 86_400;
const bitsPerByte = 8;
const priorities = { training: 2, batch: 1, interactive: 3, sensing: 3 } as const;

/** A fleet as jobs of a file meet it. */
export interface FileFleet {
  readonly planes: DayPlanes;
  readonly works: readonly Work[];
  readonly section: ComputeSection;
  readonly shells: readonly string[];
}

/** Jobs of a file that can run, and why others never can. */
export interface Completed {
  readonly rows: JobRow[];
  readonly refused: { readonly name: string; readonly fault: Fault }[];
}

/**
 * Completes jobs of a file by the plan and the fleet, and sets aside what can never be placed.
 * Faults: `jobs/unknown-workload`, `jobs/unknown-shell`.
 */
export function completeJobs(entries: readonly JobEntry[], fleet: FileFleet): Outcome<Completed> {
  const faults: Fault[] = [];
  const rows: JobRow[] = [];
  const refused: { name: string; fault: Fault }[] = [];
  for (const [index, entry] of entries.entries()) {
    const row = completed(entry, fleet);
    if (!row.ok) {
      faults.push(...row.faults);
      continue;
    }
    const name = entry.name ?? `job ${index + 1}`;
    const fault = neverPlaced(name, row.value, entry, fleet);
    if (fault) refused.push({ name, fault });
    else rows.push({ ...row.value, name });
  }
  return faults.length > 0 ? failure(...faults) : success({ rows, refused });
}

function completed(entry: JobEntry, { planes, works, section, shells }: FileFleet): Outcome<JobRow> {
  const kind = entry.kind === 'training' ? 'training' : 'serving';
  const workload =
    entry.workload === undefined
      ? Math.max(
          0,
          works.findIndex((work) => work.kind === kind),
        )
      : works.findIndex(({ name }) => name === entry.workload);
  if (workload < 0) {
    return failure(
      unknown(
        'workload',
        entry.workload ?? '',
        works.map(({ name }) => name),
        entry,
      ),
    );
  }
  const shell = entry.home === undefined ? -1 : shells.indexOf(entry.home);
  if (entry.home !== undefined && shell < 0) return failure(unknown('shell', entry.home, shells, entry));
  const { model } = works[workload]!;
  const gang = entry.gang ?? 1;
  const state_B = model.parameters * section.checkpointState_B;
  const arrival_s = entry.arrival_s ?? 0;
  return success({
    kind: entry.kind,
    workload,
    priority: entry.priority ?? priorities[entry.kind],
    arrival_s,
    deadline_s: entry.deadline_s ?? Math.max(day_s, arrival_s + section.sensingDeadline_s),
    work_FLOP: entry.work_FLOP,
    done_FLOP: Math.min(entry.done_FLOP ?? 0, entry.work_FLOP),
    gang,
    memory_B: entry.memory_B ?? 0,
    state_bit: entry.state_bit ?? (entry.kind === 'training' ? (state_B * bitsPerByte) / gang : 0),
    input_bit: entry.input_bit ?? 0,
    home: shell < 0 ? -1 : planes.shell.indexOf(shell),
  });
}

/** Why a job can never run on this fleet, on any day; undefined where it could. */
function neverPlaced(name: string, job: JobRow, { at }: JobEntry, { planes }: FileFleet): Fault | undefined {
  const count = planes.shell.length;
  const rates = planes.rate_FLOPperS.subarray(job.workload * count, (job.workload + 1) * count);
  const parts = new Map<number, number>();
  let able = 0;
  let memory_B = 0;
  let rate = 0;
  for (let plane = 0; plane < count; plane++) {
    const satellites = planes.first[plane + 1]! - planes.first[plane]!;
    memory_B = Math.max(memory_B, planes.memory_B[plane]!);
    if (!(rates[plane]! > 0) || planes.memory_B[plane]! < job.memory_B) continue;
    rate = Math.max(rate, rates[plane]!);
    able += satellites;
    parts.set(planes.part[plane]!, (parts.get(planes.part[plane]!) ?? 0) + satellites);
  }
  const joined = Math.max(0, ...parts.values());
  const most = job.kind === 'training' ? joined : able;
  const refuse = (cause: string, fix: string): Fault => ({
    code: 'jobs/never-placed',
    message: `${name} can never be placed.`,
    at,
    cause,
    fix: `${fix} --keep-going reports such jobs and runs the others.`,
  });
  if (memory_B < job.memory_B) {
    return refuse(
      `It needs ${gigabytes(job.memory_B)} GB on a satellite; the largest has ${gigabytes(memory_B)}.`,
      'Spread it over more satellites (gang), each with less.',
    );
  }
  if (rate === 0) return refuse('No satellite of the fleet can do its workload.', 'Name another workload.');
  if (job.gang > most) {
    const joinedBy = job.kind === 'training' ? ' that lasers join' : '';
    return refuse(
      `It wants ${job.gang} satellites at once; the fleet has ${most}${joinedBy} that could.`,
      'Ask for a smaller gang, or a larger fleet.',
    );
  }
  const least_s = (job.work_FLOP - job.done_FLOP) / (rate * job.gang);
  const time_s = job.deadline_s - job.arrival_s;
  if ((job.kind === 'interactive' || job.kind === 'sensing') && least_s > time_s) {
    return refuse(
      `At full pace it takes ${Math.ceil(least_s)} s; its deadline leaves ${Math.floor(time_s)} s, and its work cannot be late.`,
      'Give it more satellites (gang), a later deadline or less work.',
    );
  }
  return undefined;
}

const gigabytes = (bytes: number): string => (bytes / 1e9).toPrecision(4);

function unknown(what: string, name: string, known: readonly string[], { at }: JobEntry): Fault {
  return {
    code: `jobs/unknown-${what}`,
    message: `There is no ${what} "${name}".`,
    at,
    cause: `The plan has ${known.length > 0 ? known.join(', ') : 'none'}.`,
    fix: `Name one of these, or leave the column empty.`,
  };
}
