import { useEffect } from 'preact/hooks';
import { TroubleNote } from '../app/TroubleNote.tsx';
import type { ViewProps } from '../app/views.ts';
import { count } from '../format/quantity.ts';
import { AlertList } from './AlertList.tsx';
import { keepReplaying } from './clock.ts';
import { EmptyGround } from './EmptyGround.tsx';
import { EventDetail } from './EventDetail.tsx';
import './ground.css';
import { GroundMap } from './GroundMap.tsx';
import { PassTable } from './PassTable.tsx';
import { followAlerts } from './stream.ts';
import { Times } from './Times.tsx';
import { words } from './words.ts';
import { alerts, type Ground, ground, loadGround, told, world } from './world.ts';

/** What is happening on the ground, what was known when, and which of the plan's satellites can look. */
export default function GroundView({ mission }: ViewProps) {
  useEffect(() => {
    if (ground.peek().state !== 'ready') loadGround();
    const stops = [followAlerts(), keepReplaying()];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  const state = ground.value;
  if (state.state === 'failed') return <TroubleNote trouble={state.trouble} retry={loadGround} />;
  if (state.state === 'loading') {
    return (
      <div aria-busy="true">
        <p role="status">{words().loading}</p>
        <div class="skeleton" />
      </div>
    );
  }
  if (isEmpty(state.value)) return <EmptyGround />;
  return (
    <section class="ground-view" aria-labelledby="ground-title">
      <header>
        <h2 id="ground-title">{words().title}</h2>
        <p>{words().counts(count(world.value.length), count(told.value.length))}</p>
      </header>
      <div class="ground-stage">
        <div class="ground-left">
          <GroundMap ground={state.value} />
          <Times />
          <PassTable mission={mission} />
        </div>
        <div class="ground-right">
          <AlertList />
          <EventDetail />
        </div>
      </div>
    </section>
  );
}

function isEmpty({ coverage, incidents, tracks }: Ground): boolean {
  return alerts.value.length === 0 && !coverage && incidents.length === 0 && tracks.length === 0;
}
