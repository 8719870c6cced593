import type { ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { syntheticCompare } from './compare.ts';
import { syntheticFleet, syntheticLineage, syntheticRuns } from './fixture.ts';
import { syntheticMoney } from './money.ts';
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
        send(response, await answer(url, request.method ?? 'GET'));
      });
    },
  };
}

const money = syntheticMoney();
const compare = syntheticCompare();
const ways: Readonly<Record<string, 'start' | 'cancel'>> = { POST: 'start', DELETE: 'cancel' };

async function answer(url: URL, method: string): Promise<unknown> {
  const way = ways[method] ?? 'look';
  const [, collection, run, document, headline] = url.pathname.split('/');
  if (collection === 'studies') {
    if (run) return syntheticStudies.study(run);
    return { studies: await syntheticStudies.list(url.searchParams.get('run') ?? undefined) };
  }
  if (collection === 'compare') {
    return compare[way](url.searchParams.get('a') ?? '', url.searchParams.get('b') ?? '');
  }
  if (!run) return { runs: await syntheticRuns.list() };
  if (document === 'months') {
    const funding = url.searchParams.get('funding') === 'books' ? 'books' : 'as-needed';
    return syntheticRuns.months(run, { funding });
  }
  if (document === 'cost' || document === 'books' || document === 'value') return money[document](run);
  if (document === 'when') return money.when[way](run, url.searchParams.get('month') ?? '');
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
