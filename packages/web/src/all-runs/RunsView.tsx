import { useEffect } from 'preact/hooks';
import { Jobs } from './Jobs.tsx';
import { findPlans, refreshJobs, refreshRuns } from './jobs.ts';
import { RunList } from './RunList.tsx';
import './runs.css';
import { StartForm } from './StartForm.tsx';
import { words } from './words.ts';

/** Others may start runs too, here and on the command line. */
const look_ms = 5000;

/** All runs; those under way as they grow; and a form to start one. */
export default function RunsView() {
  useEffect(() => {
    const look = () => {
      if (document.hidden) return;
      refreshJobs();
      refreshRuns();
    };
    look();
    findPlans();
    const timer = setInterval(look, look_ms);
    return () => clearInterval(timer);
  }, []);
  return (
    <section class="runs-view" aria-labelledby="runs-title">
      <h2 id="runs-title" class="unseen">
        {words().title}
      </h2>
      <div class="runs-now">
        <Jobs />
        <StartForm />
      </div>
      <RunList />
    </section>
  );
}
