import { createHash } from 'node:crypto';

const mark = Buffer.from('KARDASH1');
const digest_bytes = 32;

/** Bytes with a seal that shows whether all of them arrived: mark, SHA-256, content. */
export function seal(content: Uint8Array): Uint8Array {
  return Buffer.concat([mark, hash(content), content]);
}

/** The content of sealed bytes, or undefined when they are torn, damaged or something else. */
export function unseal(sealed: Uint8Array): Uint8Array | undefined {
  const start = mark.length + digest_bytes;
  if (sealed.length < start || !mark.equals(sealed.subarray(0, mark.length))) return undefined;
  const content = sealed.subarray(start);
  return hash(content).equals(sealed.subarray(mark.length, start)) ? content : undefined;
}

function hash(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}
