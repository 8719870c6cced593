import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Alert } from '@kardashev/model/data/fuse/alert.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AlertBoard } from './alerts.ts';
import { createServer, listen } from './server.ts';

const alert = (event: string, longitude_deg: number | null): Alert => ({
  event,
  at: '2012-09-05T14:42:08Z',
  decidedAt: '2012-09-05T14:47:08Z',
  latitude_deg: longitude_deg === null ? null : 10,
  longitude_deg,
  radius_km: longitude_deg === null ? null : 100,
  confidence: 0.9,
  senses: ['posts'],
  lineage: ['posts/a'],
});

describe('alerts for others', () => {
  const page = mkdtempSync(join(tmpdir(), 'kardashev-page-'));
  const board = new AlertBoard();
  let server: FastifyInstance;
  const get = (url: string) => server.inject({ url });

  beforeAll(async () => {
    board.post(alert('a', -85));
    board.post(alert('b', 120));
    board.post(alert('c', null));
    server = await createServer({
      runs: {
        list: async () => [],
        verdict: async () => undefined,
        months: async () => undefined,
        shells: async () => undefined,
      },
      lineage: async () => undefined,
      alerts: board,
      sensed: { coverage: { hours: 2 }, incidents: [{ latitude_deg: 1, longitude_deg: 2 }] },
      page,
    });
  });
  afterAll(async () => {
    await server.close();
    rmSync(page, { recursive: true });
  });

  it('are features, by box and page', async () => {
    const all = (await get('/collections/events/items?limit=2')).json();
    expect(all).toMatchObject({ type: 'FeatureCollection', numberMatched: 3, numberReturned: 2 });
    const next = all.links.find(({ rel }: { rel: string }) => rel === 'next');
    expect((await get(next.href)).json()).toMatchObject({ numberReturned: 1 });
    const boxed = (await get('/collections/events/items?bbox=-90,0,-80,20')).json();
    expect(boxed.features.map(({ id }: { id: string }) => id)).toEqual(['a']);
    expect((await get('/collections/events/items/b')).headers['content-type']).toContain('geo+json');
    expect((await get('/conformance')).json().conformsTo).toHaveLength(2);
    expect((await get('/collections')).json().collections[0].id).toBe('events');
    expect((await get('/api/events/a/cap')).body).toContain('<circle>10,-85 100</circle>');
  });

  it('are refused in words where the question is wrong', async () => {
    for (const query of ['bbox=1,2', 'datetime=soon', 'limit=0', 'offset=-1']) {
      const answer = await get(`/collections/events/items?${query}`);
      expect([answer.statusCode, answer.json().error.code]).toEqual([400, 'server/bad-request']);
    }
    expect((await get('/collections/events/items/zzz')).json().error.code).toBe('server/no-such-item');
  });

  it('tell what was known at a moment, and what is known now of it', async () => {
    const events = async (query: string) => (await get(`/api/world?${query}`)).json().features?.length;
    expect(await events('known=2012-09-05T14:43:00Z')).toBe(0);
    expect(await events('of=2012-09-05T14:43:00Z')).toBe(3);
    expect(await events('of=2012-09-06T14:43:00Z')).toBe(0);
    for (const query of ['', 'of=soon', 'known=soon']) {
      expect((await get(`/api/world?${query}`)).statusCode, query).toBe(400);
    }
  });

  it('come with what was sensed', async () => {
    expect((await get('/api/coverage')).json()).toEqual({ hours: 2 });
    expect((await get('/api/incidents')).json().features).toMatchObject([
      { geometry: { coordinates: [2, 1] } },
    ]);
  });

  it('stream as they are told, and the stream ends with the server', async () => {
    const address = await listen(server);
    const answer = await fetch(`${address}/api/events/stream`);
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const hear = async (words: string) => {
      while (!heard.includes(words)) heard += (await reader.read()).value ?? '';
    };
    await hear('"subject":"c"');
    board.post(alert('late', 7));
    await hear('"subject":"late"');
    expect(heard).toMatch(/^event: alert\nid: \S+\ndata: \{/);
    await server.close();
    expect((await reader.read()).done).toBe(true);
  });
});
