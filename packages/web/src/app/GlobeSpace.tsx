import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { type Load, loading } from '../api/api.ts';
import type { Mission } from '../state/mission.ts';
import { TroubleNote } from './TroubleNote.tsx';
import { notLoaded } from './troubles.ts';

type Globe = ComponentType<{ mission: Mission }>;

/** The globe is here already when one comes back to the mission. */
let here: Globe | undefined;

/** How long the globe waits for a page that does not come to rest. */
const patience_ms = 1000;

/** Where the globe stands. It keeps a machine busy, so it comes when the figures are painted and the page is at rest. */
export function GlobeSpace({ mission }: { mission: Mission }) {
  const arriving = useSignal<Load<Globe>>(here ? { state: 'ready', value: here } : loading);
  const fetch = async () => {
    arriving.value = loading;
    arriving.value = await arrival();
  };
  useEffect(() => {
    if (arriving.value.state === 'ready') return;
    const frame = requestAnimationFrame(() => whenIdle(fetch));
    return () => cancelAnimationFrame(frame);
  }, []);
  const state = arriving.value;
  if (state.state === 'failed') return <TroubleNote trouble={state.trouble} retry={fetch} />;
  if (state.state === 'loading') return <div class="globe" aria-busy="true" />;
  return <state.value mission={mission} />;
}

async function arrival(): Promise<Load<Globe>> {
  try {
    const { Globe } = await import('../globe/Globe.tsx');
    here = Globe;
    return { state: 'ready', value: Globe };
  } catch (error) {
    return { state: 'failed', trouble: notLoaded(error) };
  }
}

function whenIdle(then: () => void): void {
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(then, { timeout: patience_ms });
  else setTimeout(then, patience_ms / 5);
}
