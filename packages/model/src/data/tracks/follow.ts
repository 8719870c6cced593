import type { Detection } from './detection.ts';
import type { Tracking } from './schema.ts';
import { Tracker } from './tracker.ts';

/** Tracks of positions that are in the order of their times: the number of each one's track. */
export function follow(detections: readonly Detection[], assumed: Tracking): number[] {
  const tracker = new Tracker(assumed);
  const tracks: number[] = [];
  for (let from = 0; from < detections.length; ) {
    let to = from + 1;
    while (to < detections.length && detections[to]!.time_s === detections[from]!.time_s) to++;
    tracks.push(...tracker.scan(detections.slice(from, to)));
    from = to;
  }
  return tracks;
}
