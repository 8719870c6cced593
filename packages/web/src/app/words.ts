import { inLanguages } from '../language/language.ts';

/** The words of the page's frame: header, empty page, loading and trouble. */
export const words = inLanguages({
  en: {
    skip: 'Skip to the content',
    views: 'Views',
    run: 'Run',
    seed: (seed: number) => `seed ${seed}`,
    funding: 'How it is paid for',
    passes: { 'as-needed': 'As announced', books: 'From its own books', apart: 'Companies apart' },
    light: 'Light theme',
    dark: 'Dark theme',
    otherLanguage: 'Seite auf Deutsch',
    help: 'Keys',
    loadingRun: 'Loading the run',
    loadingView: 'Loading the view',
    empty: 'No run to show yet',
    emptyHint: 'Run the announced plan; it takes seconds. This page then opens with it.',
    lookAgain: 'Look again',
    startHere: 'Start a run here',
    tryAgain: 'Try again',
    /** The line under the headline numbers; figures stand between asterisks. */
    story: {
      announced: (satellites: string, capital: string) =>
        `Built as announced, the plan ends with *${satellites}* satellites and takes *${capital}* of capital from outside.`,
      ownBooks: (outcome: string) => `Paid from its own books it ${outcome}.`,
      companiesApart: (outcome: string) => `With the companies apart it ${outcome}.`,
      insolvent: (satellites: string, month: string) =>
        `reaches *${satellites}* at most and is insolvent from *${month}*`,
      ends: (satellites: string, power: string) => `ends with *${satellites}* and *${power}*`,
    },
  },
  de: {
    skip: 'Zum Inhalt',
    views: 'Ansichten',
    run: 'Lauf',
    seed: (seed: number) => `Startwert ${seed}`,
    funding: 'Wie es bezahlt wird',
    passes: { 'as-needed': 'Wie angekündigt', books: 'Aus eigener Kasse', apart: 'Firmen getrennt' },
    light: 'Helles Thema',
    dark: 'Dunkles Thema',
    otherLanguage: 'Page in English',
    help: 'Tasten',
    loadingRun: 'Der Lauf wird geladen',
    loadingView: 'Die Ansicht wird geladen',
    empty: 'Noch kein Lauf zu zeigen',
    emptyHint:
      'Den angekündigten Plan rechnen lassen; das dauert Sekunden. Dann öffnet sich diese Seite damit.',
    lookAgain: 'Noch einmal nachsehen',
    startHere: 'Hier einen Lauf starten',
    tryAgain: 'Noch einmal versuchen',
    story: {
      announced: (satellites: string, capital: string) =>
        `Wie angekündigt gebaut, endet der Plan mit *${satellites}* Satelliten und braucht *${capital}* Kapital von außen.`,
      ownBooks: (outcome: string) => `Aus eigener Kasse bezahlt, ${outcome}.`,
      companiesApart: (outcome: string) => `Mit getrennten Firmen ${outcome}.`,
      insolvent: (satellites: string, month: string) =>
        `kommt er auf höchstens *${satellites}* und ist ab *${month}* zahlungsunfähig`,
      ends: (satellites: string, power: string) => `endet er mit *${satellites}* und *${power}*`,
    },
  },
});
