import { addressOf } from '../app/address.ts';
import './changed.css';
import { changes, takeAllBack } from './changes.ts';
import { rerunState } from './state.ts';
import { words } from './words.ts';

/** Says in the header that the numbers are not those of the kept run, and leads back to these. */
export function ChangedNote() {
  const { size } = changes.value;
  if (size === 0) return null;
  const { changed, count, computing, refused, back, toPlan } = words();
  const { state } = rerunState.value;
  const failed = state === 'refused' || state === 'failed';
  return (
    <div class={failed ? 'changed-note failed' : 'changed-note'} data-rerun={state}>
      <p role="status">
        <strong>{changed}</strong> ·{' '}
        <a href={addressOf('plan')} title={toPlan}>
          {count(size)}
        </a>
        {state === 'computing' && ` · ${computing}`}
        {failed && ` · ${refused}`}
      </p>
      <button type="button" onClick={takeAllBack}>
        {back}
      </button>
    </div>
  );
}
