import { franc } from 'franc-min';

/** Too few letters to tell. */
const unknown = 'und';

/** Language of a text, ISO 639-3: `eng`, `spa`; `und` where it cannot be told. Links and names of people do not count. */
export function languageOf(text: string): string {
  return franc(text.replaceAll(/https?:\S+|[@#]\S+/g, ' '), { minLength: 10 }) || unknown;
}

/** How many posts are in each language, commonest first. */
export function languagesOf(texts: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const language = languageOf(text);
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].toSorted((a, b) => b[1] - a[1]));
}
