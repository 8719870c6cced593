import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/**
 * Lends a DuckDB in memory to `use`. One thread, because bytes and sums must not depend on how many there are;
 * no extension is ever fetched.
 */
export async function withDuck<T>(use: (duck: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const duck = await instance.connect();
  try {
    return await use(duck);
  } finally {
    duck.closeSync();
    instance.closeSync();
  }
}

/** A name as SQL writes it. */
export const identifier = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A text as SQL writes it, where a parameter cannot stand. */
export const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
