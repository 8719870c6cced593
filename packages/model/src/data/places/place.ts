/** A place that a name can mean. */
export interface Place {
  readonly name: string;
  readonly kind: 'continent' | 'country' | 'region' | 'county' | 'town';
  readonly latitude_deg: number;
  readonly longitude_deg: number;
  /** About half of it lies within. */
  readonly radius_km: number;
  readonly people: number;
  /** ISO 3166 code of its country, and the key of its region; empty where it has none. */
  readonly country: string;
  readonly region: string;
}

const earthRadius_km = 6371.0088;
const toRadians = Math.PI / 180;

/** Great-circle distance, by the haversine formula. */
export function distance_km(
  a: { readonly latitude_deg: number; readonly longitude_deg: number },
  b: { readonly latitude_deg: number; readonly longitude_deg: number },
): number {
  const north = Math.sin(((b.latitude_deg - a.latitude_deg) * toRadians) / 2);
  const east = Math.sin(((b.longitude_deg - a.longitude_deg) * toRadians) / 2);
  const cosines = Math.cos(a.latitude_deg * toRadians) * Math.cos(b.latitude_deg * toRadians);
  return 2 * earthRadius_km * Math.asin(Math.sqrt(Math.min(1, north * north + cosines * east * east)));
}
