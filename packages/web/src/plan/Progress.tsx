import { TroubleNote } from '../app/TroubleNote.tsx';
import { count, duration, text } from '../format/quantity.ts';
import { canRedo, canUndo, changes, redo, takeAllBack, undo } from '../rerun/changes.ts';
import { rerunState } from '../rerun/state.ts';
import { words } from './words.ts';

/** Steps back and forth, and how far the computing has come. */
export function Progress() {
  const { undo: back, redo: forth, resetAll } = words();
  return (
    <div class="plan-progress">
      <div class="plan-steps">
        <button type="button" class="plain-button" disabled={!canUndo.value} onClick={undo}>
          ↶ {back}
        </button>
        <button type="button" class="plain-button" disabled={!canRedo.value} onClick={redo}>
          ↷ {forth}
        </button>
        <button type="button" class="plain-button" disabled={changes.value.size === 0} onClick={takeAllBack}>
          {resetAll}
        </button>
      </div>
      <Status />
    </div>
  );
}

function Status() {
  const state = rerunState.value;
  const said = words();
  switch (state.state) {
    case 'kept':
      return null;
    case 'computing':
      return (
        <p class="plan-status" role="status">
          {state.filling ? (
            <>
              {said.filling(count(state.filling.done), count(state.filling.total))}{' '}
              <progress max={state.filling.total} value={state.filling.done} />
            </>
          ) : (
            said.computing
          )}
        </p>
      );
    case 'shown': {
      const { complete, filled } = state.rerun;
      return (
        <p class="plan-status" role="status" data-taken-ms={complete ? state.taken_ms : undefined}>
          {said.computed(text(duration(state.taken_ms / 1000)))}
          {filled > 0 && ` · ${said.tablesFilled(filled)}`}
          {!complete && ` · ${said.passesFollow}`}
        </p>
      );
    }
    case 'refused':
      return <Refused />;
    case 'failed':
      return <TroubleNote trouble={state.trouble} />;
  }
}

/** Faults of the plan as a whole; those of values stand at their fields, where these are in sight. */
function Refused() {
  const state = rerunState.value;
  if (state.state !== 'refused') return null;
  return (
    <div class="plan-refused" role="alert">
      <p>{words().planRefused}</p>
      <ul lang="en">
        {state.faults.map(({ path, code, message, cause, fix }) => (
          <li key={`${path} ${code}`}>
            {path && <code>{path}</code>} {message} {cause} {fix} <code>{code}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
