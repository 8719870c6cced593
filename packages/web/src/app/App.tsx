import { useEffect, useMemo } from 'preact/hooks';
import { Claims } from '../claims/Claims.tsx';
import { Globe } from '../globe/Globe.tsx';
import { HeadlineBar } from '../headlines/HeadlineBar.tsx';
import { Drawer } from '../lineage/Drawer.tsx';
import { Panels } from '../panels/Panels.tsx';
import { type Mission, mission, runs, start } from '../state/mission.ts';
import { keepPlaying } from '../timeline/play.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { readAddress, writeAddress } from './address.ts';
import './app.css';
import { Header } from './Header.tsx';
import { handleKeys } from './keys.ts';
import { Story } from './Story.tsx';
import { TroubleNote } from './TroubleNote.tsx';

const begin = () => start(readAddress(location.hash));

/** Mission control: one page for one run. */
export function App() {
  useEffect(() => {
    begin();
    const stops = [keepPlaying(), handleKeys(), writeAddress()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return (
    <>
      <Header />
      <Content />
    </>
  );
}

function Content() {
  const list = runs.value;
  const shown = mission.value;
  if (list.state === 'failed') return <TroubleNote trouble={list.trouble} retry={begin} />;
  if (list.state === 'ready' && !list.value.some(({ state }) => state === 'finished')) return <Empty />;
  if (shown.state === 'failed') return <TroubleNote trouble={shown.trouble} retry={begin} />;
  if (shown.state === 'loading') return <Skeleton />;
  return <Control mission={shown.value} />;
}

function Control({ mission: shown }: { mission: Mission }) {
  const { title, plan } = shown.verdict;
  useEffect(() => {
    document.title = `${title || plan} · Kardashev`;
  }, [title, plan]);
  const inOrbit = useMemo(() => {
    const names = new Set(shown.shells.map(({ name }) => name));
    return (row: string) => names.has(row);
  }, [shown.shells]);
  return (
    <>
      <main>
        <HeadlineBar mission={shown} inOrbit={inOrbit} />
        <Story mission={shown} />
        <div class="stage">
          <Globe mission={shown} />
          <Panels mission={shown} inOrbit={inOrbit} />
        </div>
        <Claims claims={shown.verdict.claims} />
      </main>
      <Timeline mission={shown} inOrbit={inOrbit} />
      <Drawer run={shown.verdict.run} />
    </>
  );
}

function Empty() {
  return (
    <div class="trouble">
      <h2>No run to show yet</h2>
      <p>Run the announced plan; it takes seconds. This page then opens with it.</p>
      <p class="trouble-fix">
        <code>npx kardashev run plans/million.yaml</code>
      </p>
      <button type="button" class="retry" onClick={begin}>
        Look again
      </button>
    </div>
  );
}

function Skeleton() {
  return (
    <main aria-busy="true">
      <p class="unseen" role="status">
        Loading the run
      </p>
      <div class="skeleton bar-size" />
      <div class="stage">
        <div class="skeleton" />
        <div class="skeleton" />
      </div>
    </main>
  );
}
