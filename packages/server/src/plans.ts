import { type PlanDocument, planDocumentSchema } from '@kardashev/contracts/plan.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { noSuchRun, noSuchTable } from './problem.ts';

/** What it takes to run a plan again somewhere else. */
export interface PlanShelf {
  /** The plan of a run as it was run; undefined where there is no such run. */
  document(run: string): Promise<PlanDocument | undefined>;
  /** A response table: errors, then values, float64 little-endian; undefined where it is not kept. */
  table(key: string): Promise<Uint8Array | undefined>;
  /** A finished run's months as they are kept, a Parquet file. */
  parquet(run: string): Promise<Uint8Array | undefined>;
}

const runParams = z.object({ run: z.string().regex(/^[\w-][\w.-]*$/) });
const tableParams = z.object({ key: z.string().regex(/^[0-9a-f]{64}$/) });

/** What is under a hash never changes. */
const forGood = 'public, max-age=31536000, immutable';

export function addPlanRoutes(instance: FastifyInstance, shelf: PlanShelf): void {
  const server = instance.withTypeProvider<ZodTypeProvider>();

  server.get(
    '/api/runs/:run/plan',
    {
      schema: {
        summary: 'The plan of a run as it was run',
        tags: ['runs'],
        params: runParams,
        response: { 200: planDocumentSchema },
      },
    },
    async ({ params: { run } }) => {
      const document = await shelf.document(run);
      if (!document) throw noSuchRun(run);
      return document;
    },
  );

  server.get(
    '/api/tables/:key',
    {
      schema: {
        summary: 'A response table: errors, then values, float64 little-endian',
        tags: ['runs'],
        params: tableParams,
      },
    },
    async ({ params: { key } }, reply) => {
      const bytes = await shelf.table(key);
      if (!bytes) throw noSuchTable(key);
      reply.header('content-type', 'application/octet-stream').header('cache-control', forGood);
      return reply.send(Buffer.from(bytes));
    },
  );

  server.get(
    '/api/runs/:run/months.parquet',
    { schema: { summary: "A finished run's months as Parquet", tags: ['runs'], params: runParams } },
    async ({ params: { run } }, reply) => {
      const bytes = await shelf.parquet(run);
      if (!bytes) throw noSuchRun(run);
      reply
        .header('content-type', 'application/vnd.apache.parquet')
        .header('content-disposition', `attachment; filename="${run}.parquet"`);
      return reply.send(Buffer.from(bytes));
    },
  );
}
