import { inLanguages } from '../language/language.ts';

/** Marks of their axes, and what charts say to who cannot see them. */
export const words = inLanguages({
  en: {
    day: '1 day',
    days: (count: number) => `${count} days`,
    year: '1 year',
    years: (count: number) => `${count} years`,
    span: (title: string, first: string, last: string) => `${title}, ${first} to ${last}`,
    none: (line: string) => `${line}: no values`,
    course: (line: string, from: string, to: string, most: string) =>
      `${line} from ${from} to ${to}, at most ${most}`,
    fan: (low: string, high: string) => `nine tenths of the futures end between ${low} and ${high}`,
  },
  de: {
    day: '1 Tag',
    days: (count) => `${count} Tage`,
    year: '1 Jahr',
    years: (count) => `${count} Jahre`,
    span: (title, first, last) => `${title}, ${first} bis ${last}`,
    none: (line) => `${line}: keine Werte`,
    course: (line, from, to, most) => `${line} von ${from} auf ${to}, höchstens ${most}`,
    fan: (low, high) => `neun Zehntel der Zukünfte enden zwischen ${low} und ${high}`,
  },
});
