import { healthSchema, type Readiness, readinessSchema } from '@kardashev/contracts/problem.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';

type Check = Readiness['checks'][number];

export interface HealthOptions {
  readonly version: string;
  /** Throws where runs cannot be read. */
  readRuns(): Promise<unknown>;
  readonly pageIsBuilt: boolean;
}

/** `/api/health` and `…/live`: the process answers. `…/ready`: it can do its work, else 503 and what it lacks. */
export function addHealth(
  instance: FastifyInstance,
  { version, readRuns, pageIsBuilt }: HealthOptions,
): void {
  const server = instance.withTypeProvider<ZodTypeProvider>();
  const began_ms = performance.now();
  let ends = false;
  server.addHook('preClose', async () => {
    ends = true;
  });
  const health = () => ({
    status: 'ok' as const,
    version,
    uptime_s: Math.round(performance.now() - began_ms) / 1000,
  });
  const tags = ['server'];
  for (const path of ['/api/health', '/api/health/live']) {
    const schema = { summary: 'Whether the server answers', tags, response: { 200: healthSchema } };
    server.get(path, { schema }, async () => health());
  }
  const response = { 200: readinessSchema, 503: readinessSchema };
  server.get(
    '/api/health/ready',
    { schema: { summary: 'Whether the server can do its work', tags, response } },
    async (_, reply) => {
      const checks = [await checkRuns(readRuns), checkPage(pageIsBuilt), checkEnd(ends)];
      // The API is of use without the page.
      const ready = checks.every(({ name, passes }) => passes || name === 'page');
      reply.code(ready ? 200 : 503);
      return { ...health(), status: ready ? ('ok' as const) : ('unavailable' as const), checks };
    },
  );
}

async function checkRuns(readRuns: () => Promise<unknown>): Promise<Check> {
  try {
    await readRuns();
    return { name: 'runs', passes: true, note: 'runs can be read' };
  } catch (error) {
    return { name: 'runs', passes: false, note: (error as Error).message };
  }
}

const checkPage = (passes: boolean): Check => ({
  name: 'page',
  passes,
  note: passes ? 'the page is built' : 'the page is not built; the API answers nevertheless',
});

const checkEnd = (ends: boolean): Check => ({
  name: 'open',
  passes: !ends,
  note: ends ? 'the server is ending' : 'the server takes requests',
});
