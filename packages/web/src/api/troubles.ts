import { inLanguages } from '../language/language.ts';
import type { Trouble } from './api.ts';

const words = inLanguages({
  en: {
    unreadable: 'The server answered with something else than a document.',
    unreadableFix: 'See that this address belongs to `kardashev serve` and that both are of one version.',
    unreachable: 'The server does not answer.',
    unreachableFix: 'Start it with `npx kardashev serve` and try again.',
  },
  de: {
    unreadable: 'Der Server hat mit etwas anderem als einem Dokument geantwortet.',
    unreadableFix: 'Prüfen, ob diese Adresse zu `kardashev serve` gehört und beide von einer Version sind.',
    unreachable: 'Der Server antwortet nicht.',
    unreachableFix: 'Mit `npx kardashev serve` starten und noch einmal versuchen.',
  },
});

/** The server answered, but not as the contract says. */
export function unreadable(cause: string): Trouble {
  return { code: 'page/unreadable', message: words().unreadable, cause, fix: words().unreadableFix };
}

/** No answer came at all. */
export function unreachable(error: unknown): Trouble {
  return {
    code: 'page/unreachable',
    message: words().unreachable,
    cause: error instanceof Error ? error.message : String(error),
    fix: words().unreachableFix,
  };
}
