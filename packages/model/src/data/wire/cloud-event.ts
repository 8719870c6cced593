import { isPlace, numberOf, placeOf, unixText, unixTime_s, valuesOf } from './globe.ts';
import { listOf, looseOf, objectOf, textOf } from './json.ts';
import {
  type Arrival,
  type Observation,
  type ObservationKind,
  observationKinds,
  type Reading,
  setAside,
} from './observation.ts';

const prefix = 'dev.kardashev.observation.';

/**
 * An observation as a CloudEvent (1.0, JSON, structured mode): `id` and `source` are the observation's, so that
 * what arrives twice is known by the envelope alone; `data` is a GeoJSON feature. Text and subject stay behind.
 *
 * Source: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md.
 */
export function cloudEventOf(observation: Observation): Record<string, unknown> {
  const { kind, id, source, revision, observed_s, place, values } = observation;
  return {
    specversion: '1.0',
    type: `${prefix}${kind}`,
    source,
    id: revision === 0 ? id : `${id}#${revision}`,
    time: exactText(observed_s),
    datacontenttype: 'application/geo+json',
    data: {
      type: 'Feature',
      id,
      geometry:
        place === undefined
          ? null
          : { type: 'Point', coordinates: [place.longitude_deg, place.latitude_deg] },
      properties: { kind, revision, radius_m: place?.radius_m ?? null, ...values },
    },
  };
}

/**
 * Reads a CloudEvent that carries a GeoJSON point feature. Its own types are taken by their kind; another's are
 * plain events. Numbers among the properties become values.
 */
export function readCloudEvent(payload: string, arrival: Arrival): Reading[] {
  const event = objectOf(payload);
  if (typeof event === 'string') return [setAside(event)];
  const [id, type, from] = [textOf(event.id), textOf(event.type), textOf(event.source)];
  if (event.specversion !== '1.0' || id === undefined || type === undefined || from === undefined) {
    return [setAside('wrong-shape')];
  }
  const observed_s = unixTime_s(event.time);
  if (observed_s === undefined) return [setAside('no-time')];
  const feature = looseOf(event.data);
  const properties = looseOf(feature?.properties) ?? {};
  const { kind: _, revision, radius_m, ...rest } = properties;
  const coordinates = listOf(looseOf(feature?.geometry)?.coordinates);
  const place =
    coordinates.length === 0 ? undefined : placeOf(coordinates[1], coordinates[0], numberOf(radius_m) ?? 0);
  if (place !== undefined && !isPlace(place)) return [setAside(place)];
  const numbers = Object.entries(rest).map(([name, value]) => [name, numberOf(value)]);
  return [
    {
      kind: kindOf(type),
      id: textOf(feature?.id) ?? id,
      source: from,
      revision: numberOf(revision) ?? 0,
      observed_s,
      received_s: arrival.received_s,
      values: valuesOf(Object.fromEntries(numbers)),
      ...(place === undefined ? {} : { place }),
    },
  ];
}

const kindOf = (type: string): ObservationKind =>
  observationKinds.find((kind) => type === `${prefix}${kind}`) ?? 'event';

/** To the microsecond where a time is not whole. */
function exactText(time_s: number): string {
  const whole_s = Math.floor(time_s);
  const part_us = Math.round((time_s - whole_s) * 1e6);
  if (part_us === 0 || part_us === 1e6) return unixText(Math.round(time_s));
  return `${unixText(whole_s).slice(0, -1)}.${String(part_us).padStart(6, '0')}Z`;
}
