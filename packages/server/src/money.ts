import { type Books, booksSchema } from '@kardashev/contracts/books.ts';
import { type Cost, costSchema, passQuerySchema } from '@kardashev/contracts/cost.ts';
import type { Funding } from '@kardashev/contracts/run.ts';
import { type Value, valueSchema } from '@kardashev/contracts/value.ts';
import { type When, whenQuerySchema, whenSchema } from '@kardashev/contracts/when.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { badQuery, noSuchRun } from './problem.ts';

/** The money of runs; `undefined` where there is no such finished run, or it has no such pass. */
export interface MoneyOf {
  /** Of one pass; the plan's own funding by default. */
  cost(run: string, funding?: Funding): Promise<Cost | undefined>;
  books(run: string, funding?: Funding): Promise<Books | undefined>;
  value(run: string): Promise<Value | undefined>;
  /** What would have to be true for a crossover by a month: how far that is worked out. `no-month` where the run lacks it. */
  when: WhenOf;
}

export interface WhenOf {
  look(run: string, month: string): Promise<When | 'no-month' | undefined>;
  start(run: string, month: string): Promise<When | 'no-month' | undefined>;
  cancel(run: string, month: string): Promise<When | 'no-month' | undefined>;
}

const runParams = z.object({ run: z.string().regex(/^[\w-][\w.-]*$/) });

/** Cost, books, value and levers of a run. */
export function addMoneyRoutes(instance: FastifyInstance, money: MoneyOf): void {
  const server = instance.withTypeProvider<ZodTypeProvider>();

  server.get(
    '/api/runs/:run/cost',
    {
      schema: {
        summary: 'What delivered compute costs',
        tags: ['runs'],
        params: runParams,
        querystring: passQuerySchema,
        response: { 200: costSchema },
      },
    },
    async ({ params: { run }, query }) => found(await money.cost(run, query.funding), run),
  );

  server.get(
    '/api/runs/:run/books',
    {
      schema: {
        summary: 'Income, balance and cash',
        tags: ['runs'],
        params: runParams,
        querystring: passQuerySchema,
        response: { 200: booksSchema },
      },
    },
    async ({ params: { run }, query }) => found(await money.books(run, query.funding), run),
  );

  server.get(
    '/api/runs/:run/value',
    {
      schema: {
        summary: 'What the enterprise is worth',
        tags: ['runs'],
        params: runParams,
        response: { 200: valueSchema },
      },
    },
    async ({ params: { run } }) => found(await money.value(run), run),
  );

  const ways = [
    ['GET', 'look'],
    ['POST', 'start'],
    ['DELETE', 'cancel'],
  ] as const;
  for (const [method, way] of ways) {
    server.route({
      method,
      url: '/api/runs/:run/when',
      schema: {
        summary: 'When orbit would be cheaper',
        tags: ['runs'],
        params: runParams,
        querystring: whenQuerySchema,
        response: { 200: whenSchema },
      },
      handler: async ({ params: { run }, query: { month } }) => {
        const answer = await money.when[way](run, month);
        if (answer === 'no-month') throw badQuery('month', 'a month of the run, written 2029-02');
        return found(answer, run);
      },
    });
  }
}

function found<T>(document: T | undefined, run: string): T {
  if (document === undefined) throw noSuchRun(run);
  return document;
}
