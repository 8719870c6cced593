import { computed, signal } from '@preact/signals';

/** The languages of the page. */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** public/first-paint.js reads it before anything is drawn. */
const storage = 'kardashev.language';

/** The language on show: at the first paint what was chosen here before, else what the browser asks for. */
export const language = signal<Language>(spoken());

export function speak(next: Language): void {
  document.documentElement.lang = next;
  language.value = next;
  try {
    localStorage.setItem(storage, next);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

function spoken(): Language {
  return globalThis.document?.documentElement.lang === 'de' ? 'de' : 'en';
}

/** How numbers are written. */
export const numberLocale = computed(() => (language.value === 'de' ? 'de-DE' : 'en-US'));

/** A view's words; a sentence with numbers in it is a function of these. */
type Worded<T> = T extends string
  ? string
  : T extends (...args: infer A) => unknown
    ? (...args: A) => string
    : { readonly [K in keyof T]: Worded<T[K]> };

/**
 * A view's words in every language, beside the view: `const words = inLanguages({ en: …, de: … })`, then `words().title`.
 * German must have every word that English has. What is read inside a component follows the language on show.
 */
export function inLanguages<T>(texts: { readonly en: T; readonly de: NoInfer<Worded<T>> }): () => Worded<T> {
  return () => (language.value === 'de' ? texts.de : (texts.en as Worded<T>));
}
