import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { RequestProblem } from './problem.ts';

/** Serves the built page from a folder, or says how to build it when it is not there. */
export async function addPage(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    server.get('/', { schema: { hide: true } }, async () => {
      throw notBuilt(folder);
    });
    return;
  }
  await server.register(fastifyStatic, {
    root: folder,
    setHeaders: (reply, path) => {
      // Built files carry the hash of their content in their name; the page itself does not.
      const named = path.includes(`${join(folder, 'assets')}`);
      reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
    cacheControl: false,
  });
}

function notBuilt(folder: string): RequestProblem {
  return new RequestProblem({
    status: 503,
    code: 'server/page-not-built',
    message: 'The page is not built; the API answers nevertheless.',
    cause: `There is no index.html in ${folder}.`,
    fix: 'Run `npm run build -w @kardashev/web` and start the server again.',
  });
}
