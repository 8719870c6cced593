import { lineageSchema } from '@kardashev/contracts/lineage.ts';
import { type Months, monthsQuerySchema, monthsSchema } from '@kardashev/contracts/months.ts';
import { runListSchema, runParamsSchema } from '@kardashev/contracts/run.ts';
import { shellsSchema } from '@kardashev/contracts/shell.ts';
import { verdictSchema } from '@kardashev/contracts/verdict.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { KeptDocuments } from './kept.ts';
import { brokenDocument, noLineage, noSuchRun } from './problem.ts';
import type { LineageOf, RunCatalogue } from './runs.ts';

const headlineParams = runParamsSchema.extend({ headline: z.string().regex(/^[\w.]+$/) });
const params = runParamsSchema;
type RunParams = z.infer<typeof runParamsSchema>;
const tags = ['runs'];

/** Runs and their documents. */
export function addRoutes(instance: FastifyInstance, runs: RunCatalogue, lineage: LineageOf): void {
  const server = instance.withTypeProvider<ZodTypeProvider>();
  const answer = answerer(runs);

  server.get(
    '/api/runs',
    { schema: { summary: 'All runs, newest first', tags, response: { 200: runListSchema } } },
    async () => ({ runs: await runs.list() }),
  );

  instance.get<{ Params: RunParams }>(
    '/api/runs/:run',
    { schema: { summary: 'What a run came to', tags, params, response: { 200: verdictSchema } } },
    async (request, reply) => {
      const { run } = request.params;
      return answer(request, reply, run, verdictSchema, () => runs.verdict(run));
    },
  );

  instance.get<{ Params: RunParams; Querystring: z.infer<typeof monthsQuerySchema> }>(
    '/api/runs/:run/months',
    {
      schema: {
        summary: 'Monthly results of one pass, all columns or some',
        tags,
        params,
        querystring: monthsQuerySchema,
        response: { 200: monthsSchema },
      },
    },
    async (request, reply) => {
      const { run } = request.params;
      const { columns: names, funding } = request.query;
      const columns = names?.split(',').filter((name) => name !== '');
      return answer(request, reply, run, monthsSchema, async () => {
        const months = await runs.months(run, { columns, funding });
        return months && only(months, columns);
      });
    },
  );

  server.get(
    '/api/runs/:run/shells',
    { schema: { summary: 'Shells of satellites', tags, params, response: { 200: shellsSchema } } },
    async ({ params: { run } }) => ({ shells: found(await runs.shells(run), run) }),
  );

  server.get(
    '/api/runs/:run/lineage/:headline',
    {
      schema: {
        summary: 'Where a headline number comes from',
        tags,
        params: headlineParams,
        response: { 200: lineageSchema },
      },
    },
    async ({ params: { run, headline } }) => {
      const answer = await lineage(run, headline);
      if (!answer) throw noLineage(headline);
      return answer;
    },
  );
}

/** Answers with a document of a run: from what is kept where the run is finished, else made anew. */
function answerer(runs: RunCatalogue) {
  const kept = new KeptDocuments();
  return async <T>(
    request: FastifyRequest,
    reply: FastifyReply,
    run: string,
    schema: z.ZodType<T>,
    make: () => Promise<T | undefined>,
  ): Promise<FastifyReply> => {
    const json = async () => written(schema, found(await make(), run));
    const stamp = runs.stamp?.(run);
    if (stamp !== undefined) return kept.answer(request, reply, request.url, stamp, json);
    return reply.header('content-type', 'application/json; charset=utf-8').send(await json());
  };
}

function written<T>(schema: z.ZodType<T>, document: T): string {
  const checked = schema.safeParse(document);
  if (!checked.success) throw brokenDocument(checked.error.issues);
  return JSON.stringify(checked.data);
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
