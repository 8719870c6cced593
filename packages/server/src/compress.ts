import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const gzipAsync = promisify(gzip);

/** Below this a packet is not filled anyway. */
const worthwhile_B = 1400;

/** Compresses JSON answers: monthly results shrink about five times. Files go out as they are. */
export function compressAnswers(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < worthwhile_B) return payload;
    reply.header('vary', 'accept-encoding');
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return payload;
    const packed = await gzipAsync(payload, { level: 6 });
    reply.header('content-encoding', 'gzip').header('content-length', packed.length);
    return packed;
  });
}
