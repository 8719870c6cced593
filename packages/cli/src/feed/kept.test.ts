import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kardashev } from '../testing/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'kardashev-kept-'));
const into = join(folder, 'observations');
beforeAll(async () => {
  await kardashev(['feed', 'replay', '--into', into]);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function kept(...more: string[]) {
  const { code, stdout, stderr } = await kardashev(['feed', 'kept', into, ...more, '--json']);
  const lines =
    stdout.trim() === ''
      ? []
      : stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line));
  return { code, stderr, items: lines.slice(0, -1), summary: lines.at(-1)?.summary };
}

describe('what was kept', () => {
  it('is found by place, time and kind', async () => {
    const near = ['--latitude', '24', '--longitude', '121.7', '--reach', '200km'];
    const { items, summary } = await kept('--kind', 'quake', '--from', '2018-02-06T15:00Z', ...near);
    expect(summary.observations).toBe(items.length);
    expect(items[0]).toMatchObject({
      time: '2018-02-06T15:50:42.400000Z',
      data: { properties: { magnitude: 6.4 } },
    });
    expect((await kept('--latest', '3')).items).toHaveLength(3);
  });

  it('is put together to incidents', async () => {
    const { items, summary } = await kept('--incidents', '--kind', 'quake');
    expect(summary.incidents).toBe(items.length);
    const lineage = items.flatMap((incident) => incident.lineage);
    expect(lineage).toHaveLength(1679);
    expect(items[0]).toMatchObject({ kind: 'quake', senses: ['quakes'], confidence: expect.any(Number) });
  });

  it('says where nothing was sensed', async () => {
    const { items, summary } = await kept('--coverage');
    expect(items).toHaveLength(36 * 72);
    const blind = items.reduce((sum, cell) => sum + cell.blind, 0) / items.length;
    expect(1 - blind).toBeCloseTo(summary.reach.all.area, 9);
    expect(summary.reach.all.people).toBeGreaterThan(summary.reach.all.area);
    const screen = (await kardashev(['feed', 'kept', into, '--coverage'])).stdout;
    expect(screen).toContain('Blank is blind');
  });

  it('must be there', async () => {
    expect(await kardashev(['feed', 'kept', join(folder, 'nowhere'), '--json'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('file/not-found'),
    });
    const { code, stderr } = await kept('--coverage', '--kind', 'ship');
    expect(code).toBe(2);
    expect(stderr).toContain('feed/empty');
  });
});
