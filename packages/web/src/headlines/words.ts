import { inLanguages } from '../language/language.ts';

/** The titles of the first numbers. */
export const words = inLanguages({
  en: {
    bar: 'Headline numbers',
    satellites: 'Satellites',
    power: 'Power to compute',
    tokens: 'Tokens',
    cost: '$ per PFLOP-day',
    orbit: 'orbit',
    ground: 'ground',
    money: 'Money',
    cash: 'cash',
    outside: 'from outside',
    level: 'Kardashev level',
    fleet: 'fleet',
    mankind: 'mankind',
    door: (number: string) => `${number}. Show where this comes from.`,
  },
  de: {
    bar: 'Die wichtigsten Zahlen',
    satellites: 'Satelliten',
    power: 'Leistung fürs Rechnen',
    tokens: 'Token',
    cost: '$ je PFLOP-Tag',
    orbit: 'Orbit',
    ground: 'Boden',
    money: 'Geld',
    cash: 'Kasse',
    outside: 'von außen',
    level: 'Kardaschow-Stufe',
    fleet: 'Flotte',
    mankind: 'Menschheit',
    door: (number: string) => `${number}. Zeigen, woher das kommt.`,
  },
});
