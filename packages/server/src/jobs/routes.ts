import { jobListSchema, jobSchema, newRunSchema, planListSchema } from '@kardashev/contracts/job.ts';
import { problemSchema } from '@kardashev/contracts/problem.ts';
import { runParamsSchema } from '@kardashev/contracts/run.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { noSuchRun } from '../problem.ts';
import type { Streams } from '../streams.ts';
import type { JobBoard } from './board.ts';
import type { Carrier } from './carrier.ts';
import { guard, mayStart, refuseForeigners } from './guard.ts';
import type { Jobs } from './options.ts';
import { needsSocket, noSuchJob, nothingToResume } from './problems.ts';
import { tellProgress } from './progress-stream.ts';
import { sendState } from './state-socket.ts';

const jobParams = z.object({ job: z.string().regex(/^[0-9a-f]{8}$/) });
const tags = ['jobs'];
const refusals = { 403: problemSchema, 503: problemSchema };

/** Plans that ship, and runs that are asked for, watched, cancelled and resumed. */
export function addJobRoutes(
  instance: FastifyInstance,
  { carrier, plans, anybody = false }: Jobs,
  board: JobBoard,
  streams: Streams,
): void {
  const server = instance.withTypeProvider<ZodTypeProvider>();
  const onRequest = guard(anybody);

  server.get(
    '/api/plans',
    { schema: { summary: 'Plans that ship', tags, response: { 200: planListSchema } } },
    async () => ({ plans: [...(await plans())] }),
  );

  server.post(
    '/api/runs',
    {
      onRequest,
      bodyLimit: 1 << 18,
      schema: {
        summary: 'Ask for a run; the answer is a job, in the queue or running',
        tags,
        body: newRunSchema,
        response: { 202: jobSchema, ...refusals },
      },
    },
    async ({ body }, reply) => {
      const job = board.ask(body);
      reply.code(202).header('location', `/api/jobs/${job.job}`);
      return job;
    },
  );

  server.post(
    '/api/runs/:run/resume',
    {
      onRequest,
      schema: {
        summary: 'Ask for the rest of a run that was interrupted',
        tags,
        params: runParamsSchema,
        response: { 202: jobSchema, 404: problemSchema, 409: problemSchema, ...refusals },
      },
    },
    async ({ params: { run } }, reply) => {
      const job = board.resume(run, resumable(carrier, run));
      reply.code(202).header('location', `/api/jobs/${job.job}`);
      return job;
    },
  );

  server.get(
    '/api/jobs',
    { schema: { summary: 'Runs that were asked for, newest first', tags, response: { 200: jobListSchema } } },
    async (request) => ({ jobs: board.list(), mayStart: mayStart(request, anybody) }),
  );

  const one = { params: jobParams, response: { 200: jobSchema, 404: problemSchema } };
  server.get(
    '/api/jobs/:job',
    { schema: { summary: 'How far a job is', tags, ...one } },
    async ({ params: { job } }) => found(board.get(job), job),
  );

  server.delete(
    '/api/jobs/:job',
    { onRequest, schema: { summary: 'Cancel a job; what was computed can be resumed', tags, ...one } },
    async ({ params: { job } }) => found(board.cancel(job), job),
  );

  server.get(
    '/api/jobs/:job/events',
    { schema: { summary: 'How far a job is: server-sent events until it ends', tags, params: jobParams } },
    (request, reply) => {
      const { job } = found(board.get(request.params.job), request.params.job);
      tellProgress(streams.events(request, reply), board, job);
    },
  );

  server.route({
    method: 'GET',
    url: '/api/jobs/:job/state',
    preValidation: async (request) => refuseForeigners(request),
    schema: {
      summary: "A run's months as they are computed: a WebSocket with a header and a binary frame a month",
      tags,
      params: jobParams,
      response: { 426: problemSchema },
    },
    handler: async () => {
      throw needsSocket();
    },
    wsHandler(socket, { params }) {
      const log = board.log((params as z.infer<typeof jobParams>).job);
      // As 404: the range from 4000 on is for programs like this.
      if (!log) return socket.close(4404, 'job/not-found');
      sendState(
        socket,
        log,
        streams.add('state', () => socket.close(1001, 'the server ends')),
      );
    },
  });
}

function found<T>(value: T | undefined, job: string): T {
  if (value === undefined) throw noSuchJob(job);
  return value;
}

function resumable(carrier: Carrier, run: string) {
  const stored = carrier.stored(run);
  if (!stored) throw noSuchRun(run);
  if (stored.finished) throw nothingToResume(run);
  return stored;
}
