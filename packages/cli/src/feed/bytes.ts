import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readFault } from '../files.ts';
import { BadInput } from '../stop.ts';

/** Unpacked, a file may be so large: what is a thousand times larger than its packing is meant to do harm. */
const most_bytes = 2 ** 31 - 1;

/** Bytes of a file that the user named, unpacked where it is packed with gzip, whatever its name. */
export function bytesOf(file: string): Uint8Array {
  const bytes = readAll(file);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: most_bytes });
  } catch (error) {
    throw new BadInput([damaged(file, (error as Error).message)]);
  }
}

export const damaged = (file: string, cause: string) => ({
  code: 'feed/damaged',
  message: `${file} cannot be unpacked.`,
  at: { file },
  cause,
  fix: 'It begins as a gzip file does, and goes wrong later: fetch it again.',
});

function readAll(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new BadInput([readFault(file, error)]);
  }
}

/** Text of a file, as UTF-8; what is not UTF-8 becomes replacement characters. */
export const packedTextOf = (file: string): string => new TextDecoder().decode(bytesOf(file));
