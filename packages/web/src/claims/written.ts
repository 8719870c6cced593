import type { Claim, Quantity } from '@kardashev/contracts/verdict.ts';
import { count, digits, monthName, nothing, quantity, text } from '../format/quantity.ts';
import { language } from '../language/language.ts';
import { factOf } from './facts.ts';
import { insteadInGerman } from './instead.ts';
import { words } from './words.ts';

/** A quantity of a claim for people. Months by name, counts in full, yes and no in words. */
export function writtenQuantity(value: Quantity, unit: string): string {
  if (value === null) return unit === 'month' ? words().never : nothing;
  if (typeof value === 'boolean') return value ? words().yes : words().no;
  if (typeof value === 'string') return /^\d{4}-\d{2}$/.test(value) ? monthName(value) : words().never;
  if (unit === '1' || unit === '') return Math.abs(value) >= 1000 ? count(value) : digits(value);
  const [one, many] = counted(unit);
  if (many !== undefined) return `${digits(value)}\u00a0${value === 1 ? one : many}`;
  return text(quantity(value, unit));
}

function counted(unit: string): readonly string[] {
  if (/^(d|days?)$/.test(unit)) return words().days;
  if (/^(yr|years?)$/.test(unit)) return words().years;
  return /^sites?$/.test(unit) ? words().sites : [];
}

/** From which size on a margin is told as a factor: percentages get silly. */
const factorFrom = 10;

/**
 * How far on the good or the bad side: −26 %, +20 %; as a factor where percentages get silly. Where nothing is claimed
 * (zero sites, zero years) it is in the quantity's own unit, and dates are apart by months.
 */
export function writtenMargin({ margin, claimed, unit }: Pick<Claim, 'margin' | 'claimed' | 'unit'>): string {
  if (margin === null || !Number.isFinite(margin)) return nothing;
  const sign = margin < 0 ? '−' : '+';
  const size = Math.abs(margin);
  if (claimed === 0) return `${sign}${writtenQuantity(size, unit)}`;
  if (unit === 'month') return `${sign}${text(quantity((size / 12) * 365.25 * 86_400, 's'))}`;
  return size >= factorFrom ? `${sign}${digits(size)}×` : `${sign}${digits(size * 100)}\u00a0%`;
}

/** By what factor the computed figure would have to move for a claim that fails; empty where no factor tells that. */
export function writtenShortfall({ id, verdict, claimed, computed }: Claim): string {
  if (verdict !== 'fails' || typeof claimed !== 'number' || typeof computed !== 'number') return '';
  if (claimed <= 0 || computed <= 0) return '';
  return factOf(id).holds === 'at most'
    ? words().fall(digits(computed / claimed))
    : words().rise(digits(claimed / computed));
}

/** The sentence on what would have to be true, in the language on show as far as its form is known. */
export function writtenInstead(sentence: string): { readonly text: string; readonly lang?: 'en' } {
  if (language.value !== 'de' || sentence === '') return { text: sentence };
  const german = insteadInGerman(sentence);
  return german === undefined ? { text: sentence, lang: 'en' } : { text: german };
}
