import type { Trouble } from '../api/api.ts';
import { inLanguages } from '../language/language.ts';

const words = inLanguages({
  en: {
    notLoaded: 'This view did not arrive.',
    notLoadedFix: 'See that the server still runs, then try again; after an update, load the page anew.',
    broken: 'This view stumbled over its numbers.',
    brokenFix:
      'Try again. If it happens once more, please report it with the code below and the name of the run.',
  },
  de: {
    notLoaded: 'Diese Ansicht ist nicht angekommen.',
    notLoadedFix:
      'Prüfen, ob der Server noch läuft, und noch einmal versuchen; nach einer Aktualisierung die Seite neu laden.',
    broken: 'Diese Ansicht ist über ihre Zahlen gestolpert.',
    brokenFix:
      'Noch einmal versuchen. Kommt es wieder vor, bitte mit dem Code darunter und dem Namen des Laufs melden.',
  },
});

/** The file of a view could not be fetched. */
export function notLoaded(error: unknown): Trouble {
  return {
    code: 'page/view-not-loaded',
    message: words().notLoaded,
    cause: causeOf(error),
    fix: words().notLoadedFix,
  };
}

/** A view threw while it was drawn. */
export function broken(error: unknown): Trouble {
  return { code: 'page/view-broken', message: words().broken, cause: causeOf(error), fix: words().brokenFix };
}

function causeOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
