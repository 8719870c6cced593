import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PassResult } from './result.ts';

/** SHA-256 of text, hex. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** JSON with sorted keys, so that equal data gives equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const pairs = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
    return `{${pairs.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** The result hash: every column in order, as name, type and little-endian values. */
export function hashResult(passes: readonly PassResult[]): string {
  const hash = sha256.create();
  for (const pass of passes) {
    hash.update(utf8ToBytes(`pass ${pass.funding}\n`));
    for (const column of pass.columns) {
      hash.update(utf8ToBytes(`${column.name} f64 ${column.values.length}\n`));
      hash.update(littleEndian(column.values));
    }
    hash.update(utf8ToBytes(`binding text ${pass.binding.join(',')}\n`));
  }
  return bytesToHex(hash.digest());
}

/** Bytes of values, one NaN for all NaNs. */
function littleEndian(values: Float64Array): Uint8Array {
  const bytes = new Uint8Array(8 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => {
    view.setFloat64(8 * index, Number.isNaN(value) ? Number.NaN : value, true);
  });
  return bytes;
}
