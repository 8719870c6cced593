import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DOUBLE, type DuckDBAppender, LIST, listValue } from '@duckdb/node-api';
import { claimIds, outputs, width } from '@kardashev/model/study/monte-carlo/outputs.ts';
import { emptyRows } from '@kardashev/model/study/monte-carlo/sampler.ts';
import { yearlySeries } from '@kardashev/model/study/monte-carlo/series.ts';
import type { Rows, Shard } from '@kardashev/model/study/monte-carlo/study.ts';
import { commit, syncFile, temporaryOf } from '../atomic.ts';
import { identifier, literal, withDuck } from '../duck.ts';
import { shardsFolder } from './study-folder.ts';

/**
 * Rows of a shard as Parquet: `sample`, `fault`, a column an output, for each claim what it came to and its verdict (0
 * undecided, 1 fails, 2 holds), and a list a yearly series, one number a December. One file a shard, with its stretch in
 * its name.
 */
const numberColumns = [...outputs.map(({ name }) => name), ...claimIds.map((id) => `claims.${id}`)];
const verdictColumns = claimIds.map((id) => `verdicts.${id}`);
const seriesColumns = yearlySeries.map(({ name }) => `series.${name}`);

const digits = (index: number): string => String(index).padStart(9, '0');

export const shardFile = (folder: string, { from, to }: Shard): string =>
  join(shardsFolder(folder), `${digits(from)}-${digits(to)}.parquet`);

/** Whether a shard was written. A file has its name only when it is whole. */
export const hasShard = (folder: string, shard: Shard): boolean => existsSync(shardFile(folder, shard));

/** Shards that a folder holds, in order. */
export function shardsIn(folder: string): Shard[] {
  let names: string[];
  try {
    names = readdirSync(shardsFolder(folder));
  } catch {
    return [];
  }
  return names
    .map((name) => /^(\d{9})-(\d{9})\.parquet$/.exec(name))
    .flatMap((match) => (match ? [{ from: Number(match[1]), to: Number(match[2]) }] : []))
    .sort((left, right) => left.from - right.from || left.to - right.to);
}

/** Writes a shard; writing it again, from anywhere, gives the same content. */
export async function writeShard(folder: string, rows: Rows): Promise<void> {
  const path = shardFile(folder, rows);
  const temporary = `${temporaryOf(path)}.${digits(rows.from)}`;
  rmSync(temporary, { force: true });
  await withDuck(async (duck) => {
    const columns = [
      ...numberColumns.map((name) => `${identifier(name)} DOUBLE`),
      ...verdictColumns.map((name) => `${identifier(name)} UTINYINT`),
      ...seriesColumns.map((name) => `${identifier(name)} DOUBLE[]`),
    ];
    await duck.run(`CREATE TABLE rows (sample INTEGER, fault VARCHAR, ${columns.join(', ')})`);
    const appender = await duck.createAppender('rows');
    for (let row = 0; row < rows.to - rows.from; row++) appendRow(appender, rows, row);
    appender.closeSync();
    await duck.run(
      `COPY (SELECT * FROM rows ORDER BY sample) TO ${literal(temporary)}
       (FORMAT parquet, COMPRESSION zstd, DICTIONARY_SIZE_LIMIT 0)`,
    );
  });
  syncFile(temporary);
  commit(temporary, path);
}

function appendRow(appender: DuckDBAppender, rows: Rows, row: number): void {
  appender.appendInteger(rows.from + row);
  appender.appendVarchar(rows.faults[row] ?? '');
  for (let column = 0; column < width; column++) appender.appendDouble(rows.numbers[row * width + column]!);
  for (let claim = 0; claim < claimIds.length; claim++) {
    appender.appendUTinyInt(rows.verdicts[row * claimIds.length + claim]!);
  }
  const ofSeries = rows.series.length / (rows.to - rows.from) / seriesColumns.length;
  for (let place = 0; place < seriesColumns.length; place++) {
    const start = (row * seriesColumns.length + place) * ofSeries;
    appender.appendList(listValue([...rows.series.subarray(start, start + ofSeries)]), LIST(DOUBLE));
  }
  appender.endRow();
}

/** Reads shards back, bit by bit what was written, each as rows of its own. */
export async function readShards(folder: string, shards: readonly Shard[]): Promise<Rows[]> {
  return withDuck(async (duck) => {
    const found: Rows[] = [];
    for (const shard of shards) {
      const names = ['fault', ...numberColumns, ...verdictColumns, ...seriesColumns]
        .map(identifier)
        .join(', ');
      const table = await duck.runAndReadAll(
        `SELECT ${names} FROM read_parquet(${literal(shardFile(folder, shard))}) ORDER BY sample`,
      );
      found.push(rowsOf(shard, table.getColumnsJS()));
    }
    return found;
  });
}

function rowsOf(shard: Shard, [faults, ...columns]: unknown[][]): Rows {
  const lists = columns.slice(width + claimIds.length) as number[][][];
  const years = lists[0]?.[0]?.length ?? 0;
  const rows = emptyRows(shard, lists.length * years);
  for (let row = 0; row < shard.to - shard.from; row++) {
    rows.faults[row] = faults![row] as string;
    for (let column = 0; column < width; column++) {
      rows.numbers[row * width + column] = columns[column]![row] as number;
    }
    for (let claim = 0; claim < claimIds.length; claim++) {
      rows.verdicts[row * claimIds.length + claim] = columns[width + claim]![row] as number;
    }
    for (const [place, list] of lists.entries()) {
      rows.series.set(list[row] ?? [], (row * lists.length + place) * years);
    }
  }
  return rows;
}
