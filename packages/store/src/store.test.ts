import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { plan, result, runInputs, table } from './fixtures.ts';
import { readManifest } from './manifest.ts';
import { readColumns, readMonths, writeMonths } from './months-file.ts';
import { createRun } from './run-folder.ts';
import { openRun, type RunWriter } from './run-writer.ts';
import { findRun, finishedTwin, listRuns, newestUnfinished, readVerdict } from './runs.ts';
import { tableStore } from './table-store.ts';

let runs: string;
beforeEach(() => {
  runs = mkdtempSync(join(tmpdir(), 'kardashev-store-'));
});
afterEach(() => rmSync(runs, { recursive: true }));

function open(run = createRun(runs, runInputs), signal?: AbortSignal): RunWriter {
  const opened = openRun(run, { verdict: ({ hash }) => ({ hash }), signal });
  if (!opened.ok) throw new Error(opened.faults[0]!.message);
  return opened.value;
}

describe('a run on disk', () => {
  it('has a folder of its own, named after plan, seed and number', () => {
    const names = [createRun(runs, runInputs), createRun(runs, runInputs)].map(
      ({ manifest }) => manifest.run,
    );
    expect(names).toEqual(['toy-s7-001', 'toy-s7-002']);
    expect(readdirSync(runs)).toEqual(names);
  });

  it('keeps to its folder whatever the plan is called', () => {
    const { manifest } = createRun(runs, { ...runInputs, plan: { ...plan, name: '../../so/../what' } });
    expect(readdirSync(runs)).toEqual([manifest.run]);
  });

  it('says in its manifest what it depends on', () => {
    const { folder } = createRun(runs, runInputs);
    const manifest = readManifest(folder);
    expect(manifest).toMatchObject({ ok: true, value: { ...runInputs, status: 'running', months: 3 } });
    expect(manifest.ok && manifest.value.passes).toEqual(['as-needed', 'books']);
  });

  it('is written by one process at a time', () => {
    const writer = open();
    const second = openRun(writer.run, { verdict: () => ({}) });
    expect(second).toMatchObject({ ok: false, faults: [{ code: 'run/locked' }] });
    writer.close();
    open(writer.run).close();
  });

  it('is complete once finished, and not before', async () => {
    const writer = open();
    await writer.checkpoint(Uint8Array.of(1, 2, 3));
    expect(newestUnfinished(runs)?.manifest.run).toBe('toy-s7-001');
    await writer.finish(result);
    writer.close();
    const { folder } = writer.run;
    expect(newestUnfinished(runs)).toBeUndefined();
    expect(readManifest(folder)).toMatchObject({ ok: true, value: { status: 'complete', hash: 'f00d' } });
    expect(readVerdict(folder)).toEqual({ hash: 'f00d' });
    expect(readdirSync(folder)).toEqual(['columns.json', 'manifest.json', 'months.parquet', 'verdict.json']);
  });

  it('clears away what a killed writer left', () => {
    const run = createRun(runs, runInputs);
    writeFileSync(join(run.folder, '.months.parquet.1.tmp'), 'half');
    open(run).close();
    expect(readdirSync(run.folder)).toEqual(['manifest.json']);
  });

  it('stops after a checkpoint when told to', async () => {
    const stop = new AbortController();
    const writer = open(undefined, stop.signal);
    await writer.checkpoint(Uint8Array.of(1));
    stop.abort(new Error('enough'));
    await expect(writer.checkpoint(Uint8Array.of(2))).rejects.toThrow('enough');
    expect(readCheckpoint(writer.run.folder)).toMatchObject({ snapshot: Uint8Array.of(2) });
    writer.close();
  });
});

