import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cloudEventOf } from '@kardashev/model/data/wire/cloud-event.ts';
import type { Observation } from '@kardashev/model/data/wire/observation.ts';
import { ObservationKeep } from '@kardashev/store/observations/keep.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ended, eachOf, kardashev } from '../testing/command.ts';

const minutes_ms = 60_000;
const count = 1200;
const batch = 100;

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kardashev-ingest-'));
  file = join(folder, 'events.jsonl');
  const lines = Array.from({ length: count }, (_, index) => JSON.stringify(cloudEventOf(quake(index))));
  writeFileSync(file, `${lines.join('\n')}\n{"specversion": "1.0", "id`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quake = (index: number): Observation => ({
  kind: 'quake',
  id: `q${index}`,
  source: 'test',
  revision: 0,
  observed_s: 1.5e9 + index,
  received_s: 1.5e9 + index,
  place: { latitude_deg: (index % 170) - 85, longitude_deg: (index % 350) - 175, radius_m: 100 },
  values: { magnitude: index / 200 },
});

const args = (into: string) => [
  'feed',
  'ingest',
  file,
  '--format',
  'cloudevents',
  '--into',
  into,
  '--batch',
  String(batch),
  '--json',
];

/** How many observations were acknowledged before the end, whatever the end was. */
function acknowledged({ stdout }: Ended): number {
  const totals = [...stdout.matchAll(/"total":(\d+)/g)].map(([, total]) => Number(total));
  return Math.max(0, ...totals);
}

/** Names of all rows in a folder, in order: twice where a row is there twice. */
async function rowsIn(into: string): Promise<string[]> {
  const keep = await ObservationKeep.open(into);
  if (!keep.ok) throw new Error(keep.faults[0]!.message);
  const names = await keep.value.names(0);
  keep.value.close();
  return names.map(({ id }) => id).sort();
}

const idsUpTo = (total: number) => Array.from({ length: total }, (_, index) => `q${index}`).sort();

describe('an ingest', () => {
  it('stores each observation once, however often it is sent, and says what was set aside', async () => {
    const into = join(folder, 'whole');
    const first = await kardashev(args(into));
    expect(first).toMatchObject({ code: 0 });
    expect(JSON.parse(first.stdout.trim().split('\n').at(-1)!)).toMatchObject({
      summary: { admitted: count, setAside: { 'truncated-json': 1 }, stored: count },
    });
    const second = await kardashev(args(into));
    expect(second.stdout).toContain(`"duplicate":${count}`);
    expect(await rowsIn(into)).toEqual(idsUpTo(count));
  });

  it('that is killed at any write has every acknowledged observation once, and goes on to the same end', {
    timeout: 6 * minutes_ms,
  }, async () => {
    const list = join(folder, 'writes');
    await kardashev(args(join(folder, 'listed')), { killer: { KARDASHEV_LIST_WRITES: list } });
    const writes = readFileSync(list, 'utf8').split('\n').length;
    expect(writes).toBeGreaterThan((3 * count) / batch);
    // Every eleventh: over the batches each kind of write has its turn.
    const moments = Array.from({ length: Math.ceil(writes / 11) }, (_, index) => 1 + 11 * index);
    const told: number[] = [];
    await eachOf(moments, 2, async (at) => {
      const into = join(folder, `killed-${at}`);
      mkdirSync(into);
      const ended = await kardashev(args(into), { killer: { KARDASHEV_KILL_AT: String(at) } });
      expect(ended).toMatchObject({ signal: 'SIGKILL' });
      const safe = acknowledged(ended);
      told.push(safe);
      // A look at what is there must not mend it.
      const look = join(folder, `look-${at}`);
      cpSync(into, look, { recursive: true });
      const rows = await rowsIn(look);
      expect(new Set(rows).size).toBe(rows.length);
      expect(idsUpTo(safe).filter((id) => !rows.includes(id))).toEqual([]);
      expect(await kardashev(args(into))).toMatchObject({ code: 0 });
      expect(await rowsIn(into)).toEqual(idsUpTo(count));
    });
    expect(Math.max(...told)).toBeGreaterThan(count / 2);
  });

  it('unpacks what is packed, and stores what came before a packed file broke off', async () => {
    const packed = gzipSync(readFileSync(file));
    const [whole, cut] = [join(folder, 'packed'), join(folder, 'cut')];
    writeFileSync(whole, packed);
    writeFileSync(cut, packed.subarray(0, packed.length - 100));
    const into = join(folder, 'unpacked');
    const take = (from: string) => kardashev(args(into).map((arg) => (arg === file ? from : arg)));
    const broken = await take(cut);
    expect(broken).toMatchObject({ code: 2, stderr: expect.stringContaining('feed/damaged') });
    expect(acknowledged(broken)).toBeGreaterThan(0);
    expect((await take(whole)).stdout).toContain(`"stored":${count}`);
    expect(await take(join(folder, 'nowhere'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('file/not-found'),
    });
  });

  it('refuses a folder that another process writes to, and formats that there are not', async () => {
    const into = join(folder, 'locked');
    const keep = await ObservationKeep.open(into);
    expect(await kardashev(args(into))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('keep/locked'),
    });
    if (keep.ok) keep.value.close();
    const odd = await kardashev(['feed', 'ingest', file, '--format', 'telex', '--into', into, '--json']);
    expect(odd).toMatchObject({ code: 2, stderr: expect.stringContaining('command/usage') });
  });
});
