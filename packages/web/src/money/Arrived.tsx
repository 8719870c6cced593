import type { ComponentChildren } from 'preact';
import type { Load } from '../api/api.ts';
import { TroubleNote } from '../app/TroubleNote.tsx';
import { words } from './words.ts';

interface ArrivedProps<T> {
  readonly document: Load<T>;
  readonly again: () => void;
  readonly children: (document: T) => ComponentChildren;
}

/** A section once its document is there; until then that it is being worked out, or why there is none. */
export function Arrived<T>({ document, again, children }: ArrivedProps<T>) {
  if (document.state === 'failed') return <TroubleNote trouble={document.trouble} retry={again} />;
  if (document.state === 'ready') return <>{children(document.value)}</>;
  return (
    <section class="card" aria-busy="true">
      <p class="quiet" role="status">
        {words().loading} …
      </p>
    </section>
  );
}
