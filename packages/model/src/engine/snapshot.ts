import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Named arrays and a little text: all that a run needs to go on. */
export interface Snapshot {
  readonly head: { readonly [key: string]: unknown };
  readonly arrays: ReadonlyMap<string, Float64Array>;
}

const digestLength = 32;

/** Bytes of a snapshot: length of the JSON head, head, arrays (little-endian), SHA-256 of all before. */
export function encodeSnapshot({ head, arrays }: Snapshot): Uint8Array {
  const index = [...arrays].map(([name, values]) => [name, values.length] as const);
  const text = utf8ToBytes(ascii(JSON.stringify({ head, index })));
  const start = 4 + text.length + ((8 - ((4 + text.length) % 8)) % 8);
  const length = start + 8 * index.reduce((total, [, size]) => total + size, 0);
  const bytes = new Uint8Array(length + digestLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, text.length, true);
  bytes.set(text, 4);
  let cursor = start;
  for (const values of arrays.values()) {
    for (const value of values) {
      view.setFloat64(cursor, value, true);
      cursor += 8;
    }
  }
  bytes.set(sha256(bytes.subarray(0, length)), length);
  return bytes;
}

/** The snapshot in `bytes`; undefined when they are torn or not a snapshot. */
export function decodeSnapshot(bytes: Uint8Array): Snapshot | undefined {
  const length = bytes.length - digestLength;
  if (length < 4) return undefined;
  const digest = sha256(bytes.subarray(0, length));
  if (!digest.every((byte, index) => byte === bytes[length + index])) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const textLength = view.getUint32(0, true);
  const { head, index } = JSON.parse(characters(bytes.subarray(4, 4 + textLength))) as {
    head: Snapshot['head'];
    index: [string, number][];
  };
  let cursor = 4 + textLength + ((8 - ((4 + textLength) % 8)) % 8);
  const arrays = new Map<string, Float64Array>();
  for (const [name, size] of index) {
    const values = new Float64Array(size);
    for (let at = 0; at < size; at++, cursor += 8) values[at] = view.getFloat64(cursor, true);
    arrays.set(name, values);
  }
  return { head, arrays };
}

/** JSON text with everything beyond ASCII escaped, so that a character is a byte. */
function ascii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function characters(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
