import { inLanguages } from '../language/language.ts';

/** Units and powers of thousand that have names of their own in a language. */
export const words = inLanguages({
  en: {
    /** Money: 7.1 T$, 98 B$, 5 M$, 74 k$. */
    money: ['$', 'k$', 'M$', 'B$', 'T$'],
    /** Counts: 1.2 M. Beyond these, powers stay SI prefixes. */
    counts: ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y', 'R', 'Q'],
    day: 'day',
    days: 'days',
    years: 'years',
    inUnit: (unit: string) => unit.replace(/^token\//, 'tokens/'),
  },
  de: {
    money: ['$', 'Tsd. $', 'Mio. $', 'Mrd. $', 'Bio. $'],
    counts: ['', 'Tsd.', 'Mio.', 'Mrd.', 'Bio.', 'Brd.', 'Trill.'],
    day: 'Tag',
    days: 'Tage',
    years: 'Jahre',
    inUnit: (unit: string) => unit.replace(/[a-z]+/g, (word) => germanUnits[word] ?? word),
  },
});

/** Words within units such as `$/PFLOP-day`. */
const germanUnits: Readonly<Record<string, string>> = {
  day: 'Tag',
  days: 'Tage',
  month: 'Monat',
  year: 'Jahr',
  years: 'Jahre',
  hour: 'Stunde',
  hours: 'Stunden',
  launch: 'Start',
  launches: 'Starts',
  satellite: 'Satellit',
  satellites: 'Satelliten',
  site: 'Standort',
  sites: 'Standorte',
  token: 'Token',
  tokens: 'Token',
};
