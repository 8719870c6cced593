import { Redis } from 'ioredis';

/** A connection to Redis or Valkey that outlasts the server: it waits for it, says so, and goes on. */
export interface RedisLink {
  readonly client: Redis;
  /** The address as people may see it, without a password. */
  readonly address: string;
  /** How often the server was lost, or was not there in the beginning. */
  readonly losses: number;
  close(): void;
}

/** Redis waits this long at most between two tries. */
const slowestTry_ms = 2000;

/** Connects. Returns at once: what is asked of the client waits until there is a server. */
export function linkRedis(url: URL, say: (line: string) => void): RedisLink {
  const address = `${url.protocol}//${url.host}`;
  const client = new Redis(url.href, {
    maxRetriesPerRequest: null,
    retryStrategy: (tries) => Math.min(100 * 2 ** tries, slowestTry_ms),
  });
  let away = false;
  let losses = 0;
  let closing = false;
  const lose = (why: string) => {
    if (away || closing) return;
    away = true;
    losses++;
    say(`Redis at ${address} does not answer${why}. Waiting for it; nothing is lost.`);
  };
  client.on('error', (error: Error) => lose(reason(error)));
  client.on('close', () => lose(''));
  client.on('ready', () => {
    if (away) say(`Redis at ${address} answers. Going on.`);
    away = false;
  });
  return {
    client,
    address,
    get losses() {
      return losses;
    },
    close: () => {
      closing = true;
      client.disconnect();
    },
  };
}

/** Several addresses of one host fail as an error of errors, without a message of its own. */
function reason(error: Error): string {
  const [first] = error instanceof AggregateError ? (error.errors as Error[]) : [error];
  return first ? ` (${first.message})` : '';
}
