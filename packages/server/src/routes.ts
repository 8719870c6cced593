import { lineageSchema } from '@kardashev/contracts/lineage.ts';
import { type Months, monthsQuerySchema, monthsSchema } from '@kardashev/contracts/months.ts';
import { type Health, healthSchema } from '@kardashev/contracts/problem.ts';
import { runListSchema } from '@kardashev/contracts/run.ts';
import { shellsSchema } from '@kardashev/contracts/shell.ts';
import { verdictSchema } from '@kardashev/contracts/verdict.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { noLineage, noSuchRun } from './problem.ts';
import type { LineageOf, RunCatalogue } from './runs.ts';

const runParams = z.object({ run: z.string().regex(/^[\w-][\w.-]*$/) });
const headlineParams = runParams.extend({ headline: z.string().regex(/^[\w.]+$/) });

export function addRoutes(
  instance: FastifyInstance,
  runs: RunCatalogue,
  lineage: LineageOf,
  health: Health,
): void {
  const server = instance.withTypeProvider<ZodTypeProvider>();

  server.get('/api/health', { schema: { response: { 200: healthSchema } } }, async () => health);

  server.get('/api/runs', { schema: { response: { 200: runListSchema } } }, async () => ({
    runs: await runs.list(),
  }));

  server.get(
    '/api/runs/:run',
    { schema: { params: runParams, response: { 200: verdictSchema } } },
    async ({ params: { run } }) => found(await runs.verdict(run), run),
  );

  server.get(
    '/api/runs/:run/months',
    { schema: { params: runParams, querystring: monthsQuerySchema, response: { 200: monthsSchema } } },
    async ({ params: { run }, query }) => {
      const columns = query.columns?.split(',').filter((name) => name !== '');
      return only(found(await runs.months(run, { columns, funding: query.funding }), run), columns);
    },
  );

  server.get(
    '/api/runs/:run/shells',
    { schema: { params: runParams, response: { 200: shellsSchema } } },
    async ({ params: { run } }) => ({ shells: found(await runs.shells(run), run) }),
  );

  server.get(
    '/api/runs/:run/lineage/:headline',
    { schema: { params: headlineParams, response: { 200: lineageSchema } } },
    async ({ params: { run, headline } }) => {
      const answer = await lineage(run, headline);
      if (!answer) throw noLineage(headline);
      return answer;
    },
  );
}

function found<T>(document: T | undefined, run: string): T {
  if (document === undefined) throw noSuchRun(run);
  return document;
}

/** A catalogue may read more columns than were asked for; no more are sent. */
function only(months: Months, wanted: readonly string[] | undefined): Months {
  if (!wanted) return months;
  const names = new Set(wanted);
  return { labels: months.labels, columns: months.columns.filter((column) => names.has(column.name)) };
}
