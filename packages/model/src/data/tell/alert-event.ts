import type { Alert } from '../fuse/alert.ts';
import { featureOf } from './feature.ts';

/** An alert as a CloudEvent 1.0 in structured JSON: `id` is new for each update, so that none is dropped as known. */
export function alertEventOf(alert: Alert, source: string): Record<string, unknown> {
  return {
    specversion: '1.0',
    type: 'dev.kardashev.alert',
    source,
    id: `${alert.event}/${alert.decidedAt}/${alert.senses.join('+')}`,
    subject: alert.event,
    time: alert.decidedAt,
    datacontenttype: 'application/geo+json',
    data: featureOf(alert),
  };
}
