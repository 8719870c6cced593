import { jobStates } from '@kardashev/contracts/job.ts';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { JobBoard } from './jobs/board.ts';
import type { Streams } from './streams.ts';

const buckets_s = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** `/metrics` for Prometheus. Routes are labels, never what is in them: names of runs are nobody's business there. */
export function addMetrics(server: FastifyInstance, streams: Streams, board?: JobBoard): void {
  const registers = [new Registry()];
  const [register] = registers as [Registry];
  collectDefaultMetrics({ register });
  timeRequests(server, registers);
  new Gauge({
    name: 'kardashev_streams_open',
    help: 'Streams that are open: server-sent events, and the state of runs over WebSockets.',
    labelNames: ['kind'],
    registers,
    collect() {
      for (const kind of ['events', 'state'] as const) this.set({ kind }, streams.count(kind));
    },
  });
  new Gauge({
    name: 'kardashev_jobs',
    help: 'Runs that were asked for since the server began, by state.',
    labelNames: ['state'],
    registers,
    collect() {
      for (const state of jobStates) this.set({ state }, board?.count(state) ?? 0);
    },
  });
  const schema = { summary: 'Metrics for Prometheus', tags: ['server'], produces: [register.contentType] };
  server.get('/metrics', { schema }, async (_, reply) => {
    reply.header('content-type', register.contentType);
    return register.metrics();
  });
}

function timeRequests(server: FastifyInstance, registers: Registry[]): void {
  const durations = new Histogram({
    name: 'kardashev_http_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: buckets_s,
    registers,
  });
  server.addHook('onResponse', (request, reply, done) => {
    // How long a stream stays open says nothing of how fast the server is.
    const isStream = String(reply.raw.getHeader('content-type')).startsWith('text/event-stream');
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: reply.statusCode };
    if (!isStream) durations.observe(labels, reply.elapsedTime / 1000);
    done();
  });
}
