import { type Fleet, fleetQuerySchema, fleetSchema } from '@kardashev/contracts/fleet.ts';
import type { Funding } from '@kardashev/contracts/run.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { noSuchRun } from './problem.ts';

/** The fleet of a run under one way of funding, the plan's own by default; undefined where there is no such run. */
export type FleetOf = (run: string, funding?: Funding) => Promise<Fleet | undefined>;

const runParams = z.object({ run: z.string().regex(/^[\w-][\w.-]*$/) });

/** `/api/runs/:run/fleet`: what a page needs to draw and explain each satellite. */
export function addFleetRoute(instance: FastifyInstance, fleetOf: FleetOf): void {
  instance.withTypeProvider<ZodTypeProvider>().get(
    '/api/runs/:run/fleet',
    {
      schema: {
        tags: ['runs'],
        summary: 'Satellites, stations and pads of a run',
        params: runParams,
        querystring: fleetQuerySchema,
        response: { 200: fleetSchema },
      },
    },
    async ({ params: { run }, query: { funding } }) => {
      const fleet = await fleetOf(run, funding);
      if (!fleet) throw noSuchRun(run);
      return fleet;
    },
  );
}
