import type { RunSummary } from '@kardashev/contracts/run.ts';
import { useSignal } from '@preact/signals';
import type { Trouble } from '../api/api.ts';
import { TroubleNote } from '../app/TroubleNote.tsx';
import { count } from '../format/quantity.ts';
import { runs } from '../state/mission.ts';
import { found, type StateWish } from './find.ts';
import { isOpen, jobs, resume } from './jobs.ts';
import { RunRow } from './RunRow.tsx';
import { words } from './words.ts';

/** More rows than that come when they are asked for. */
const page = 50;
const stateWishes: readonly StateWish[] = ['all', 'finished', 'unfinished'];

/** All runs: found by words, opened, resumed, and two of them compared. */
export function RunList() {
  const text = useSignal('');
  const state = useSignal<StateWish>('all');
  const chosen = useSignal<readonly string[]>([]);
  const shown = useSignal(page);
  const trouble = useSignal<Trouble | undefined>(undefined);
  const all = runs.value.state === 'ready' ? runs.value.value : [];
  const wanted = found(all, text.value, state.value);
  const finished = all.filter((run) => run.state === 'finished').length;
  const busy = busyRuns();
  const choose = (run: string) => {
    // The two chosen last.
    chosen.value = chosen.value.includes(run)
      ? chosen.value.filter((each) => each !== run)
      : [...chosen.value, run].slice(-2);
  };
  const goOn = async (run: string) => {
    const answer = await resume(run);
    trouble.value = answer.state === 'failed' ? answer.trouble : undefined;
  };
  return (
    <section class="run-list" aria-labelledby="list-title">
      <header>
        <h3 id="list-title">{words().list}</h3>
        <p>{words().counts(count(finished), count(all.length - finished))}</p>
        <label class="find">
          <span class="unseen">{words().filter}</span>
          <input
            type="search"
            placeholder={words().filterHint}
            value={text.value}
            onInput={(event) => (text.value = event.currentTarget.value)}
          />
        </label>
        <fieldset class="run-states">
          <legend class="unseen">{words().columns.state}</legend>
          {stateWishes.map((each) => (
            <label key={each} class={each === state.value ? 'chosen' : ''}>
              <input
                type="radio"
                name="run-state"
                checked={each === state.value}
                onChange={() => (state.value = each)}
              />
              {each === 'all' ? words().anyState : words().states[each]}
            </label>
          ))}
        </fieldset>
      </header>
      {trouble.value && <TroubleNote trouble={trouble.value} />}
      <Comparison chosen={chosen.value} clear={() => (chosen.value = [])} />
      {wanted.length === 0 ? (
        <Nothing any={all.length > 0} />
      ) : (
        <Table runs={wanted.slice(0, shown.value)} {...{ chosen: chosen.value, choose, goOn, busy }} />
      )}
      {wanted.length > shown.value && (
        <button type="button" class="plain" onClick={() => (shown.value += 4 * page)}>
          {words().more(count(Math.min(4 * page, wanted.length - shown.value)))}
        </button>
      )}
    </section>
  );
}

interface TableProps {
  readonly runs: readonly RunSummary[];
  readonly chosen: readonly string[];
  readonly busy: ReadonlySet<string>;
  readonly choose: (run: string) => void;
  readonly goOn: (run: string) => void;
}

function Table({ runs: rows, chosen, busy, choose, goOn }: TableProps) {
  const { columns } = words();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">{columns.choose}</span>
          </th>
          <th scope="col">{columns.run}</th>
          <th scope="col" class="wide">
            {columns.begun}
          </th>
          <th scope="col" class="wide run-number">
            {columns.months}
          </th>
          <th scope="col" class="run-number">
            {columns.satellites}
          </th>
          <th scope="col" class="wide">
            {columns.hash}
          </th>
          <th scope="col">{columns.state}</th>
          <th scope="col">
            <span class="unseen">{columns.act}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((run) => (
          <RunRow
            key={run.run}
            run={run}
            chosen={chosen.includes(run.run)}
            busy={busy.has(run.run)}
            choose={choose}
            goOn={goOn}
          />
        ))}
      </tbody>
    </table>
  );
}

function Comparison({ chosen, clear }: { chosen: readonly string[]; clear: () => void }) {
  const [a, b] = chosen;
  if (a === undefined) return <p class="run-hint">{words().compareHint}</p>;
  return (
    <p class="run-compare">
      <span>{chosen.join(' · ')}</span>
      {b === undefined ? (
        words().chosenOne
      ) : (
        <a class="primary" href={`#${new URLSearchParams({ view: 'compare', run: a, a, b })}`}>
          {words().compare}
        </a>
      )}
      <button type="button" class="plain" onClick={clear}>
        {words().clear}
      </button>
    </p>
  );
}

function Nothing({ any }: { any: boolean }) {
  return (
    <div class="run-nothing">
      <p>{any ? words().noneFound : words().none}</p>
      {!any && <p>{words().noneHow}</p>}
    </div>
  );
}

/** Runs that a job is at work on. */
function busyRuns(): ReadonlySet<string> {
  const list = jobs.value.state === 'ready' ? jobs.value.value.jobs : [];
  return new Set(list.filter(isOpen).flatMap(({ run }) => run ?? []));
}
