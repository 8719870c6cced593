/** A post whose place mentions are to be found. */
export interface PostWithMentions {
  readonly line: number;
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/** A mention; the truth, where the file has it, is kept apart for scoring. */
export interface Mention {
  readonly text: string;
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly gold:
    | { readonly type: string; readonly latitude_deg: number; readonly longitude_deg: number }
    | undefined;
}

/** A line of posts as JSON; a reason where it is none. */
export function postOf(json: string, line: number): PostWithMentions | { readonly setAside: string } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { setAside: 'json' };
  }
  if (typeof value !== 'object' || value === null) return { setAside: 'shape' };
  const { text, mentions } = value as { text?: unknown; mentions?: unknown };
  if (typeof text !== 'string') return { setAside: 'no-text' };
  if (!Array.isArray(mentions)) return { setAside: 'no-mentions' };
  return { line, text, mentions: mentions.flatMap((mention) => mentionOf(mention, text) ?? []) };
}

function mentionOf(value: unknown, text: string): Mention | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { text: said, start, end, type, latitude_deg, longitude_deg } = value as Record<string, unknown>;
  const span =
    Number.isInteger(start) && Number.isInteger(end)
      ? [...text].slice(start as number, end as number).join('')
      : '';
  const name = typeof said === 'string' && said !== '' ? said : span;
  if (name.trim() === '') return undefined;
  const known =
    typeof latitude_deg === 'number' && typeof longitude_deg === 'number' && Math.abs(latitude_deg) <= 90;
  return {
    text: name,
    start: typeof start === 'number' ? start : undefined,
    end: typeof end === 'number' ? end : undefined,
    gold: known ? { type: typeof type === 'string' ? type : '', latitude_deg, longitude_deg } : undefined,
  };
}
