import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';
import { type Load, loading } from '../api/api.ts';
import { loaders } from './loaders.ts';
import { MissionView } from './MissionView.tsx';
import { TroubleNote } from './TroubleNote.tsx';
import { broken, notLoaded } from './troubles.ts';
import type { ViewName, ViewProps } from './views.ts';
import { words } from './words.ts';

type View = ComponentType<ViewProps>;

/** Views that are here already: going back to one takes no time. */
const here = new Map<ViewName, View>([['mission', MissionView]]);

/** The view on show, from a file of its own the first time; or how it is coming along. */
export function ViewStage({ name, given }: { readonly name: ViewName; readonly given?: ViewProps }) {
  const found = here.get(name);
  const arriving = useSignal<Load<View>>(found ? { state: 'ready', value: found } : loading);
  const [error, again] = useErrorBoundary();
  const fetch = async () => {
    arriving.value = loading;
    arriving.value = await arrival(name);
  };
  useEffect(() => {
    if (!found) fetch();
  }, []);
  const state = arriving.value;
  if (error !== undefined) return <TroubleNote trouble={broken(error)} retry={again} />;
  if (state.state === 'failed') return <TroubleNote trouble={state.trouble} retry={fetch} />;
  if (state.state === 'loading') return <Waiting />;
  // A view that needs no run takes nothing.
  return <state.value {...(given as ViewProps)} />;
}

async function arrival(name: ViewName): Promise<Load<View>> {
  try {
    // The mission is the page itself.
    if (name === 'mission') throw new Error(name);
    const loaded = await loaders[name]();
    here.set(name, loaded.default);
    return { state: 'ready', value: loaded.default };
  } catch (error) {
    return { state: 'failed', trouble: notLoaded(error) };
  }
}

function Waiting() {
  return (
    <div aria-busy="true">
      <p class="unseen" role="status">
        {words().loadingView}
      </p>
      <div class="skeleton" />
    </div>
  );
}
