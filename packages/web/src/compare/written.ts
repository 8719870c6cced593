import { count, digits, quantity, text } from '../format/quantity.ts';
import { numberLocale } from '../language/language.ts';

/** A headline number for people: satellites one by one, levels to the fourth decimal, all else in three digits. */
export function writtenFigure(key: string, value: number | null, unit: string): string {
  if (value === null) return '–';
  if (key.startsWith('fleet.satellites')) return count(value);
  if (key.startsWith('kardashev.')) return level(value);
  // Dollars a PFLOP-day are few: no thousands, millions or billions of them.
  if (key.endsWith('USDperPFLOPday')) return `${digits(value)}\u00a0$`;
  return text(quantity(value, unit));
}

/** The same with its sign. */
export function writtenChange(key: string, value: number | null, unit: string): string {
  if (value === null) return '–';
  if (value === 0) return '0';
  const written = writtenFigure(key, Math.abs(value), unit);
  return `${value > 0 ? '+' : '−'}${written}`;
}

/** A share with its sign; as a factor where percentages get silly. */
export function writtenShare(value: number | null): string {
  if (value === null) return '–';
  const sign = value > 0 ? '+' : value < 0 ? '−' : '';
  const size = Math.abs(value);
  return size >= 10 ? `${sign}${digits(size)}×` : `${sign}${digits(size * 100)}\u00a0%`;
}

const level = (value: number): string =>
  new Intl.NumberFormat(numberLocale.value, { maximumFractionDigits: 4 }).format(value);
