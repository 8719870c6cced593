import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Observation } from '@kardashev/model/data/wire/observation.ts';
import { cellToLatLng, latLngToCell } from 'h3-js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cellsAround } from './cells.ts';
import { ObservationKeep } from './keep.ts';

let folder: string;
let keep: ObservationKeep;
async function open(): Promise<ObservationKeep> {
  const opened = await ObservationKeep.open(folder);
  if (!opened.ok) throw new Error(opened.faults[0]!.message);
  return opened.value;
}
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kardashev-keep-'));
  keep = await open();
});
afterEach(() => {
  keep.close();
  rmSync(folder, { recursive: true });
});

const at = (
  id: string,
  latitude_deg: number,
  longitude_deg: number,
  more: Partial<Observation> = {},
): Observation => ({
  kind: 'quake',
  id,
  source: 'test',
  revision: 0,
  observed_s: 1.5e9,
  received_s: 1.5e9,
  place: { latitude_deg, longitude_deg, radius_m: 50 },
  values: { magnitude: 5 },
  ...more,
});
const ids = (found: readonly Observation[]) => found.map(({ id }) => id);

describe('what is kept', () => {
  it('is found by kind, time and place, across the antimeridian too', async () => {
    await keep.append([
      at('here', 10, 179.9),
      at('beyond', 10, -179.9),
      at('far', 10, 170),
      at('other', 10, 179.9, { kind: 'hotspot' }),
      at('late', 10, 179.9, { observed_s: 1.5e9 + 7200 }),
      at('nowhere', 0, 0, { place: undefined }),
    ]);
    const around = { latitude_deg: 10, longitude_deg: 180, radius_m: 50_000 };
    expect(ids(await keep.query({ around, kinds: ['quake'], until_s: 1.5e9 + 3600 }))).toEqual([
      'beyond',
      'here',
    ]);
    expect(ids(await keep.query({ from_s: 1.5e9 + 1 }))).toEqual(['late']);
    expect(ids(await keep.query({ latest: 1 }))).toEqual(['late']);
    expect(await keep.query({ kinds: [] })).toEqual([]);
    expect(await keep.query({})).toHaveLength(6);
  });

  it('comes back as it was, but for what names somebody', async () => {
    const post = at('post', 48.2, 16.37, { kind: 'post', text: 'I am here', subject: 'me', language: 'en' });
    await keep.append([at('quake', 48.2, 16.37), post]);
    const [kept] = await keep.query({ kinds: ['post'] });
    const [latitude_deg, longitude_deg] = cellToLatLng(latLngToCell(48.2, 16.37, 4));
    expect(kept).toEqual({
      kind: 'post',
      id: 'post',
      source: 'test',
      revision: 0,
      observed_s: 1.5e9,
      received_s: 1.5e9,
      values: { magnitude: 5 },
      language: 'en',
      place: { latitude_deg, longitude_deg, radius_m: expect.any(Number) },
    });
    expect(await keep.query({ kinds: ['quake'] })).toEqual([at('quake', 48.2, 16.37)]);
  });

  it('is the last revision of what was corrected', async () => {
    await keep.append([at('a', 1, 1, { revision: 1, values: { magnitude: 5 } })]);
    await keep.append([at('a', 1, 1, { revision: 2, values: { magnitude: 6 } })]);
    expect(await keep.query({})).toMatchObject([{ revision: 2, values: { magnitude: 6 } }]);
    expect(await keep.names(0)).toHaveLength(2);
  });

  it('survives closing, and segments that are made one', async () => {
    for (let batch = 0; batch < 20; batch++) await keep.append([at(`q${batch}`, batch, batch)]);
    const all = await keep.query({});
    expect((await keep.size()).segments).toBeLessThan(10);
    await keep.compact();
    keep.close();
    keep = await open();
    expect(await keep.query({})).toEqual(all);
    expect(await keep.size()).toEqual({ observations: 20, segments: 1 });
    expect(readdirSync(folder).filter((name) => name.endsWith('.parquet'))).toHaveLength(1);
  });

  it('is not written anew as a whole for the little that is added', async () => {
    await keep.append(Array.from({ length: 3000 }, (_, index) => at(`q${index}`, index % 80, index % 170)));
    const large = readdirSync(folder).find((name) => name.endsWith('.parquet'));
    for (let batch = 0; batch < 3; batch++) await keep.append([at(`late${batch}`, batch, batch)]);
    await keep.compact();
    expect((await keep.size()).segments).toBe(2);
    expect(readdirSync(folder)).toContain(large);
  });

  it('is written by one process at a time', async () => {
    expect(await ObservationKeep.open(folder)).toMatchObject({
      ok: false,
      faults: [{ code: 'keep/locked' }],
    });
  });
});

it('a circle is covered by the cells around it, wherever it is', () => {
  for (let latitude_deg = -88; latitude_deg <= 88; latitude_deg += 8) {
    for (const longitude_deg of [-179.9, -31, 0.1, 77, 150]) {
      const radius_m = 200_000;
      const cells = new Set(cellsAround(latitude_deg, longitude_deg, radius_m));
      for (let turn = 0; turn < 2 * Math.PI; turn += 0.3) {
        const north_deg = ((radius_m * 0.999) / 111_195) * Math.cos(turn);
        const edge_deg = latitude_deg + north_deg;
        if (Math.abs(edge_deg) > 89) continue;
        const reach = Math.sqrt(Math.max(0, ((radius_m * 0.98) / 111_195) ** 2 - north_deg ** 2));
        const east_deg =
          (Math.sign(Math.sin(turn)) * reach) /
          Math.cos((Math.max(Math.abs(edge_deg), Math.abs(latitude_deg)) * Math.PI) / 180);
        if (Math.abs(east_deg) > 90 || Math.abs(latitude_deg) > 80) continue;
        expect(cells.has(latLngToCell(edge_deg, longitude_deg + east_deg * 0.98, 4))).toBe(true);
      }
    }
  }
});
