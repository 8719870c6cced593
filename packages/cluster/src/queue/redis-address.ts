import { failure, type Outcome, success } from '@kardashev/model/outcome/outcome.ts';

/** Reads an address. Faults: `cluster/redis-url`. */
export function redisAddress(text: string): Outcome<URL> {
  const url = URL.parse(text);
  if (url && ['redis:', 'rediss:'].includes(url.protocol) && url.hostname !== '') return success(url);
  return failure({
    code: 'cluster/redis-url',
    message: text === '' ? 'No Redis server is named.' : `"${text}" is no address of a Redis server.`,
    at: {},
    cause: 'An address has the form redis://host:port, or rediss:// over TLS.',
    fix: 'Write --redis redis://127.0.0.1:6379, or set KARDASHEV_REDIS.',
  });
}
