import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { language } from '../language/language.ts';
import { change, changes, settle, takeBack } from '../rerun/changes.ts';
import type { FaultAt } from '../rerun/messages.ts';
import { rerunState } from '../rerun/state.ts';
import type { Row } from './rows.ts';
import { words } from './words.ts';
import { bareText, reachOf, shareIn, textIn, typed, valueAt } from './written-value.ts';

/** Where a value is changed: as text with its unit, and by a slider where its source gives a range. */
export function ValueField({ row }: { row: Row }) {
  const { path, title, value, facts } = row;
  const changed = changes.value.get(path);
  const fault = faultOf(path);
  const hint = useId();
  const shown = bareText(changed ?? value.text);
  const commit = (text: string) => {
    const wanted = typed(text, language.value === 'de');
    if (wanted === value.text) takeBack(path);
    else if (wanted !== shown) change(path, wanted);
  };
  const common = {
    'aria-label': words().value(title),
    'aria-invalid': fault !== undefined,
    'aria-describedby': fault ? hint : undefined,
    title: facts.kind === 'number' ? words().valueHint : undefined,
  };
  return (
    <div class="plan-value">
      {facts.options ? (
        <select {...common} value={shown} onChange={(event) => commit(event.currentTarget.value)}>
          {[...new Set([...facts.options, shown])].map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      ) : (
        <TextField shown={shown} commit={commit} common={common} />
      )}
      <Slider row={row} />
      {fault && <Fault fault={fault} id={hint} />}
    </div>
  );
}

interface TextFieldProps {
  readonly shown: string;
  readonly commit: (text: string) => void;
  readonly common: object;
}

/** Takes what was typed when one is done with it, and follows what changes elsewhere. */
function TextField({ shown, commit, common }: TextFieldProps) {
  const draft = useSignal(shown);
  const followed = useRef(shown);
  useEffect(() => {
    // On a busy machine this comes after the first key, which must not be lost.
    if (followed.current === shown) return;
    followed.current = shown;
    draft.value = shown;
  }, [shown]);
  const props = {
    ...common,
    value: draft.value,
    spellcheck: false,
    autocomplete: 'off',
    onInput: (event: { currentTarget: { value: string } }) => {
      draft.value = event.currentTarget.value;
    },
    onBlur: () => commit(draft.value),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') draft.value = shown;
      if (event.key !== 'Enter' || event.shiftKey) return;
      event.preventDefault();
      commit(draft.value);
    },
  };
  return shown.length > 34 ? (
    <textarea {...props} rows={Math.min(6, Math.ceil(shown.length / 38))} />
  ) : (
    <input type="text" {...props} />
  );
}

const steps = 400;

function Slider({ row: { path, title, value, facts } }: { row: Row }) {
  const reach = reachOf(value, facts);
  if (!reach || !(reach.high > reach.low)) return null;
  const state = rerunState.value;
  const read = state.state === 'shown' ? state.rerun.values[path]?.value : undefined;
  const now = changes.value.has(path) && typeof read === 'number' ? read : (value.value as number);
  const write = (si: number) => textIn(si, value, facts.integer);
  return (
    <input
      type="range"
      min={0}
      max={steps}
      value={Math.round(shareIn(now, reach) * steps)}
      aria-label={words().slide(title, write(reach.low), write(reach.high))}
      aria-valuetext={write(now)}
      onInput={(event) =>
        change(path, write(valueAt(Number(event.currentTarget.value) / steps, reach)), true)
      }
      onChange={settle}
    />
  );
}

function faultOf(path: string): FaultAt | undefined {
  const state = rerunState.value;
  return state.state === 'refused' ? state.faults.find((fault) => fault.path === path) : undefined;
}

function Fault({ fault: { code, message, cause, fix }, id }: { fault: FaultAt; id: string }) {
  return (
    <p class="plan-fault" id={id} role="alert">
      <span lang="en">
        {message} {cause} {fix}
      </span>{' '}
      <code>{code}</code>
    </p>
  );
}
