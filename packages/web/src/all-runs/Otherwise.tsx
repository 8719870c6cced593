import type { Job } from '@kardashev/contracts/job.ts';

/** The assumptions of a run that are others than its plan's. */
export function Otherwise({ set }: { set: Job['set'] }) {
  const all = Object.entries(set);
  if (all.length === 0) return null;
  return (
    <ul class="job-of">
      {all.map(([path, value]) => (
        <li key={path}>
          <code>
            {path} = {value}
          </code>
        </li>
      ))}
    </ul>
  );
}