describe('finding runs', () => {
  it('goes by id, by folder and by what they were made of', async () => {
    const { folder } = createRun(runs, runInputs);
    expect(findRun(runs, 'toy-s7-001')).toMatchObject({ ok: true, value: { folder } });
    expect(findRun('/nowhere', folder)).toMatchObject({ ok: true, value: { folder } });
    expect(finishedTwin(runs, runInputs)).toBeUndefined();
    const writer = open(createRun(runs, runInputs));
    await writer.finish(result);
    writer.close();
    expect(finishedTwin(runs, runInputs)?.manifest.run).toBe('toy-s7-002');
    expect(finishedTwin(runs, { ...runInputs, seed: 8 })).toBeUndefined();
    expect(
      finishedTwin(runs, { ...runInputs, inputs: { ...runInputs.inputs, code: 'new' } }),
    ).toBeUndefined();
    expect(listRuns(runs).map(({ manifest }) => manifest.run)).toEqual(['toy-s7-002', 'toy-s7-001']);
  });

  it('fails with what can be done', () => {
    expect(findRun(runs, 'nothing')).toMatchObject({ ok: false, faults: [{ code: 'run/not-found' }] });
    const { folder } = createRun(runs, runInputs);
    writeFileSync(join(folder, 'manifest.json'), '{"format": 99}');
    expect(findRun(runs, folder)).toMatchObject({ ok: false, faults: [{ code: 'run/unreadable' }] });
    expect(listRuns(runs)).toEqual([]);
    expect(listRuns(join(runs, 'not-there'))).toEqual([]);
  });
});

describe('a checkpoint', () => {
  const checkpoint = { pass: 1, done: 24, snapshot: Uint8Array.from({ length: 1000 }, (_, i) => i % 251) };

  it('comes back as it was', () => {
    expect(readCheckpoint(runs)).toBeUndefined();
    writeCheckpoint(runs, checkpoint);
    expect(readCheckpoint(runs)).toEqual(checkpoint);
  });

  it('is known as damaged wherever it is cut or changed', () => {
    writeCheckpoint(runs, checkpoint);
    const file = join(runs, 'checkpoint.bin');
    const whole = readFileSync(file);
    for (const length of [0, 1, 8, 39, 40, 47, 48, whole.length - 1]) {
      writeFileSync(file, whole.subarray(0, length));
      expect(readCheckpoint(runs)).toBe('damaged');
    }
    for (let at = 0; at < whole.length; at += 97) {
      const changed = Buffer.from(whole);
      changed[at] = changed[at]! ^ 1;
      writeFileSync(file, changed);
      expect(readCheckpoint(runs)).toBe('damaged');
    }
  });
});

describe('months on disk', () => {
  it('come back bit by bit', async () => {
    await writeMonths(runs, result);
    const read = await readMonths(runs);
    expect(read).toEqual(result);
    // toEqual tells 0 from −0, but not in typed arrays of every version.
    const zeros = read.passes[0]!.columns[0]!.values;
    expect([...zeros].map((value) => Object.is(value, -0))).toEqual([false, true, false]);
  });

  it('are the same bytes for the same result', async () => {
    await writeMonths(runs, result);
    const first = readFileSync(join(runs, 'months.parquet'));
    await writeMonths(runs, result);
    expect(readFileSync(join(runs, 'months.parquet')).equals(first)).toBe(true);
  });

  it('can be read in part', async () => {
    await writeMonths(runs, result);
    const { passes } = await readMonths(runs, ({ name }) => name === 'month');
    expect(passes.map(({ columns }) => columns.map(({ values }) => [...values]))).toEqual([
      [[1, 2, 3]],
      [[1, 2, 3]],
    ]);
    expect(readColumns(runs)).toHaveLength(4);
  });
});

describe('kept tables', () => {
  it('come back by key', () => {
    const tables = tableStore(join(runs, '.tables'));
    expect(tables.get(table.key, table.request)).toBeUndefined();
    tables.put(table);
    expect(tables.get(table.key, table.request)).toEqual(table);
    expect(tables.get('other', table.request)).toBeUndefined();
  });

  it('are not used when damaged, or when they are another key’s', () => {
    const folder = join(runs, '.tables');
    const tables = tableStore(folder);
    tables.put(table);
    const whole = readFileSync(join(folder, 'abc123.table'));
    writeFileSync(join(folder, 'def456.table'), whole);
    expect(tables.get('def456', table.request)).toBeUndefined();
    writeFileSync(join(folder, 'abc123.table'), whole.subarray(0, whole.length - 8));
    expect(tables.get(table.key, table.request)).toBeUndefined();
  });
});
