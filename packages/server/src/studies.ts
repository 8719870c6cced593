import {
  type Study,
  type StudySummary,
  studiesQuerySchema,
  studyListSchema,
  studySchema,
} from '@kardashev/contracts/study.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { noSuchStudy } from './problem.ts';

/** The studies a server can show, wherever they are kept. */
export interface StudyCatalogue {
  /** Newest first; of the plan of a run alone where one is named. */
  list(run?: string): Promise<StudySummary[]>;
  /** Undefined where there is no such study or it has no sample yet. */
  study(name: string): Promise<Study | undefined>;
}

const studyParams = z.object({ study: z.string().regex(/^[\w-][\w.-]*$/) });

/** `/api/studies?run=…` and `/api/studies/:study`. */
export function addStudyRoutes(instance: FastifyInstance, studies: StudyCatalogue | undefined): void {
  const server = instance.withTypeProvider<ZodTypeProvider>();
  server.get(
    '/api/studies',
    {
      schema: {
        summary: 'Studies, newest first',
        tags: ['runs'],
        querystring: studiesQuerySchema,
        response: { 200: studyListSchema },
      },
    },
    async ({ query: { run } }) => ({ studies: (await studies?.list(run)) ?? [] }),
  );
  server.get(
    '/api/studies/:study',
    {
      schema: {
        summary: 'What a study came to',
        tags: ['runs'],
        params: studyParams,
        response: { 200: studySchema },
      },
    },
    async ({ params: { study } }) => {
      const answer = await studies?.study(study);
      if (!answer) throw noSuchStudy(study);
      return answer;
    },
  );
}
