import { computed } from '@preact/signals';
import type { Fan } from '../chart/model.ts';
import { ready } from '../state/mission.ts';
import { monthly } from './fan.ts';
import { fansShown, futures } from './studies.ts';

/**
 * The fans to be drawn over the run on show, by the names of their series; none where they are switched off, or
 * where another pass is on show than the one that samples run.
 */
export const fans = computed<ReadonlyMap<string, Fan>>(() => {
  const mission = ready.value;
  const found = futures.value;
  if (!mission || found.state !== 'ready' || !found.value || !fansShown.value) return new Map();
  if (mission.funding !== mission.verdict.funding) return new Map();
  const { labels } = mission.table;
  return new Map(
    Object.entries(found.value.study.fans).flatMap(([name, fan]) => {
      const over = monthly(fan, labels);
      return over ? [[name, over] as const] : [];
    }),
  );
});
