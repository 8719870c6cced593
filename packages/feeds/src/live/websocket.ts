import { once } from 'node:events';
import { jetstreamCursor } from '@kardashev/model/data/wire/jetstream.ts';
import type { Clock } from './clock.ts';
import { type Ears, keepConnected, type LiveSource, type Patience } from './source.ts';

/** After a break the relay is asked for what came a little before it, so that nothing falls between. */
const overlap_us = 5e6;

/** Where Bluesky's posts come from, without a key. */
export const jetstreamAddress =
  'wss://jetstream2.us-east.bsky.network/subscribe?wantedCollections=app.bsky.feed.post';

/** Messages of Bluesky's Jetstream. After a break it goes on from the last message, by the relay's own time. */
export function jetstream(address: string = jetstreamAddress, patience?: Patience): LiveSource {
  return (ears, clock, signal) => {
    let cursor_us: number | undefined;
    const heard: Ears = {
      ...ears,
      payload(text, received_s) {
        cursor_us = jetstreamCursor(text) ?? cursor_us;
        ears.payload(text, received_s);
      },
    };
    const from = () => {
      const url = new URL(address);
      if (cursor_us !== undefined) url.searchParams.set('cursor', String(cursor_us - overlap_us));
      return url;
    };
    return keepConnected(
      (works) => listen(from(), works, heard, clock, signal),
      ears,
      clock,
      signal,
      patience,
    );
  };
}

async function listen(
  address: URL,
  works: () => void,
  ears: Ears,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  const socket = new WebSocket(address);
  const stop = () => socket.close();
  signal.addEventListener('abort', stop);
  socket.addEventListener('message', ({ data }) => {
    works();
    ears.payload(String(data), clock.now_s());
  });
  let failed = false;
  socket.addEventListener('error', () => {
    failed = true;
  });
  try {
    await once(socket, 'close');
  } finally {
    signal.removeEventListener('abort', stop);
  }
  if (failed) throw new Error(`${address.host} does not answer as a web socket`);
}
