import type { Trouble } from '../api/api.ts';
import { inLanguages } from '../language/language.ts';

const words = inLanguages({
  en: {
    missing: 'The plan of this run is not at hand.',
    missingCause: 'The server does not have it, or was started without.',
    missingFix: 'Run the plan again and open the new run.',
    keptOnly: 'This is worked out for kept runs only.',
    keptOnlyCause: 'What is on show was changed in this page and is not kept.',
    keptOnlyFix: 'Save the plan file and run it, or go back to the run as kept.',
    stumbled: 'The model could not go through with this plan.',
    stumbledFix:
      'Take the last change back. If the plan ought to run, please report it with the cause above.',
  },
  de: {
    missing: 'Der Plan dieses Laufs ist nicht zur Hand.',
    missingCause: 'Der Server hat ihn nicht oder wurde ohne ihn gestartet.',
    missingFix: 'Den Plan neu rechnen lassen und den neuen Lauf öffnen.',
    keptOnly: 'Das wird nur für aufbewahrte Läufe ausgerechnet.',
    keptOnlyCause: 'Was zu sehen ist, wurde in dieser Seite geändert und ist nicht aufbewahrt.',
    keptOnlyFix: 'Die Plandatei speichern und rechnen lassen, oder zum aufbewahrten Lauf zurückgehen.',
    stumbled: 'Das Modell kam mit diesem Plan nicht bis zum Ende.',
    stumbledFix:
      'Die letzte Änderung zurücknehmen. Müsste der Plan laufen, bitte mit der Ursache darüber melden.',
  },
});

/** The plan cannot be had. */
export function missing(): Trouble {
  const { missing: message, missingCause: cause, missingFix: fix } = words();
  return { code: 'page/no-plan', message, cause, fix };
}

/** The model threw, or its thread did not start. */
export function stumbled(cause: string): Trouble {
  return { code: 'page/model-broke', message: words().stumbled, cause, fix: words().stumbledFix };
}

/** Cost, books and value of a changed plan: the server works them out from what it keeps. */
export function keptOnly(): Trouble {
  const { keptOnly: message, keptOnlyCause: cause, keptOnlyFix: fix } = words();
  return { code: 'page/only-of-kept', message, cause, fix };
}
