import type { Job, JobFault } from '@kardashev/contracts/job.ts';
import { resume } from './jobs.ts';
import { Otherwise } from './Otherwise.tsx';
import { words } from './words.ts';
import { number, placeOf, plainly, runAddress } from './written.ts';

/** How a run that was asked for ended, and what can be done now. */
export function EndedJob({ job }: { job: Job }) {
  const { state, run, faults } = job;
  return (
    <article class="job ended" data-job={job.job} data-state={state}>
      <header>
        <h4>{job.title || plainly(job.plan)}</h4>
        <p class="job-of">
          <span class={`state ${state}`}>{words().states[state]}</span> · {words().seedOf(number(job.seed))}
          {run && ` · ${run}`}
        </p>
        {state === 'done' && run && (
          <a class="plain" href={runAddress(run)}>
            {words().open}
          </a>
        )}
        {state === 'cancelled' && run && (
          <button type="button" class="plain" onClick={() => resume(run)}>
            {words().resume}
          </button>
        )}
      </header>
      <Otherwise set={job.set} />
      {state === 'cancelled' && run && <p class="job-of">{words().stopped}</p>}
      {faults.length > 0 && <Faults faults={faults} />}
    </article>
  );
}

const mostFaults = 5;

/** What was wrong, where, why, and what to do about it. */
function Faults({ faults }: { faults: readonly JobFault[] }) {
  return (
    <ul class="faults" role="alert">
      {faults.slice(0, mostFaults).map((fault) => (
        <li key={JSON.stringify(fault)}>
          <p>
            <strong>{fault.message}</strong> <code>{fault.code}</code>
          </p>
          {placeOf(fault.at) !== '' && (
            <p>
              <code>{placeOf(fault.at)}</code>
            </p>
          )}
          {fault.cause && <p>{fault.cause}</p>}
          {fault.fix && <Fix fix={fault.fix} />}
        </li>
      ))}
    </ul>
  );
}

/** Some advice lists all that is known; that one wants to open first. */
const longFix = 240;

function Fix({ fix }: { fix: string }) {
  if (fix.length <= longFix) return <p class="fault-fix">{fix}</p>;
  return (
    <details>
      <summary>{words().fix}</summary>
      <p class="fault-fix">{fix}</p>
    </details>
  );
}
