import type { Redis } from 'ioredis';
import { prefix } from './names.ts';

/** Somebody at work, who calls out every few seconds, and is taken for gone when nothing more is heard. */
export interface Entry {
  readonly kind: 'study' | 'worker';
  /** A worker's host and process; a study's job. */
  readonly name: string;
  readonly edition: string;
  /** Version of the program, for people. */
  readonly version: string;
  /** What keeps it from working, for the others to say. */
  readonly trouble?: string;
}

export const call_ms = 3000;
const gone_ms = 5 * call_ms;

const keyOf = ({ kind, name }: Pick<Entry, 'kind' | 'name'>): string => `${prefix}:roll:${kind}:${name}`;

/** Calls out until it is ended. What is to be called is asked anew each time. */
export function keepCalling(
  client: Redis,
  entry: () => Entry,
): { now(): Promise<void>; end(): Promise<void> } {
  const now = async () => {
    const said = entry();
    await client.set(keyOf(said), JSON.stringify(said), 'PX', gone_ms);
  };
  // Nobody has to hear a call that was made while the server was away.
  const timer = setInterval(() => client.status === 'ready' && now().catch(() => {}), call_ms);
  return {
    now,
    end: async () => {
      clearInterval(timer);
      if (client.status === 'ready') await client.del(keyOf(entry())).catch(() => 0);
    },
  };
}

/** All of a kind who have been heard lately. */
export async function callRoll(client: Redis, kind: Entry['kind']): Promise<Entry[]> {
  const keys: string[] = [];
  for (let cursor = '0'; ; ) {
    const [next, found] = await client.scan(cursor, 'MATCH', keyOf({ kind, name: '*' }), 'COUNT', 1000);
    keys.push(...found);
    if (next === '0') break;
    cursor = next;
  }
  if (keys.length === 0) return [];
  const texts = await client.mget([...new Set(keys)]);
  return texts.filter((text) => text !== null).map((text) => JSON.parse(text) as Entry);
}
