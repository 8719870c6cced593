import { signal } from '@preact/signals';
import { type ChangeMap, changes } from './changes.ts';

/*
 * Changes in an address: `set=path=value` for each, so that a link can be read and written by hand; where that gets
 * long, `setz=` with all of them compressed.
 */

/** An address longer than this is cut by some programs that pass it on. */
const longest = 1200;

/** The parts of an address that say what is changed. */
export type ChangeParts = readonly (readonly [name: 'set' | 'setz', value: string])[];

/** What of the address says what is changed now. */
export const changeParts = signal<ChangeParts>([]);

export async function partsOf(map: ChangeMap): Promise<ChangeParts> {
  const plain = [...map].map(([path, text]) => ['set', `${path}=${text}`] as const);
  if (new URLSearchParams(plain as [string, string][]).toString().length <= longest) return plain;
  return [['setz', await packed(JSON.stringify([...map]))]];
}

/** The changes in an address; what cannot be read of it is left out. */
export async function changesIn(hash: string): Promise<ChangeMap> {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const found = new Map<string, string>();
  for (const text of parts.getAll('set')) {
    const cut = text.indexOf('=');
    if (cut > 0) found.set(text.slice(0, cut), text.slice(cut + 1));
  }
  for (const text of parts.getAll('setz'))
    for (const [path, value] of await unpacked(text)) found.set(path, value);
  return found;
}

/** A link to what is on show. */
export async function linkTo(address: string): Promise<string> {
  const url = new URL(address);
  const parts = new URLSearchParams(url.hash.slice(1));
  parts.delete('set');
  parts.delete('setz');
  for (const [name, value] of await partsOf(changes.value)) parts.append(name, value);
  url.hash = parts.toString();
  return url.href;
}

async function packed(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

async function unpacked(text: string): Promise<[string, string][]> {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const read: unknown = JSON.parse(await new Response(stream).text());
    return Array.isArray(read) ? read.filter(isPair) : [];
  } catch {
    return [];
  }
}

const isPair = (one: unknown): one is [string, string] =>
  Array.isArray(one) && one.length === 2 && one.every((part) => typeof part === 'string');
