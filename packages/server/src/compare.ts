import { type Compare, compareQuerySchema, compareSchema } from '@kardashev/contracts/compare.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { noSuchRun } from './problem.ts';

/** Comparing two runs; `undefined` where one of them is missing or not finished. */
export interface CompareOf {
  /** In what they differ, and how far the explanation is. */
  look(a: string, b: string): Promise<Compare | undefined>;
  /** Begins to explain the difference where that is not done or under way. */
  start(a: string, b: string): Promise<Compare | undefined>;
  /** Ends the explaining; what was computed for it is lost. */
  cancel(a: string, b: string): Promise<Compare | undefined>;
}

const ways = [
  ['GET', 'look'],
  ['POST', 'start'],
  ['DELETE', 'cancel'],
] as const;

/** `/api/compare?a=&b=`: POST begins, GET tells how far it is, DELETE ends it. */
export function addCompareRoutes(instance: FastifyInstance, compare: CompareOf): void {
  const server = instance.withTypeProvider<ZodTypeProvider>();
  for (const [method, way] of ways) {
    server.route({
      method,
      url: '/api/compare',
      schema: {
        summary: 'Why two runs differ',
        tags: ['runs'],
        querystring: compareQuerySchema,
        response: { 200: compareSchema },
      },
      handler: async ({ query: { a, b } }) => {
        const answer = await compare[way](a, b);
        if (!answer) throw noSuchRun(`${a}" or "${b}`);
        return answer;
      },
    });
  }
}
