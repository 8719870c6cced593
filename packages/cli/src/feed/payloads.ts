import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import type { Fault } from '@kardashev/model/outcome/outcome.ts';
import { readFault } from '../files.ts';
import { BadInput } from '../stop.ts';
import { damaged, packedTextOf } from './bytes.ts';

/** Payloads of a file, or of standard input where it is `-`: its lines, or all of it. */
export async function* payloadsOf(file: string, unit: 'line' | 'document'): AsyncGenerator<string> {
  if (unit === 'document') {
    yield file === '-' ? await text(process.stdin) : packedTextOf(file);
    return;
  }
  const input = file === '-' ? process.stdin : streamOf(file);
  const lines = createInterface({ input });
  let fault: unknown;
  const failed = (error: unknown): void => {
    fault = error;
    lines.close();
  };
  input.on('error', failed);
  lines.on('error', failed);
  try {
    for await (const line of lines) if (line !== '') yield line;
  } catch (error) {
    fault ??= error;
  }
  if (fault !== undefined) throw new BadInput([faultOf(file, fault)]);
}

function faultOf(file: string, fault: unknown): Fault {
  const { code = '', message } = fault as NodeJS.ErrnoException;
  return code.startsWith('Z_') ? damaged(file, message) : readFault(file, fault);
}

/** Lines of a file, unpacked where its first bytes say that it is packed, whatever its name. */
function streamOf(file: string): Readable {
  const packed = isPacked(file);
  const bytes = createReadStream(file);
  if (!packed) return bytes;
  const unpacked = createGunzip();
  bytes.on('error', (error) => unpacked.destroy(error));
  return bytes.pipe(unpacked);
}

function isPacked(file: string): boolean {
  const first = new Uint8Array(2);
  try {
    const descriptor = openSync(file, 'r');
    try {
      readSync(descriptor, first, 0, 2, 0);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new BadInput([readFault(file, error)]);
  }
  return first[0] === 0x1f && first[1] === 0x8b;
}
