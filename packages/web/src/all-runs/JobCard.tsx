import type { Job } from '@kardashev/contracts/job.ts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Trouble } from '../api/api.ts';
import { TroubleNote } from '../app/TroubleNote.tsx';
import { monthName, share } from '../format/quantity.ts';
import { GrowingLines } from './GrowingLines.tsx';
import { cancel, follow } from './jobs.ts';
import { type Live, watch } from './live.ts';
import { Otherwise } from './Otherwise.tsx';
import { words } from './words.ts';
import { number, plainly } from './written.ts';

/** A run that waits or is computed: how far it is, and its lines as they grow. */
export function JobCard({ job }: { job: Job }) {
  const { job: id, state } = job;
  const live = useSignal<Live | undefined>(undefined);
  const trouble = useSignal<Trouble | undefined>(undefined);
  useEffect(() => {
    if (state !== 'running') return;
    const ends = [follow(id), watch(id, live)];
    return () => {
      for (const end of ends) end();
    };
  }, [id, state]);
  const stop = async () => {
    const answer = await cancel(id);
    trouble.value = answer.state === 'failed' ? answer.trouble : undefined;
  };
  return (
    <article class="job" data-job={id} data-state={state}>
      <header>
        <h4>{job.title || plainly(job.plan)}</h4>
        <p class="job-of">
          {plainly(job.plan)} · {words().seedOf(number(job.seed))}
          {job.run && ` · ${job.run}`}
        </p>
        <button type="button" class="plain" onClick={stop}>
          {words().stop}
        </button>
      </header>
      <Otherwise set={job.set} />
      {state === 'queued' ? <p class="job-of">{words().waitsFor}</p> : <HowFar job={job} live={live.value} />}
      {live.value && <GrowingLines live={live.value} />}
      {trouble.value && <TroubleNote trouble={trouble.value} />}
    </article>
  );
}

function HowFar({ job: { plan, progress }, live }: { job: Job; live: Live | undefined }) {
  const done = progress ? progress.done / Math.max(1, progress.total) : 0;
  return (
    <div class="how-far">
      <progress
        max={1}
        value={progress?.stage === 'months' ? done : 0}
        aria-label={words().progress(plainly(plan))}
      />
      <p>
        {stageOf(progress, live)}
        {progress?.stage === 'months' && <b> {share(Math.floor(done * 100) / 100)}</b>}
      </p>
    </div>
  );
}

function stageOf(progress: Job['progress'], live: Live | undefined): string {
  if (!progress) return words().begins;
  if (progress.stage === 'preparing')
    return words().preparing(share(Math.floor((100 * progress.done) / Math.max(1, progress.total)) / 100));
  const funding = live?.lines[0]?.lines.at(-1)?.funding;
  const month = progress.month ? monthName(progress.month) : '';
  return funding ? words().month(month, words().pass[funding]) : month;
}
