import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResponseTable, TableRequest } from '@kardashev/model/flows/table.ts';
import { writeAtomic } from './atomic.ts';
import { makeFolder } from './make-folder.ts';
import { seal, unseal } from './sealed.ts';

/**
 * Response tables on disk, by key. The key is a hash of all that a table depends on, so what is kept under it
 * never has to be replaced, and any file may be deleted: it will be filled again.
 */
export interface TableStore {
  /** The table of a request; undefined when it is not kept, or what is kept is damaged. */
  get(key: string, request: TableRequest): ResponseTable | undefined;
  put(table: ResponseTable): void;
}

/** Tables kept in a folder, which is made with the first table. */
export function tableStore(folder: string): TableStore {
  const fileOf = (key: string) => join(folder, `${key}.table`);
  return {
    get(key, request) {
      let sealed: Uint8Array;
      try {
        sealed = readFileSync(fileOf(key));
      } catch {
        return undefined;
      }
      const content = unseal(sealed);
      return content && decode(key, request, content);
    },
    put(table) {
      makeFolder(folder);
      writeAtomic(fileOf(table.key), seal(encode(table)));
    },
  };
}

/** A kept table's errors and values as they are written, float64 little-endian; undefined where it is not kept. */
export function tableNumbers(folder: string, key: string): Uint8Array | undefined {
  try {
    return unseal(readFileSync(join(folder, `${key}.table`)))?.subarray(key.length + 1);
  } catch {
    return undefined;
  }
}

/** The key, then the errors, then the values, little-endian. The request is the reader's own. */
function encode({ key, error, values }: ResponseTable): Uint8Array {
  const name = Buffer.from(`${key}\n`, 'latin1');
  const content = new Uint8Array(name.length + 8 * (error.length + values.length));
  content.set(name);
  const view = new DataView(content.buffer);
  let offset = name.length;
  for (const numbers of [error, values]) {
    for (const number of numbers) {
      view.setFloat64(offset, number, true);
      offset += 8;
    }
  }
  return content;
}

function decode(key: string, request: TableRequest, content: Uint8Array): ResponseTable | undefined {
  const name = Buffer.from(`${key}\n`, 'latin1');
  const outputs = request.outputs.length;
  const points = request.axes.reduce((product, { points }) => product * points.length, 1);
  const expected = name.length + 8 * outputs * (points + 1);
  if (content.length !== expected || !name.equals(content.subarray(0, name.length))) return undefined;
  const view = new DataView(content.buffer, content.byteOffset + name.length);
  const numbers = (from: number, count: number) =>
    Float64Array.from({ length: count }, (_, index) => view.getFloat64(8 * (from + index), true));
  return { request, key, error: numbers(0, outputs), values: numbers(outputs, outputs * points) };
}
