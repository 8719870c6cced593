import { inLanguages } from '../language/language.ts';

/** What the header says of a run that was changed in the page. */
export const words = inLanguages({
  en: {
    changed: 'Changed here, not saved',
    count: (count: number) => (count === 1 ? '1 change' : `${count} changes`),
    computing: 'computing …',
    refused: 'cannot run like this',
    back: 'Back to the run as kept',
    toPlan: 'To the changes',
  },
  de: {
    changed: 'Hier geändert, nicht gespeichert',
    count: (count: number) => (count === 1 ? '1 Änderung' : `${count} Änderungen`),
    computing: 'wird gerechnet …',
    refused: 'kann so nicht laufen',
    back: 'Zurück zum aufbewahrten Lauf',
    toPlan: 'Zu den Änderungen',
  },
});
