import type { RunSummary } from '@kardashev/contracts/run.ts';
import { count, nothing } from '../format/quantity.ts';
import { words } from './words.ts';
import { moment, number, runAddress } from './written.ts';

interface RunRowProps {
  readonly run: RunSummary;
  readonly chosen: boolean;
  /** A job is at work on it. */
  readonly busy: boolean;
  readonly choose: (run: string) => void;
  readonly goOn: (run: string) => void;
}

/** One run: what it is, how far, what it came to. */
export function RunRow({ run, chosen, busy, choose, goOn }: RunRowProps) {
  const { run: name, plan, title, seed, begun, months, hash, satellites_end, state } = run;
  const finished = state === 'finished';
  return (
    <tr data-run={name} class={chosen ? 'chosen' : ''}>
      <td>
        <label class="tick">
          <input type="checkbox" checked={chosen} disabled={!finished} onChange={() => choose(name)} />
          <span class="unseen">{words().chooseRun(name)}</span>
        </label>
      </td>
      <th scope="row">
        {finished ? <a href={runAddress(name)}>{title || plan}</a> : title || plan}
        <small>
          {name} · {words().seedOf(number(seed))}
          <span class="narrow">
            {' '}
            · {moment(begun)} · {busy ? words().goesOn : words().states[state]}
          </span>
        </small>
      </th>
      <td class="wide">{moment(begun)}</td>
      <td class="wide run-number">{count(months)}</td>
      <td class="run-number">{satellites_end === null ? nothing : count(satellites_end)}</td>
      <td class="wide">{hash ? <code title={hash}>{hash.slice(0, 8)}</code> : nothing}</td>
      <td>
        <span class={`state ${busy ? 'running' : state}`}>
          {busy ? words().goesOn : words().states[state]}
        </span>
      </td>
      <td>
        {finished && (
          <a class="plain" href={runAddress(name)} aria-label={`${words().open} ${name}`}>
            {words().open}
          </a>
        )}
        {!finished && !busy && (
          <button
            type="button"
            class="plain"
            aria-label={`${words().resume} ${name}`}
            onClick={() => goOn(name)}
          >
            {words().resume}
          </button>
        )}
      </td>
    </tr>
  );
}
