import { digestOf } from './digest.ts';
import { isPlace, placeOf, unixTime_s, valuesOf } from './globe.ts';
import { type Loose, listOf, looseOf, objectOf, textOf } from './json.ts';
import { type Arrival, type Position, type Reading, setAside } from './observation.ts';

/** A point that a phone gave. Assumed, by us, 2026-11. */
const pointRadius_m = 100;

/**
 * A line of X's filtered stream (API v2, `tweet.fields=created_at,geo,lang,referenced_tweets`, `expansions=geo.place_id`,
 * `place.fields=geo`). Blank lines keep the connection alive and are nothing. Reposts say so in `values.repost`.
 *
 * Source: https://docs.x.com/x-api/posts/filtered-stream.
 */
export function readXStream(payload: string, arrival: Arrival): Reading[] {
  if (payload.trim() === '') return [];
  const message = objectOf(payload);
  if (typeof message === 'string') return [setAside(message)];
  const post = looseOf(message.data);
  // Errors and warnings of the service come on the same line.
  if (post === undefined) return [setAside('not-an-observation')];
  const [id, text, observed_s] = [textOf(post.id), textOf(post.text), unixTime_s(post.created_at)];
  if (id === undefined || text === undefined) return [setAside('wrong-shape')];
  if (observed_s === undefined) return [setAside('no-time')];
  const place = pointOf(post) ?? areaOf(post, message);
  if (typeof place === 'string') return [setAside(place)];
  const language = textOf(post.lang);
  return [
    {
      kind: 'post',
      id: digestOf(id),
      source: arrival.source,
      revision: 0,
      observed_s,
      received_s: arrival.received_s,
      values: valuesOf({ repost: isRepost(post) ? 1 : 0 }),
      text,
      ...(place === undefined ? {} : { place }),
      ...(language === undefined ? {} : { language }),
    },
  ];
}

const isRepost = (post: Loose): boolean =>
  listOf(post.referenced_tweets).some((other) => looseOf(other)?.type === 'retweeted');

function pointOf(post: Loose) {
  const [longitude, latitude] = listOf(looseOf(looseOf(post.geo)?.coordinates)?.coordinates);
  if (longitude === undefined) return undefined;
  return placeOf(latitude, longitude, pointRadius_m);
}

/** The middle of the box of the place that the post names, with a radius to its corners. */
function areaOf(post: Loose, message: Loose) {
  const name = looseOf(post.geo)?.place_id;
  const places = listOf(looseOf(message.includes)?.places).map(looseOf);
  const box = listOf(looseOf(places.find((place) => place?.id === name)?.geo)?.bbox);
  if (name === undefined || box.length !== 4) return undefined;
  const [west, south, east, north] = box.map(Number) as [number, number, number, number];
  const middle = placeOf((south + north) / 2, (west + east) / 2, 0);
  return isPlace(middle) ? withRadius(middle, east - west, north - south) : middle;
}

/** A degree of latitude in metres, by the old definition of the metre. */
const degree_m = 1e7 / 90;

function withRadius(middle: Position, width_deg: number, height_deg: number): Position {
  const width_m = width_deg * degree_m * Math.cos((middle.latitude_deg * Math.PI) / 180);
  return { ...middle, radius_m: Math.hypot(width_m, height_deg * degree_m) / 2 };
}
