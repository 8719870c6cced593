import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** Collects every route added after it, for `/api/openapi.json`. */
export async function collectRoutes(server: FastifyInstance, version: string): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kardashev',
        version,
        description:
          'An open twin of the orbital-AI enterprise. Units are SI and stand in the names; a number that is not finite is null. Failures are {error: {code, message, cause, fix}} whatever the route; docs/reference/errors.md lists the codes.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: [
        { name: 'runs', description: 'Results of runs, and where their numbers come from' },
        { name: 'jobs', description: 'Runs that this server carries out' },
        { name: 'ground', description: 'What was sensed on the ground' },
        { name: 'server', description: 'The server itself' },
      ],
    },
    transform: jsonSchemaTransform,
  });
}

/** A route of the ground that is checked by hand, in words. */
export const describe = (summary: string) => ({ schema: { summary, tags: ['ground'] } });

/** `/api/openapi.json`: OpenAPI 3.1 made from the schemas that check requests and answers. */
export function addOpenApi(server: FastifyInstance): void {
  let document: string | undefined;
  const schema = { summary: 'This description of the API, OpenAPI 3.1', tags: ['server'] };
  server.get('/api/openapi.json', { schema }, async (_, reply) => {
    document ??= JSON.stringify(server.swagger());
    reply.header('content-type', 'application/json; charset=utf-8');
    return document;
  });
}
