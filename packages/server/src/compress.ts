import { gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Below this a packet is not filled anyway. */
const worthwhile_B = 1400;

/** Compresses JSON answers: monthly results shrink about five times. Files go out as they are. */
export function compressAnswers(server: FastifyInstance): void {
  server.addHook('onSend', (request, reply, payload, done) => {
    if (typeof payload !== 'string' || payload.length < worthwhile_B) return done(null, payload);
    reply.header('vary', 'accept-encoding');
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return done(null, payload);
    gzip(payload, { level: 6 }, (error, packed) => {
      if (error) return done(error);
      reply.header('content-encoding', 'gzip').header('content-length', packed.length);
      done(null, packed);
    });
  });
}
