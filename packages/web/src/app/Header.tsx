import type { Funding, RunSummary } from '@kardashev/contracts/run.ts';
import { ChangedNote } from '../rerun/ChangedNote.tsx';
import { open, ready, runs } from '../state/mission.ts';
import { passesOf } from '../state/passes.ts';
import { Switches } from './Switches.tsx';
import { Tabs } from './Tabs.tsx';
import { words } from './words.ts';

/** The views of the page; then whose numbers these are: the run, and how it is paid for. */
export function Header() {
  return (
    <header class="header">
      <div class="header-top">
        <h1>
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <circle cx="16" cy="16" r="8" />
            <ellipse cx="16" cy="16" rx="14" ry="5" transform="rotate(-52 16 16)" />
          </svg>
          Kardashev
        </h1>
        <Tabs />
        <Switches />
      </div>
      <RunBar />
    </header>
  );
}

function RunBar() {
  const shown = ready.value;
  const list = runs.value.state === 'ready' ? runs.value.value : [];
  if (!shown) return null;
  const { run, seed, hash } = shown.verdict;
  const passes = passesOf(shown.verdict);
  // What was changed in the page has no hash.
  const isKept = /^[0-9a-f]+$/.test(hash);
  return (
    <div class="run-bar">
      <Chooser list={list} run={run} />
      {passes.length > 1 && <Passes run={run} passes={passes} funding={shown.funding} />}
      <ChangedNote />
      <p class="provenance">
        {words().seed(seed)}
        {isKept && ' · '}
        {isKept && <code title={hash}>{hash.slice(0, 8)}</code>}
      </p>
    </div>
  );
}

function Chooser({ list, run }: { list: readonly RunSummary[]; run: string }) {
  const finished = list.filter(({ state }) => state === 'finished');
  const current = finished.find((each) => each.run === run);
  const { run: label, seed: seedOf } = words();
  if (finished.length < 2) return <p class="plan-name">{current?.plan ?? run}</p>;
  return (
    <label class="chooser">
      <span class="unseen">{label}</span>
      <select value={run} onChange={(event) => open(event.currentTarget.value)}>
        {finished.map(({ run: name, plan, seed }) => (
          <option key={name} value={name}>
            {plan}, {seedOf(seed)} · {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface PassesProps {
  readonly run: string;
  readonly passes: readonly Funding[];
  readonly funding: Funding;
}

function Passes({ run, passes, funding }: PassesProps) {
  const { funding: question, passes: names } = words();
  return (
    <fieldset class="passes">
      <legend class="unseen">{question}</legend>
      {passes.map((value) => (
        <label key={value} class={value === funding ? 'chosen' : ''}>
          <input
            type="radio"
            name="funding"
            value={value}
            checked={value === funding}
            onChange={() => open(run, value)}
          />
          {names[value]}
        </label>
      ))}
    </fieldset>
  );
}
