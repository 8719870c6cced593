import type { Alert } from '@kardashev/model/data/fuse/alert.ts';
import { fit } from '../layout.ts';

/** What a run over files came to. */
export interface FuseSummary {
  readonly posts: number;
  readonly quakes: number;
  readonly alerts: number;
  readonly events: number;
  readonly placed: number;
  readonly setAside: Readonly<Record<string, number>>;
}

/** Alerts for people, in the order in which they were decided. */
export function fuseScreen(alerts: readonly Alert[], summary: FuseSummary): string {
  const { posts, quakes, events, placed, setAside } = summary;
  const aside = Object.entries(setAside).map(([reason, count]) => `${count} ${reason}`);
  return [
    `${fit('decided', 20)}  ${fit('of', 20)}  ${fit('where', 24)}  sure   from`,
    ...alerts.map(row),
    '',
    'Sure is how likely a quake is behind it, and the one at that place where a place is told.',
    `${posts} posts and ${quakes} quakes: ${events} events told, ${placed} with a place.`,
    ...(aside.length > 0 ? [`Set aside: ${aside.join(', ')}.`] : []),
  ].join('\n');
}

function row({ decidedAt, at, latitude_deg, longitude_deg, radius_km, confidence, senses }: Alert): string {
  const where =
    latitude_deg === null
      ? 'not known yet'
      : `${latitude_deg.toFixed(2)}, ${longitude_deg?.toFixed(2)} ± ${radius_km?.toFixed(0)} km`;
  const sure = `${(100 * confidence).toFixed(0)} %`;
  return `${decidedAt}  ${at}  ${fit(where, 24)}  ${fit(sure, 5, true)}  ${senses.join(', ')}`;
}
