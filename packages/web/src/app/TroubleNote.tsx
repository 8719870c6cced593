import type { Trouble } from '../api/api.ts';
import { told } from '../api/german-troubles.ts';
import { words } from './words.ts';

/** What went wrong, why, and what to do about it. */
export function TroubleNote({ trouble, retry }: { trouble: Trouble; retry?: () => void }) {
  const { code, message, cause, fix, english } = told(trouble);
  return (
    <div class="trouble" role="alert">
      <h2>{message}</h2>
      {cause && <p lang={english ? 'en' : undefined}>{cause}</p>}
      {fix && <p class="trouble-fix">{fix}</p>}
      <p>
        <code>{code}</code>
      </p>
      {retry && (
        <button type="button" class="retry" onClick={retry}>
          {words().tryAgain}
        </button>
      )}
    </div>
  );
}
