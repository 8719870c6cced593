import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServer } from './server.ts';

type Document = {
  readonly openapi: string;
  readonly paths: { readonly [path: string]: { readonly [method: string]: { readonly summary?: string } } };
};

let server: FastifyInstance;
let document: Document;

beforeAll(async () => {
  const none = async () => undefined;
  server = await createServer({
    runs: { list: async () => [], verdict: none, months: none, shells: none },
    lineage: none,
    plans: { document: none, table: none, parquet: none },
    jobs: { carrier: { start: () => never(), stored: () => undefined }, plans: async () => [] },
    page: join(tmpdir(), 'no-page'),
  });
  document = (await server.inject('/api/openapi.json')).json();
});
afterAll(() => server.close());

function never(): never {
  throw new Error('No run is started here.');
}

/** `GET /api/runs/:run` and the like, as the server itself knows them. */
function routes(): string[] {
  const lines = server.printRoutes({ commonPrefix: false, includeHooks: false }).split('\n');
  const path: string[] = [];
  return lines.flatMap((line) => {
    const [, indent, part, methods] = /^([│ ]*)[├└]── (\S+)(?: \((.*)\))?$/.exec(line) ?? [];
    if (indent === undefined) return [];
    path.splice(indent.length / 4, Number.POSITIVE_INFINITY, part!);
    return (methods?.split(', ') ?? []).map((method) => `${method} ${path.join('')}`);
  });
}

describe('the description of the API', () => {
  it('is a valid document of OpenAPI 3.1', async () => {
    expect(document.openapi).toBe('3.1.0');
    const result = await new Validator().validate(document as never);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it('has every route, each with a summary', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    // HEAD goes with GET, and / is the page.
    const known = routes().filter((route) => !route.startsWith('HEAD') && route !== 'GET /');
    expect(known.length).toBeGreaterThan(20);
    expect(known.filter((route) => !described.includes(route))).toEqual([]);
    const mute = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).some(({ summary }) => !summary) ? [path] : [],
    );
    expect(mute).toEqual([]);
  });
});
