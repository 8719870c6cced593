import type { Job, JobList, NewRun, PlanList } from '@kardashev/contracts/job.ts';
import type { RunList } from '@kardashev/contracts/run.ts';
import { signal } from '@preact/signals';
import { get, type Load, loading, send } from '../api/api.ts';
import { runs } from '../state/mission.ts';

/** Runs that were asked for, newest first, and whether one may ask here. */
export const jobs = signal<Load<JobList>>(loading);
/** Plans that ship. */
export const plans = signal<Load<PlanList>>(loading);

export const isOpen = ({ state }: Job) => state === 'queued' || state === 'running';
const open = () => (jobs.value.state === 'ready' ? jobs.value.value.jobs.filter(isOpen) : []);

/** Asks again what jobs there are; with one that ended there may be a run more. */
export async function refreshJobs(): Promise<void> {
  const before = open().length;
  const list = await get<JobList>('/api/jobs');
  // What is on show stays while the server is away for a moment.
  if (list.state === 'failed' && jobs.value.state === 'ready') return;
  jobs.value = list;
  if (open().length < before) await refreshRuns();
}

export async function refreshRuns(): Promise<void> {
  const list = await get<RunList>('/api/runs');
  if (list.state === 'ready') runs.value = { state: 'ready', value: list.value.runs };
}

export async function findPlans(): Promise<void> {
  if (plans.value.state === 'ready') return;
  plans.value = await get<PlanList>('/api/plans');
}

export async function askFor(wish: NewRun): Promise<Load<Job>> {
  return asked(await send<Job>('/api/runs', wish));
}

export async function resume(run: string): Promise<Load<Job>> {
  return asked(await send<Job>(`/api/runs/${run}/resume`, {}));
}

export async function cancel(job: string): Promise<Load<Job>> {
  const answer = await get<Job>(`/api/jobs/${job}`, 'DELETE');
  await refreshJobs();
  return answer;
}

async function asked(answer: Load<Job>): Promise<Load<Job>> {
  if (answer.state === 'ready') await refreshJobs();
  return answer;
}

/** Takes over what is told of a job. */
function put(job: Job): void {
  if (jobs.value.state !== 'ready') return;
  const { value } = jobs.value;
  const list = value.jobs.map((each) => (each.job === job.job ? job : each));
  jobs.value = { state: 'ready', value: { ...value, jobs: list } };
}

/** Follows a job until it ends, or the returned function is called. */
export function follow(id: string): () => void {
  const source = new EventSource(`/api/jobs/${id}/events`);
  source.addEventListener('job', ({ data }) => {
    const job = JSON.parse(data) as Job;
    if (isOpen(job)) return put(job);
    source.close();
    // The next in the queue has begun by then.
    void refreshJobs();
  });
  source.addEventListener('error', () => void refreshJobs());
  return () => source.close();
}
