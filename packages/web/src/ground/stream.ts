import type { AlertRow } from '@kardashev/contracts/ground.ts';
import { hear } from './world.ts';

/** The data of a CloudEvent as `/api/events/stream` sends it: a GeoJSON feature of an alert. */
interface AlertFeature {
  readonly id: string;
  readonly geometry: { readonly coordinates: readonly [number, number] } | null;
  readonly properties: Omit<AlertRow, 'event' | 'latitude_deg' | 'longitude_deg'>;
}

/** Follows alerts as they are told, until the returned function is called. The browser takes up a broken stream again. */
export function followAlerts(): () => void {
  const source = new EventSource('/api/events/stream');
  source.addEventListener('alert', ({ data }: MessageEvent<string>) => {
    const { data: feature } = JSON.parse(data) as { data: AlertFeature };
    hear(alertOf(feature));
  });
  return () => source.close();
}

export function alertOf({ id, geometry, properties }: AlertFeature): AlertRow {
  const { at, decidedAt, radius_km, confidence, senses, lineage } = properties;
  return {
    event: id,
    at,
    decidedAt,
    latitude_deg: geometry?.coordinates[1] ?? null,
    longitude_deg: geometry?.coordinates[0] ?? null,
    radius_km,
    confidence,
    senses,
    lineage,
  };
}
