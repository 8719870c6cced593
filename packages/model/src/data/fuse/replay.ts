import type { Observation } from '../wire/observation.ts';
import type { Alert } from './alert.ts';
import type { QuakeWatch } from './quake-watch.ts';

/**
 * Plays posts and published quakes to a watch in the order in which they arrived: a post when it is written, or
 * with the newest before it where it is late; a quake when it is published.
 */
export function replay(
  watch: QuakeWatch,
  posts_s: readonly number[],
  quakes: readonly Observation[],
): Alert[] {
  const published = [...quakes].sort((one, other) => one.received_s - other.received_s);
  const alerts: Alert[] = [];
  let next = 0;
  let now_s = Number.NEGATIVE_INFINITY;
  const publishUntil = (until_s: number): void => {
    for (; next < published.length && published[next]!.received_s <= until_s; next++) {
      alerts.push(...watch.pass(published[next]!.received_s), ...watch.quake(published[next]!));
    }
  };
  for (const posted_s of posts_s) {
    now_s = Math.max(now_s, posted_s);
    publishUntil(now_s);
    alerts.push(...watch.pass(now_s), ...watch.post(posted_s));
  }
  publishUntil(Number.POSITIVE_INFINITY);
  alerts.push(...watch.pass(Number.POSITIVE_INFINITY));
  return alerts;
}
