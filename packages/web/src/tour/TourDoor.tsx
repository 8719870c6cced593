import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ViewProps } from '../app/views.ts';
import './door.css';
import { begin, decline, place, seen } from './tour.ts';
import { words } from './words.ts';

/** The way into the tour: an invitation to who is here for the first time, a quiet button to all others. */
export function TourDoor(props: ViewProps) {
  const tour = useSignal<ComponentType<ViewProps> | undefined>(undefined);
  const on = place.value !== undefined;
  useEffect(() => {
    if (!on || tour.value) return;
    import('./Tour.tsx').then((loaded) => {
      tour.value = loaded.default;
    });
  }, [on]);
  return (
    <>
      {seen.value ? <Again /> : <Invitation />}
      {on && tour.value && <tour.value {...props} />}
    </>
  );
}

function Again() {
  return (
    <button type="button" class="tour-again" onClick={begin}>
      <span aria-hidden="true">▸</span> {words().again}
    </button>
  );
}

function Invitation() {
  const { invitation, title, show, later } = words();
  return (
    <section class="invitation" aria-label={title}>
      <p>
        {invitation} <strong>{title}</strong>
      </p>
      <button type="button" class="invitation-show" onClick={begin}>
        {show}
      </button>
      <button type="button" onClick={decline}>
        {later}
      </button>
    </section>
  );
}
