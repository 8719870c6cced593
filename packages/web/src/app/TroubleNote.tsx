import type { Trouble } from '../api/api.ts';
import { words } from './words.ts';

/** What went wrong, why, and what to do about it. */
export function TroubleNote({ trouble, retry }: { trouble: Trouble; retry?: () => void }) {
  return (
    <div class="trouble" role="alert">
      <h2>{trouble.message}</h2>
      {trouble.cause && <p>{trouble.cause}</p>}
      {trouble.fix && <p class="trouble-fix">{trouble.fix}</p>}
      <p>
        <code>{trouble.code}</code>
      </p>
      {retry && (
        <button type="button" class="retry" onClick={retry}>
          {words().tryAgain}
        </button>
      )}
    </div>
  );
}
