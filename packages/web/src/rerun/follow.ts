import { effect } from '@preact/signals';
import { ready } from '../state/mission.ts';
import { adopt, changes } from './changes.ts';
import { changeParts, changesIn, partsOf } from './share.ts';
import { keptMission } from './state.ts';

/** Takes over what an address says is changed, where that is not what is changed already. */
export async function adoptAddress(hash: string): Promise<void> {
  const next = await changesIn(hash);
  const now = changes.peek();
  const same = next.size === now.size && [...next].every(([path, text]) => now.get(path) === text);
  if (!same) adopt(next);
}

/**
 * Sees that what is changed is computed, whatever view is on show, and that it stands in the address. The model comes with
 * the first change: who only looks does not load it.
 */
export function followChanges(): () => void {
  const stops = [
    effect(() => {
      const shown = ready.value;
      if (changes.value.size === 0 || !shown) return;
      import('./session.ts').then(({ beginSession }) => beginSession(keptMission.peek() ?? shown));
    }),
    effect(() => {
      const wanted = changes.value;
      partsOf(wanted).then((parts) => {
        if (changes.peek() === wanted) changeParts.value = parts;
      });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
