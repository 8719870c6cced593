import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alertsSchema, imagersSchema, tracksSchema } from '@kardashev/contracts/ground.ts';
import { columnLineageSchema } from '@kardashev/contracts/number-lineage.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AlertBoard } from './alerts.ts';
import { createServer } from './server.ts';

const alert = {
  event: 'a',
  at: '2012-09-05T14:42:08Z',
  decidedAt: '2012-09-05T14:47:08Z',
  latitude_deg: 10,
  longitude_deg: -85,
  radius_km: 100,
  confidence: 0.9,
  senses: ['posts'],
  lineage: ['posts/a'],
};

describe('what the page asks of the ground and of numbers', () => {
  const page = mkdtempSync(join(tmpdir(), 'kardashev-page-'));
  const board = new AlertBoard();
  let server: FastifyInstance;
  const get = (url: string) => server.inject({ url });

  beforeAll(async () => {
    board.post({ ...alert, decidedAt: '2012-09-05T14:45:00Z', confidence: 0.5 });
    board.post(alert);
    server = await createServer({
      runs: {
        list: async () => [],
        verdict: async () => undefined,
        months: async () => undefined,
        shells: async () => undefined,
      },
      lineage: async () => undefined,
      alerts: board,
      tracks: [
        {
          track: 1,
          positions: 2,
          firstSeen: '2012-09-05T14:00:00Z',
          lastSeen: '2012-09-05T14:01:00Z',
          altitude_m: null,
          speed_mperS: 200,
          path: [[1_346_853_600, -85, 10]],
        },
      ],
      imagers: async (run) =>
        run === 'million-7'
          ? {
              farthestOffNadir_rad: 0.8,
              leastSun_rad: 0.2,
              order_s: 60,
              cloud: 0.6,
              radarShare: 0,
              shells: [],
            }
          : undefined,
      numbers: {
        column: async (_, name, row) =>
          name === 'cash_USD'
            ? {
                column: name,
                row: row ?? null,
                room: 'capital',
                unit: 'USD',
                doc: 'Cash.',
                formula: '',
                inputs: [],
                readers: [],
                headlines: [],
                assumptions: [],
              }
            : undefined,
        claim: async () => undefined,
      },
      page,
    });
  });
  afterAll(async () => {
    await server.close();
    rmSync(page, { recursive: true });
  });

  it('has every alert that was told, and what there is beside them', async () => {
    const told = alertsSchema.parse((await get('/api/alerts')).json());
    expect(told.alerts.map(({ confidence }) => confidence)).toEqual([0.5, 0.9]);
    expect(told).toMatchObject({ lasts_s: 6 * 3600, live: false, sensed: false, coverage: false });
    expect(tracksSchema.parse((await get('/api/tracks')).json()).tracks).toHaveLength(1);
  });

  it('knows who can look, of runs that there are', async () => {
    expect(imagersSchema.parse((await get('/api/runs/million-7/imagers')).json()).order_s).toBe(60);
    expect((await get('/api/runs/nobody/imagers')).json().error.code).toBe('server/no-such-run');
  });

  it('traces columns, by row where asked, and says so where it cannot', async () => {
    const answer = await get('/api/runs/million-7/columns/cash_USD/lineage?row=ai');
    expect(columnLineageSchema.parse(answer.json()).row).toBe('ai');
    expect((await get('/api/runs/million-7/columns/nothing/lineage')).json().error.code).toBe(
      'server/no-lineage',
    );
    expect((await get('/api/runs/million-7/claims/nothing/lineage')).statusCode).toBe(404);
  });
});
