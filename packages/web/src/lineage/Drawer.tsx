import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import './drawer.css';
import { closeLineage, trail } from './trail.ts';
import { words } from './words.ts';

type Body = ComponentType<{ run: string; number: string; close: () => void }>;

/** Where a number comes from, beside the page. What is in it comes in a file of its own when it is first opened. */
export function Drawer({ run }: { run: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [Loaded, setLoaded] = useState<Body>();
  const number = trail.value.at(-1);
  const open = number !== undefined;
  useEffect(() => {
    if (!open) return dialog.current?.close();
    dialog.current?.showModal();
    import('./LineagePage.tsx').then(({ LineagePage }) => setLoaded(() => LineagePage));
  }, [open]);
  return (
    <dialog
      ref={dialog}
      class="drawer"
      aria-labelledby="drawer-title"
      onClose={closeLineage}
      // A press beside it closes it, as Escape does.
      {...{ closedby: 'any' }}
    >
      {number !== undefined && (
        <div class="drawer-body">
          {Loaded ? (
            <Loaded run={run} number={number} close={() => dialog.current?.close()} />
          ) : (
            <p id="drawer-title" role="status">
              {words().loading}
            </p>
          )}
        </div>
      )}
    </dialog>
  );
}
