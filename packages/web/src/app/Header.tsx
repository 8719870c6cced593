import type { Funding, RunSummary } from '@kardashev/contracts/run.ts';
import { open, ready, runs } from '../state/mission.ts';

/** Whose numbers these are: the run, and how it is paid for. */
export function Header() {
  const shown = ready.value;
  const list = runs.value.state === 'ready' ? runs.value.value : [];
  return (
    <header class="header">
      <h1>
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <circle cx="16" cy="16" r="8" />
          <ellipse cx="16" cy="16" rx="14" ry="5" transform="rotate(-52 16 16)" />
        </svg>
        Kardashev
      </h1>
      {shown && <Chooser list={list} run={shown.verdict.run} />}
      {shown?.verdict.books && <Passes run={shown.verdict.run} funding={shown.funding} />}
      {shown && (
        <p class="provenance">
          seed {shown.verdict.seed} · <code title={shown.verdict.hash}>{shown.verdict.hash.slice(0, 8)}</code>
        </p>
      )}
    </header>
  );
}

function Chooser({ list, run }: { list: readonly RunSummary[]; run: string }) {
  const finished = list.filter(({ state }) => state === 'finished');
  const current = finished.find((each) => each.run === run);
  if (finished.length < 2) return <p class="plan-name">{current?.plan ?? run}</p>;
  return (
    <label class="chooser">
      <span class="unseen">Run</span>
      <select value={run} onChange={(event) => open(event.currentTarget.value)}>
        {finished.map(({ run: name, plan, seed }) => (
          <option key={name} value={name}>
            {plan}, seed {seed} · {name}
          </option>
        ))}
      </select>
    </label>
  );
}

const passes: readonly (readonly [Funding, string])[] = [
  ['as-needed', 'As announced'],
  ['books', 'From its own books'],
];

function Passes({ run, funding }: { run: string; funding: Funding }) {
  return (
    <fieldset class="passes">
      <legend class="unseen">How it is paid for</legend>
      {passes.map(([value, label]) => (
        <label key={value} class={value === funding ? 'chosen' : ''}>
          <input
            type="radio"
            name="funding"
            value={value}
            checked={value === funding}
            onChange={() => open(run, value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
