import { isPlace, numberOf, placeOf, valuesOf } from './globe.ts';
import { type Loose, looseOf, objectOf, textOf } from './json.ts';
import { type Arrival, type Reading, setAside } from './observation.ts';

/** Error of a position where the catalogue gives no spread of stations. Assumed, by us, 2026-11. */
const epicentreRadius_m = 10_000;
/** The share of the distance to the nearest station by which an epicentre may be off. Assumed, by us, 2026-11. */
const shareOfNearest = 0.25;
const degree_m = 1e7 / 90;

/**
 * A document of the USGS earthquake feeds (GeoJSON, `all_hour.geojson` and the like), or one feature of it. Each
 * feature is one quake; the milliseconds of `updated` are its revision, so that corrections replace what was said.
 * Blasts and other events that are no earthquakes are set aside.
 *
 * Source: https://earthquake.usgs.gov/earthquakes/feed/v1.0/geojson.php.
 */
export function readUsgs(payload: string, arrival: Arrival): Reading[] {
  const document = objectOf(payload);
  if (typeof document === 'string') return [setAside(document)];
  if (document.type === 'Feature') return [quakeOf(document, arrival, 0)];
  if (!Array.isArray(document.features)) return [setAside('wrong-shape')];
  return document.features.map((feature, index) => quakeOf(looseOf(feature), arrival, index));
}

function quakeOf(feature: Loose | undefined, arrival: Arrival, index: number): Reading {
  const at = `features[${index}]`;
  const properties = looseOf(feature?.properties);
  const id = textOf(feature?.id);
  if (properties === undefined || id === undefined) return setAside('wrong-shape', at);
  if (properties.status === 'deleted') return setAside('deleted', at);
  if (properties.type !== undefined && properties.type !== 'earthquake') {
    return setAside('not-an-observation', at);
  }
  const time_ms = numberOf(properties.time);
  if (time_ms === undefined) return setAside('no-time', at);
  const [longitude, latitude, depth_km] = coordinatesOf(feature);
  const place = placeOf(latitude, longitude, radiusOf(properties));
  if (!isPlace(place)) return setAside(place, at);
  const depth = numberOf(depth_km);
  return {
    kind: 'quake',
    id,
    source: arrival.source,
    revision: numberOf(properties.updated) ?? 0,
    observed_s: time_ms / 1000,
    received_s: arrival.received_s,
    place,
    values: valuesOf({
      magnitude: numberOf(properties.mag),
      depth_m: depth === undefined ? undefined : depth * 1000,
      felt: numberOf(properties.felt),
      tsunami: numberOf(properties.tsunami),
    }),
  };
}

function coordinatesOf(feature: Loose | undefined): readonly unknown[] {
  const coordinates = looseOf(feature?.geometry)?.coordinates;
  return Array.isArray(coordinates) ? coordinates : [];
}

function radiusOf(properties: Loose): number {
  const nearest_deg = numberOf(properties.dmin);
  if (nearest_deg === undefined) return epicentreRadius_m;
  return Math.max(1000, nearest_deg * degree_m * shareOfNearest);
}
