import { footprintOf } from './footprint.ts';
import { isPlace, numberOf, placeOf, unixTime_s, valuesOf } from './globe.ts';
import { type Loose, listOf, looseOf, objectOf, textOf } from './json.ts';
import { type Arrival, type Reading, setAside } from './observation.ts';

/**
 * STAC items (1.0, 1.1): one, or an ItemCollection. A scene is observed at `datetime`, or at the middle of
 * `start_datetime` and `end_datetime`; its place is the middle of its footprint, with a radius to its corners.
 *
 * Source: https://github.com/radiantearth/stac-spec/blob/master/item-spec/item-spec.md.
 */
export function readStac(payload: string, arrival: Arrival): Reading[] {
  const document = objectOf(payload);
  if (typeof document === 'string') return [setAside(document)];
  if (document.type === 'Feature') return [sceneOf(document, arrival, 'item')];
  if (!Array.isArray(document.features)) return [setAside('wrong-shape')];
  return document.features.map((item, index) => sceneOf(looseOf(item), arrival, `features[${index}]`));
}

function sceneOf(item: Loose | undefined, arrival: Arrival, at: string): Reading {
  const properties = looseOf(item?.properties);
  const id = textOf(item?.id);
  if (item === undefined || properties === undefined || id === undefined) return setAside('wrong-shape', at);
  const observed_s = timeOf(properties);
  if (observed_s === undefined) return setAside('no-time', at);
  const footprint = footprintOf(looseOf(item.geometry), listOf(item.bbox));
  if (footprint === undefined) return setAside('no-place', at);
  const place = placeOf(footprint.latitude_deg, footprint.longitude_deg, footprint.radius_m);
  if (!isPlace(place)) return setAside(place, at);
  return {
    kind: 'scene',
    id: `${textOf(item.collection) ?? ''}/${id}`,
    source: arrival.source,
    revision: unixTime_s(properties.updated) ?? 0,
    observed_s,
    received_s: arrival.received_s,
    place,
    values: valuesOf({
      cloud: scaled(properties['eo:cloud_cover'], 1 / 100),
      groundSample_m: numberOf(properties.gsd),
      area_m2: footprint.area_m2,
    }),
  };
}

function timeOf(properties: Loose): number | undefined {
  const at_s = unixTime_s(properties.datetime);
  if (at_s !== undefined) return at_s;
  const [from_s, to_s] = [unixTime_s(properties.start_datetime), unixTime_s(properties.end_datetime)];
  return from_s === undefined || to_s === undefined ? undefined : (from_s + to_s) / 2;
}

function scaled(value: unknown, unit: number): number | undefined {
  const number = numberOf(value);
  return number === undefined ? undefined : number * unit;
}
