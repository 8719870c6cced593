import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { readFault } from '../files.ts';
import { BadInput } from '../stop.ts';
import { packedTextOf } from './bytes.ts';

/** Payloads of a file, or of standard input where it is `-`: its lines, or all of it. */
export async function* payloadsOf(file: string, unit: 'line' | 'document'): AsyncGenerator<string> {
  if (unit === 'document') {
    yield file === '-' ? await text(process.stdin) : packedTextOf(file);
    return;
  }
  const input = file === '-' ? process.stdin : streamOf(file);
  let fault: unknown;
  const lines = createInterface({ input });
  input.on('error', (error) => {
    fault = error;
    lines.close();
  });
  lines.on('error', () => {});
  for await (const line of lines) if (line !== '') yield line;
  if (fault !== undefined) throw new BadInput([readFault(file, fault)]);
}

function streamOf(file: string): NodeJS.ReadableStream {
  const bytes = createReadStream(file);
  if (!file.endsWith('.gz')) return bytes;
  const unpacked = createGunzip();
  bytes.on('error', (error) => unpacked.destroy(error));
  return bytes.pipe(unpacked);
}
