import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import type { Column, PassResult, RunResult } from '@kardashev/model/engine/result.ts';
import { commit, syncFile, temporaryOf, writeJson } from './atomic.ts';
import { identifier, literal, withDuck } from './duck.ts';

/**
 * A result on disk: `months.parquet`, one row a pass and month, one column a result column under its own name
 * after `pass`, `funding`, `month` and `binding`; and `columns.json`, which says what the columns are.
 */

type Described = Omit<Column, 'values'>;

interface ColumnsFile {
  readonly hash: string;
  readonly columns: readonly Described[];
}

const monthsOf = (folder: string) => join(folder, 'months.parquet');
const columnsOf = (folder: string) => join(folder, 'columns.json');

/** The bytes of a finished run's table. */
export const monthsFile = (folder: string): Uint8Array => readFileSync(monthsOf(folder));

/** Columns of the table beside the result's own. */
const keys = ['pass', 'funding', 'month', 'binding'];

/** Names of the result's columns in the table. To DuckDB `a` and `A` are one, so the later gets a number. */
function tableNames(columns: readonly Described[]): string[] {
  const taken = new Set(keys);
  return columns.map(({ name }, index) => {
    const free = taken.has(name.toLowerCase()) ? `${name}#${index}` : name;
    taken.add(free.toLowerCase());
    return free;
  });
}

/** Writes a result. The same result gives the same bytes. */
export async function writeMonths(folder: string, result: RunResult): Promise<void> {
  const path = monthsOf(folder);
  const temporary = temporaryOf(path);
  rmSync(temporary, { force: true });
  await withDuck(async (duck) => {
    await fill(duck, result);
    // Without dictionaries, since they take −0 for 0.
    await duck.run(
      `COPY (SELECT * FROM months ORDER BY pass, month) TO ${literal(temporary)}
       (FORMAT parquet, COMPRESSION zstd, DICTIONARY_SIZE_LIMIT 0)`,
    );
  });
  syncFile(temporary);
  commit(temporary, path);
  const columns = described(result).map(({ values: _, ...rest }) => rest);
  writeJson(columnsOf(folder), { hash: result.hash, columns } satisfies ColumnsFile);
}

/** Every pass has the columns of the first. */
function described(result: RunResult): readonly Column[] {
  return result.passes[0]?.columns ?? [];
}

async function fill(duck: DuckDBConnection, result: RunResult): Promise<void> {
  const own = tableNames(described(result)).map((name) => `${identifier(name)} DOUBLE`);
  const types = ['pass UTINYINT', 'funding VARCHAR', 'month VARCHAR', 'binding VARCHAR', ...own];
  await duck.run(`CREATE TABLE months (${types.join(', ')})`);
  const appender = await duck.createAppender('months');
  for (const [pass, { funding, binding, columns }] of result.passes.entries()) {
    for (const [month, label] of result.months.entries()) {
      appender.appendUTinyInt(pass);
      appender.appendVarchar(funding);
      appender.appendVarchar(label);
      appender.appendVarchar(binding[month] ?? '');
      appendValues(appender, columns, month);
      appender.endRow();
    }
  }
  appender.closeSync();
}

function appendValues(appender: DuckDBAppender, columns: readonly Column[], month: number): void {
  for (const { values } of columns) appender.appendDouble(values[month] as number);
}

/** What the columns of a finished run are, without their values. */
export function readColumns(folder: string): readonly Described[] {
  return (JSON.parse(readFileSync(columnsOf(folder), 'utf8')) as ColumnsFile).columns;
}

/**
 * Reads a result back, bit by bit what was written. With `wanted`, only the columns that it takes: Parquet
 * need not touch the others.
 */
export async function readMonths(
  folder: string,
  wanted: (column: Described) => boolean = () => true,
): Promise<RunResult> {
  const { hash, columns: all } = JSON.parse(readFileSync(columnsOf(folder), 'utf8')) as ColumnsFile;
  const names = tableNames(all);
  const columns = all.filter(wanted);
  const chosen = names.filter((_, index) => wanted(all[index]!));
  const table = await readTable(monthsOf(folder), [...keys, ...chosen]);
  const [pass, funding, month, binding, ...values] = table;
  const rowsOf = passRows(pass as number[]);
  const passes = rowsOf.map(
    ([from, to]): PassResult => ({
      funding: funding![from] as PassResult['funding'],
      columns: columns.map((column, index) => ({
        ...column,
        values: Float64Array.from(values[index]!.slice(from, to) as number[]),
      })),
      binding: binding!.slice(from, to) as string[],
    }),
  );
  const [from = 0, to = 0] = rowsOf[0] ?? [];
  return { months: month!.slice(from, to) as string[], passes, hash };
}

async function readTable(path: string, names: readonly string[]): Promise<unknown[][]> {
  return withDuck(async (duck) => {
    const wanted = names.map(identifier).join(', ');
    const table = await duck.runAndReadAll(
      `SELECT ${wanted} FROM read_parquet(${literal(path)}) ORDER BY pass, month`,
    );
    return table.getColumnsJS();
  });
}

/** First row and row after the last of each pass. */
function passRows(pass: readonly number[]): [number, number][] {
  const passes = new Set(pass);
  return [...passes].map((one) => [pass.indexOf(one), pass.lastIndexOf(one) + 1]);
}
