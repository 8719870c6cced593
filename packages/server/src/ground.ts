import {
  alertsSchema,
  type Imagers,
  imagersSchema,
  type Track,
  tracksSchema,
} from '@kardashev/contracts/ground.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type AlertFeed, lasts_s } from './alerts.ts';
import { noSuchRun } from './problem.ts';
import type { Sensed } from './world.ts';

/** What the imagers of a run's plan can do; undefined where there is no such run. */
export type ImagersOf = (run: string) => Promise<Imagers | undefined>;

const runParams = z.object({ run: z.string().regex(/^[\w-][\w.-]*$/) });
const tags = ['ground'];

/** `/api/alerts`: all that was told. `/api/tracks`: what was followed. `/api/runs/:run/imagers`: who can look. */
export function addGroundRoutes(
  instance: FastifyInstance,
  alerts: AlertFeed,
  tracks: readonly Track[],
  imagers: ImagersOf | undefined,
  sensed: Sensed | undefined,
): void {
  const server = instance.withTypeProvider<ZodTypeProvider>();
  server.get(
    '/api/alerts',
    { schema: { summary: 'Every alert that was told, in order', tags, response: { 200: alertsSchema } } },
    async () => ({
      alerts: alerts.all().map((alert) => ({
        ...alert,
        senses: [...alert.senses],
        lineage: [...alert.lineage],
      })),
      lasts_s,
      live: alerts.live,
      sensed: sensed !== undefined,
      coverage: sensed?.coverage !== undefined,
    }),
  );
  server.get(
    '/api/tracks',
    { schema: { summary: 'What was followed over the ground', tags, response: { 200: tracksSchema } } },
    async () => ({ tracks: [...tracks] }),
  );
  server.get(
    '/api/runs/:run/imagers',
    {
      schema: {
        summary: "What the imagers of a run's plan can do",
        tags,
        params: runParams,
        response: { 200: imagersSchema },
      },
    },
    async ({ params: { run } }) => {
      const answer = await imagers?.(run);
      if (!answer) throw noSuchRun(run);
      return answer;
    },
  );
}
