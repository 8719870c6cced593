import { jobListSchema, planListSchema } from '@kardashev/contracts/job.ts';
import type { FastifyInstance } from 'fastify';

/** A server that only reads says so: no job, no plan, nothing to start. */
export function addNoJobs(server: FastifyInstance): void {
  const tags = ['jobs'];
  server.get(
    '/api/jobs',
    { schema: { summary: 'Runs that were asked for: none here', tags, response: { 200: jobListSchema } } },
    async () => ({ jobs: [], mayStart: false }),
  );
  server.get(
    '/api/plans',
    { schema: { summary: 'Plans that can be run: none here', tags, response: { 200: planListSchema } } },
    async () => ({ plans: [] }),
  );
}
