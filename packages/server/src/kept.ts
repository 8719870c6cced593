import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const gzipAsync = promisify(gzip);

/** Below this a packet is not filled anyway. */
const worthwhile_bytes = 1400;

/** A document ready to be sent. */
interface Kept {
  readonly stamp: string;
  readonly etag: string;
  readonly plain: Buffer;
  /** Undefined where it is not worth it. */
  readonly packed: Buffer | undefined;
}

/**
 * Documents that do not change as long as their stamp does not: serialised, checked and compressed once, then sent as
 * bytes. Those asked for least recently go first when there are too many.
 */
export class KeptDocuments {
  readonly #kept = new Map<string, Kept>();
  readonly #most_bytes: number;
  #bytes = 0;
  #latest = '';

  constructor(most_bytes = 64 << 20) {
    this.#most_bytes = most_bytes;
  }

  /** Answers with the document of a key; `make` gives its JSON where it is not kept. */
  async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    stamp: string,
    make: () => Promise<string>,
  ): Promise<FastifyReply> {
    const kept = this.#take(key, stamp) ?? this.#keep(key, await prepared(stamp, await make()));
    return send(request, reply, kept);
  }

  #take(key: string, stamp: string): Kept | undefined {
    const kept = this.#kept.get(key);
    if (kept?.stamp !== stamp) return undefined;
    // To the end of the order, unless the same was asked for last.
    if (key !== this.#latest) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      this.#latest = key;
    }
    return kept;
  }

  #keep(key: string, document: Kept): Kept {
    this.#drop(key);
    this.#kept.set(key, document);
    this.#latest = key;
    this.#bytes += sizeOf(document);
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#most_bytes || oldest === key) break;
      this.#drop(oldest);
    }
    return document;
  }

  #drop(key: string): void {
    const dropped = this.#kept.get(key);
    if (dropped) this.#bytes -= sizeOf(dropped);
    this.#kept.delete(key);
  }
}

const sizeOf = ({ plain, packed }: Kept) => plain.length + (packed?.length ?? 0);

async function prepared(stamp: string, json: string): Promise<Kept> {
  const plain = Buffer.from(json);
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const packed = plain.length < worthwhile_bytes ? undefined : await gzipAsync(plain, { level: 9 });
  return { stamp, etag, plain, packed };
}

function send({ headers }: FastifyRequest, reply: FastifyReply, { etag, plain, packed }: Kept): FastifyReply {
  reply.header('etag', etag).header('cache-control', 'no-cache').header('vary', 'accept-encoding');
  if (headers['if-none-match']?.includes(etag)) return reply.code(304).send();
  reply.header('content-type', 'application/json; charset=utf-8');
  const asked = packed !== undefined && /\bgzip\b/.test(headers['accept-encoding'] ?? '');
  if (asked) reply.header('content-encoding', 'gzip');
  return reply.send(asked ? packed : plain);
}
