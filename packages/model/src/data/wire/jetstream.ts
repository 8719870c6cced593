import { digestOf } from './digest.ts';
import { unixTime_s } from './globe.ts';
import { listOf, looseOf, objectOf, textOf } from './json.ts';
import { type Arrival, type Reading, setAside } from './observation.ts';

/**
 * A message of Bluesky's Jetstream: one JSON object, of which `commit` events that create an
 * `app.bsky.feed.post` are posts. Time is that of the record (`createdAt`, which its writer's clock says); where
 * that lies after the relay's own `time_us`, the relay's holds.
 *
 * Source: https://github.com/bluesky-social/jetstream, README.
 */
export function readJetstream(payload: string, arrival: Arrival): Reading[] {
  const event = objectOf(payload);
  if (typeof event === 'string') return [setAside(event)];
  const commit = looseOf(event.commit);
  if (event.kind !== 'commit' || commit === undefined) return [setAside('not-an-observation')];
  if (commit.collection !== 'app.bsky.feed.post') return [setAside('not-an-observation')];
  if (commit.operation === 'delete') return [setAside('deleted')];
  const record = looseOf(commit.record);
  const [did, key, text] = [textOf(event.did), textOf(commit.rkey), textOf(record?.text)];
  if (record === undefined || did === undefined || key === undefined) return [setAside('wrong-shape')];
  if (text === undefined) return [setAside('not-an-observation')];
  const observed_s = timeOf(record.createdAt, event.time_us);
  if (observed_s === undefined) return [setAside('no-time')];
  const language = textOf(listOf(record.langs)[0]);
  return [
    {
      kind: 'post',
      id: digestOf(`${did}/${key}`),
      source: arrival.source,
      revision: commit.operation === 'update' ? 1 : 0,
      observed_s,
      received_s: arrival.received_s,
      values: { reply: record.reply === undefined ? 0 : 1 },
      text,
      ...(language === undefined ? {} : { language }),
    },
  ];
}

function timeOf(createdAt: unknown, relay_us: unknown): number | undefined {
  const relay_s = typeof relay_us === 'number' && relay_us > 0 ? relay_us / 1e6 : undefined;
  const written_s = unixTime_s(createdAt);
  if (written_s === undefined) return relay_s;
  return relay_s === undefined ? written_s : Math.min(written_s, relay_s);
}

/** Where to go on after a break: the relay's time of a message in µs, as its `cursor` takes it. */
export function jetstreamCursor(payload: string): number | undefined {
  const digits = /"time_us"\s*:\s*(\d{10,17})/.exec(payload)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
