import type { ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { syntheticFleet, syntheticLineage, syntheticRuns } from './fixture.ts';
import { syntheticPlan } from './plan.ts';
import { syntheticStudies } from './studies.ts';

/** Answers /api with synthetic runs while the page is developed. Has no part in the build. */
export function syntheticApi(): Plugin {
  return {
    name: 'synthetic-api',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/api', async (request, response) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        send(response, await answer(url));
      });
    },
  };
}

async function answer(url: URL): Promise<unknown> {
  const [, collection, run, document, headline] = url.pathname.split('/');
  if (collection === 'studies') {
    if (run) return syntheticStudies.study(run);
    return { studies: await syntheticStudies.list(url.searchParams.get('run') ?? undefined) };
  }
  if (!run) return { runs: await syntheticRuns.list() };
  if (document === 'months') {
    const funding = url.searchParams.get('funding') === 'books' ? 'books' : 'as-needed';
    return syntheticRuns.months(run, { funding });
  }
  if (document === 'shells') return { shells: await syntheticRuns.shells(run) };
  if (document === 'fleet') return syntheticFleet(run);
  if (document === 'plan') return syntheticPlan(run);
  if (document === 'lineage') return syntheticLineage(run, headline ?? '');
  return syntheticRuns.verdict(run);
}

function send(response: ServerResponse, body: unknown): void {
  response.statusCode = body === undefined ? 404 : 200;
  response.setHeader('content-type', 'application/json');
  const missing = {
    error: { code: 'dev/missing', message: 'No such synthetic document.', cause: '', fix: '' },
  };
  response.end(JSON.stringify(body ?? missing));
}
