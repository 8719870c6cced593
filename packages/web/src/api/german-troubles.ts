import { language } from '../language/language.ts';
import type { Trouble } from './api.ts';

interface Told {
  readonly message: string;
  readonly fix: string;
}

/** What the server tells in English, by its code. Causes name particulars and stay as they are. */
const german: Readonly<Record<string, Told>> = {
  'server/bad-request': { message: 'Der Server lehnt die Anfrage ab.', fix: 'Die Ursache sagt, warum.' },
  'server/failed': {
    message: 'Der Server ist an der Anfrage gescheitert.',
    fix: 'Bitte mit der Ursache melden.',
  },
  'server/no-such-address': { message: 'Diese Adresse gibt es nicht.', fix: 'Die Seite neu laden.' },
  'server/no-such-item': {
    message: 'Dieses Ereignis gibt es nicht.',
    fix: 'Ein anderes aus der Liste wählen.',
  },
  'server/no-observations': {
    message: 'Der Server hat keine Beobachtungen, oder keine davon hat einen Ort.',
    fix: 'Mit `npx kardashev serve --observations ORDNER` starten.',
  },
  'server/no-such-table': {
    message: 'Diese Antworttabelle liegt hier nicht.',
    fix: 'Den Plan noch einmal rechnen lassen, oder die Seite füllt sie selbst.',
  },
  'server/no-such-run': { message: 'Diesen Lauf gibt es nicht.', fix: 'Oben einen anderen Lauf wählen.' },
  'server/no-such-study': {
    message: 'Diese Studie gibt es nicht, oder noch keine Stichprobe davon.',
    fix: 'Eine mit `npx kardashev study PLAN` rechnen.',
  },
  'server/no-lineage': {
    message: 'Zu dieser Zahl gibt es keine Herkunft, oder sie ließ sich nicht berechnen.',
    fix: 'Eine der wichtigsten Zahlen oben wählen.',
  },
  'server/broken-document': {
    message: 'Ein gespeichertes Dokument hat nicht die vereinbarte Form.',
    fix: 'Den Plan noch einmal rechnen lassen.',
  },
  'server/too-large': {
    message: 'Die Anfrage ist zu groß.',
    fix: 'Ein Plan braucht Kilobytes; er kann einen mitgelieferten erweitern.',
  },
  'job/not-found': {
    message: 'Diesen Auftrag gibt es nicht: Aufträge leben so lange wie der Server.',
    fix: 'Unter den Läufen nachsehen, was daraus wurde.',
  },
  'job/not-allowed': {
    message: 'Läufe lassen sich nur auf diesem Rechner starten.',
    fix: 'Die Seite dort öffnen, oder `npx kardashev serve --allow-runs`.',
  },
  'job/foreign-origin': {
    message: 'Eine andere Website darf das nicht.',
    fix: 'Die Seite dieses Servers öffnen.',
  },
  'job/queue-full': {
    message: 'Zu viele Läufe warten schon.',
    fix: 'Später wiederkommen, oder einige abbrechen.',
  },
  'job/already-asked': { message: 'Dieser Lauf wird gerade gerechnet.', fix: 'Zusehen, oder ihn abbrechen.' },
  'job/nothing-to-resume': {
    message: 'Dieser Lauf ist schon zu Ende.',
    fix: 'Ihn öffnen, oder einen neuen starten.',
  },
  'job/broken': {
    message: 'Der Prozess, der den Lauf rechnete, ist verschwunden.',
    fix: 'Den Lauf fortsetzen; auf den Speicher achten.',
  },
  'job/defect': {
    message: 'Ein Lauf ist abgebrochen: ein Fehler des Programms oder der Platte.',
    fix: 'Bitte mit dem Plan melden.',
  },
};

/** A trouble in the language on show, as far as it can be: `english` where its cause is not. */
export function told(trouble: Trouble): Trouble & { readonly english: boolean } {
  const known = language.value === 'de' ? german[trouble.code] : undefined;
  const english = language.value !== 'en' && !trouble.code.startsWith('page/');
  return { ...trouble, ...known, english };
}
