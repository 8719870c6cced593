import type { Job } from '@kardashev/contracts/job.ts';
import { EndedJob } from './EndedJob.tsx';
import { JobCard } from './JobCard.tsx';
import { isOpen, jobs } from './jobs.ts';
import { words } from './words.ts';

const mostEnded = 3;

/** What was asked for: first what runs, then what waits, then the last that ended. */
export function Jobs() {
  const list = jobs.value.state === 'ready' ? jobs.value.value.jobs : [];
  if (list.length === 0) return null;
  const open = list.filter(isOpen).sort(inTurn);
  const ended = list.filter((job) => !isOpen(job)).slice(0, mostEnded);
  return (
    <div class="jobs">
      {open.length > 0 && (
        <section aria-labelledby="jobs-open">
          <h3 id="jobs-open">{words().underWay}</h3>
          {open.map((job) => (
            <JobCard key={job.job} job={job} />
          ))}
        </section>
      )}
      {ended.length > 0 && (
        <section aria-labelledby="jobs-ended">
          <h3 id="jobs-ended">{words().lately}</h3>
          {ended.map((job) => (
            <EndedJob key={job.job} job={job} />
          ))}
        </section>
      )}
    </div>
  );
}

/** The running one first, the others in the order in which they will run. */
const inTurn = (a: Job, b: Job) =>
  Number(b.state === 'running') - Number(a.state === 'running') || a.asked.localeCompare(b.asked);
