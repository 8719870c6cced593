import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ViewProps } from '../../app/views.ts';
import { openedRoom } from '../opened.ts';
import type { Room } from '../panel.ts';

type Page = ComponentType<ViewProps & { readonly room: Room }>;

/** The panel that is open to its depth, from a file of its own the first time. */
export function DepthStage(props: ViewProps) {
  const page = useSignal<Page | undefined>(undefined);
  const room = openedRoom.value;
  useEffect(() => {
    if (!room || page.value) return;
    import('./DepthPage.tsx').then((loaded) => {
      page.value = loaded.default;
    });
  }, [room]);
  if (!room) return null;
  return page.value ? <page.value {...props} room={room} /> : <div class="depth skeleton" aria-busy="true" />;
}
