import type { SetAsideReason } from './observation.ts';

/** A JSON object whose members are yet to be looked at. */
export type Loose = { readonly [name: string]: unknown };

/**
 * A JSON object of a text, or why there is none: `truncated-json` where the text just stops, as when a
 * connection breaks, `wrong-json` where it goes wrong before its end, `wrong-shape` where it is no object.
 */
export function objectOf(text: string): Loose | SetAsideReason {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return stopsEarly(text) ? 'truncated-json' : 'wrong-json';
  }
  return looseOf(value) ?? 'wrong-shape';
}

/** An object and no array; undefined for anything else. */
export function looseOf(value: unknown): Loose | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : undefined;
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Whether brackets or a string are still open at the end. */
function stopsEarly(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const letter = text[index];
    if (quoted && letter === '\\') index++;
    else if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') depth--;
  }
  return quoted || depth > 0;
}
