import {
  type ClaimLineage,
  type ColumnLineage,
  claimLineageSchema,
  columnLineageSchema,
} from '@kardashev/contracts/number-lineage.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { noLineage } from './problem.ts';

/** Where numbers of a run come from that are no headlines; undefined where there is no such run or number. */
export interface NumbersOf {
  /** Of a monthly column, or of one row of it: a shell, a site, a vehicle. */
  column(run: string, name: string, row?: string): Promise<ColumnLineage | undefined>;
  /** Of what a claim computes. */
  claim(run: string, id: string): Promise<ClaimLineage | undefined>;
}

const run = z.string().regex(/^[\w-][\w.-]*$/);
const columnParams = z.object({ run, name: z.string().regex(/^\w+$/) });
const claimParams = z.object({ run, id: z.string().regex(/^[\w-]+$/) });
const rowQuery = z.object({ row: z.string().optional() });

/** `/api/runs/:run/columns/:name/lineage?row=…` and `/api/runs/:run/claims/:id/lineage`. */
export function addNumberRoutes(instance: FastifyInstance, numbers: NumbersOf | undefined): void {
  const server = instance.withTypeProvider<ZodTypeProvider>();
  server.get(
    '/api/runs/:run/columns/:name/lineage',
    {
      schema: {
        summary: 'Where a monthly column comes from',
        tags: ['runs'],
        params: columnParams,
        querystring: rowQuery,
        response: { 200: columnLineageSchema },
      },
    },
    async ({ params: { run, name }, query: { row } }) => {
      const answer = await numbers?.column(run, name, row);
      if (!answer) throw noLineage(name);
      return answer;
    },
  );
  server.get(
    '/api/runs/:run/claims/:id/lineage',
    {
      schema: {
        summary: 'Where the figure of a claim comes from',
        tags: ['runs'],
        params: claimParams,
        response: { 200: claimLineageSchema },
      },
    },
    async ({ params: { run, id } }) => {
      const answer = await numbers?.claim(run, id);
      if (!answer) throw noLineage(id);
      return answer;
    },
  );
}
