import { FireWatch } from './fire-watch.ts';
import type { Hotspot } from './incident.ts';
import type { IncidentAssumptions } from './schema.ts';

/** A satellite crosses a region in far less, and comes back no sooner. */
const pass_s = 20 * 60;

/** Fires of hotspots in any order, taken pass by pass as a watch would have seen them. */
export function gather(hotspots: readonly Hotspot[], assumed: IncidentAssumptions): FireWatch {
  const watch = new FireWatch(assumed);
  const ordered = [...hotspots].sort((a, b) => a.observed_s - b.observed_s);
  for (let from = 0; from < ordered.length; ) {
    let to = from + 1;
    while (to < ordered.length && ordered[to]!.observed_s - ordered[from]!.observed_s < pass_s) to++;
    watch.pass(ordered.slice(from, to));
    from = to;
  }
  return watch;
}
