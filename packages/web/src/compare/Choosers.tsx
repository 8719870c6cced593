import type { RunSummary } from '@kardashev/contracts/run.ts';
import type { Choice } from './choice.ts';
import { words } from './words.ts';

interface ChoosersProps {
  readonly list: readonly RunSummary[];
  readonly choice: Choice;
  readonly choose: (choice: Choice) => void;
}

/** Which run is A and which is B, each with the line that it has in the charts. */
export function Choosers({ list, choice, choose }: ChoosersProps) {
  const finished = list.filter(({ state }) => state === 'finished');
  const say = words();
  const chooser = (side: 'a' | 'b') => (
    <label class="side">
      <span class={`key ${side === 'a' ? 'main' : 'other'}`}>{say.run(say[side])}</span>
      <select
        value={choice[side]}
        onChange={(event) => choose({ ...choice, [side]: event.currentTarget.value })}
      >
        {finished.map(({ run, plan, seed }) => (
          <option key={run} value={run}>
            {plan}, {say.seed(seed)} · {run}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="choosers">
      {chooser('a')}
      <button
        type="button"
        class="swap"
        aria-label={say.swap}
        title={say.swap}
        onClick={() => choose({ a: choice.b, b: choice.a })}
      >
        <span aria-hidden="true">⇄</span>
      </button>
      {chooser('b')}
    </div>
  );
}
