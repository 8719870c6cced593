import { rmSync } from 'node:fs';
import { type ShellSeries, shellColumns } from '@kardashev/model/energy/day/full-load.ts';
import { commit, syncFile, temporaryOf } from '../atomic.ts';
import { identifier, literal, withDuck } from '../duck.ts';
import { shardFile } from '../study/shard-file.ts';

/** A shell's place among the hosts of its fleet, as a shard of its day. */
export const shardOf = (shell: number) => ({ from: shell, to: shell + 1 });

/** Writes the series of a shell as Parquet: `slot`, and a column each of what was found. Whole or not there. */
export async function writeShell(folder: string, shell: number, series: ShellSeries): Promise<void> {
  const path = shardFile(folder, shardOf(shell));
  const temporary = temporaryOf(path);
  rmSync(temporary, { force: true });
  await withDuck(async (duck) => {
    const columns = shellColumns.map((name) => `${identifier(name)} DOUBLE`);
    await duck.run(`CREATE TABLE slots (slot INTEGER, ${columns.join(', ')})`);
    const appender = await duck.createAppender('slots');
    for (let slot = 0; slot < series.chips_J.length; slot++) {
      appender.appendInteger(slot);
      for (const name of shellColumns) appender.appendDouble(series[name][slot]!);
      appender.endRow();
    }
    appender.closeSync();
    await duck.run(
      `COPY (SELECT * FROM slots ORDER BY slot) TO ${literal(temporary)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  });
  syncFile(temporary);
  commit(temporary, path);
}

/** Reads shells back in their order, bit by bit what was written. */
export async function readShells(folder: string, shells: readonly number[]): Promise<ShellSeries[]> {
  return withDuck(async (duck) => {
    const found: ShellSeries[] = [];
    for (const shell of shells) {
      const table = await duck.runAndReadAll(
        `SELECT ${shellColumns.map(identifier).join(', ')}
         FROM read_parquet(${literal(shardFile(folder, shardOf(shell)))}) ORDER BY slot`,
      );
      const columns = table.getColumnsJS() as number[][];
      found.push(
        Object.fromEntries(
          shellColumns.map((name, index) => [name, Float64Array.from(columns[index]!)]),
        ) as unknown as ShellSeries,
      );
    }
    return found;
  });
}
