import type { Alert } from '../fuse/alert.ts';

/** A GeoJSON feature, RFC 7946. */
export interface Feature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: { readonly type: 'Point'; readonly coordinates: readonly [number, number] } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** An alert as a feature; without a place its geometry is null, as the format wants. */
export function featureOf(alert: Alert): Feature {
  const { event, latitude_deg, longitude_deg, ...properties } = alert;
  const geometry =
    latitude_deg === null || longitude_deg === null
      ? null
      : ({ type: 'Point', coordinates: [longitude_deg, latitude_deg] } as const);
  return { type: 'Feature', id: event, geometry, properties: { ...properties, datetime: alert.at } };
}
