import { useEffect, useMemo, useRef } from 'preact/hooks';
import { KeysHelp } from '../keys/KeysHelp.tsx';
import { handleKeys } from '../keys/keys.ts';
import { Drawer } from '../lineage/Drawer.tsx';
import { adoptAddress, followChanges } from '../rerun/follow.ts';
import {
  awaitFirstRun,
  goToMonth,
  type Mission,
  mission,
  open,
  playing,
  ready,
  runs,
  start,
} from '../state/mission.ts';
import { followSystem, printLight } from '../style/theme.ts';
import { keepPlaying } from '../timeline/play.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { type Address, addressOf, followAddress, readAddress, writeAddress } from './address.ts';
import './app.css';
import { Header } from './Header.tsx';
import { contentId, focusContent, SkipLink } from './SkipLink.tsx';
import { TroubleNote } from './TroubleNote.tsx';
import { ViewStage } from './ViewStage.tsx';
import { timed, type ViewName, view, viewTitles, withoutRun } from './views.ts';
import { words } from './words.ts';

function begin(): void {
  const address = readAddress(location.hash);
  view.value = address.view;
  adoptAddress(location.hash);
  start(address);
}

/** Goes where the browser's back and forward lead. */
function go({ view: name, run, funding, month }: Address): void {
  view.value = name;
  adoptAddress(location.hash);
  const shown = ready.value;
  if (!shown || !run) return;
  const { verdict } = shown;
  const same = run === verdict.run && (funding ?? verdict.funding) === shown.funding;
  if (!same) open(run, funding, month);
  else if (month) goToMonth(month);
}

/** Mission control: one page for one run. */
export function App() {
  useEffect(() => {
    begin();
    const stops = [
      keepPlaying(),
      handleKeys(),
      writeAddress(),
      followAddress(go),
      followSystem(),
      awaitFirstRun(),
      followChanges(),
      printLight(),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return (
    <>
      <SkipLink />
      <Header />
      <Content />
      <KeysHelp />
    </>
  );
}

function Content() {
  const list = runs.value;
  const shown = mission.value;
  if (shown.state !== 'ready' && withoutRun.has(view.value)) return <Alone name={view.value} />;
  if (list.state === 'failed') return <TroubleNote trouble={list.trouble} retry={begin} />;
  if (list.state === 'ready' && !list.value.some(({ state }) => state === 'finished')) return <Empty />;
  if (shown.state === 'failed') return <TroubleNote trouble={shown.trouble} retry={begin} />;
  if (shown.state === 'loading') return <Skeleton />;
  return <Control mission={shown.value} />;
}

function Control({ mission: shown }: { mission: Mission }) {
  const name = view.value;
  const { title, plan, run } = shown.verdict;
  const heading = viewTitles()[name];
  useEffect(() => {
    document.title = `${heading} · ${title || plan} · Kardashev`;
  }, [heading, title, plan]);
  useArrival(name);
  const inOrbit = useMemo(() => {
    const names = new Set(shown.shells.map(({ name }) => name));
    return (row: string) => names.has(row);
  }, [shown.shells]);
  return (
    <>
      <main id={contentId} tabIndex={-1} aria-label={heading} data-view={name}>
        <ViewStage key={name} name={name} given={{ mission: shown, inOrbit }} />
      </main>
      {timed.has(name) && <Timeline mission={shown} inOrbit={inOrbit} />}
      <Drawer run={run} />
    </>
  );
}

/** A view that needs no run, while there is none. */
function Alone({ name }: { name: ViewName }) {
  return (
    <main id={contentId} tabIndex={-1} aria-label={viewTitles()[name]} data-view={name}>
      <ViewStage name={name} />
    </main>
  );
}

/** Another view is read from its beginning: the focus goes there, and a screen reader says its name. */
function useArrival(name: ViewName): void {
  const last = useRef(name);
  useEffect(() => {
    if (last.current === name) return;
    last.current = name;
    // Nobody would see the years go by.
    if (!timed.has(name)) playing.value = false;
    scrollTo(0, 0);
    focusContent();
  }, [name]);
}

function Empty() {
  const { empty, emptyHint, lookAgain, startHere } = words();
  return (
    <main id={contentId} tabIndex={-1} class="trouble">
      <h2>{empty}</h2>
      <p>{emptyHint}</p>
      <p class="trouble-fix">
        <code>npx kardashev run plans/million.yaml</code>
      </p>
      <button type="button" class="retry" onClick={begin}>
        {lookAgain}
      </button>
      <a class="retry" href={addressOf('runs')}>
        {startHere}
      </a>
    </main>
  );
}

function Skeleton() {
  return (
    <main id={contentId} tabIndex={-1} aria-busy="true">
      <p class="unseen" role="status">
        {words().loadingRun}
      </p>
      <div class="skeleton bar-size" />
      <div class="stage">
        <div class="skeleton" />
        <div class="skeleton" />
      </div>
    </main>
  );
}
