import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A comment so often keeps proxies from closing a quiet stream. */
const beat_ms = 15_000;
/** Who does not read is let go: so much waits for nobody. */
const mostWaiting_bytes = 1 << 20;

/** One reader of server-sent events. */
export interface EventStream {
  tell(event: string, data: unknown, id?: string): void;
  end(): void;
  /** Called once the stream has ended, whoever ended it. */
  onEnd(act: () => void): void;
}

/** The streams that are open, by kind; all end with the server. */
export class Streams {
  readonly #ends = new Map<() => void, 'events' | 'state'>();

  constructor(server: FastifyInstance) {
    server.addHook('preClose', async () => {
      for (const end of [...this.#ends.keys()]) end();
    });
  }

  count(kind: 'events' | 'state'): number {
    return [...this.#ends.values()].filter((each) => each === kind).length;
  }

  /** Counts a stream until the returned function is called. `end` is called when the server ends. */
  add(kind: 'events' | 'state', end: () => void): () => void {
    this.#ends.set(end, kind);
    return () => this.#ends.delete(end);
  }

  /** Turns an answer into server-sent events. */
  events(request: FastifyRequest, reply: FastifyReply): EventStream {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    // Who listens knows at once that it is heard, even where there is nothing to tell yet.
    raw.flushHeaders();
    const beat = setInterval(() => raw.write(': still here\n\n'), beat_ms);
    const acts: (() => void)[] = [];
    const end = (): void => {
      clearInterval(beat);
      remove();
      for (const act of acts.splice(0)) act();
      raw.end();
    };
    const remove = this.add('events', end);
    request.raw.on('close', end);
    return {
      tell(event, data, id) {
        const line = id === undefined ? '' : `id: ${id}\n`;
        if (raw.writableLength > mostWaiting_bytes) raw.destroy();
        else raw.write(`event: ${event}\n${line}data: ${JSON.stringify(data)}\n\n`);
      },
      end,
      onEnd: (act) => acts.push(act),
    };
  }
}
