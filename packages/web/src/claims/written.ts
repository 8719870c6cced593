import type { Claim, Quantity } from '@kardashev/contracts/verdict.ts';
import { count, digits, monthName, nothing, quantity, text } from '../format/quantity.ts';

/** A quantity of a claim for people. Months by name, counts in full, yes and no in words. */
export function writtenQuantity(value: Quantity, unit: string): string {
  if (value === null) return unit === 'month' ? 'never' : nothing;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return /^\d{4}-\d{2}$/.test(value) ? monthName(value) : value;
  if (unit === '1' || unit === '') return Math.abs(value) >= 1000 ? count(value) : digits(value);
  if (/^(day|year|month|hour|site|launch)s?$/.test(unit)) return `${digits(value)} ${plural(unit, value)}`;
  return text(quantity(value, unit));
}

function plural(unit: string, value: number): string {
  const one = unit.replace(/s$/, '');
  if (value === 1) return one;
  return one.endsWith('ch') ? `${one}es` : `${one}s`;
}

/** How far on the good or the bad side: −26 %, +20 %; as a factor where percentages get silly. */
export function writtenMargin(margin: Claim['margin']): string {
  if (margin === null || !Number.isFinite(margin)) return nothing;
  const sign = margin < 0 ? '−' : '+';
  const size = Math.abs(margin);
  return size >= 10 ? `${sign}${digits(size)}×` : `${sign}${digits(size * 100)} %`;
}
