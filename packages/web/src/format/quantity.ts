import { computed } from '@preact/signals';
import { numberLocale } from '../language/language.ts';
import { words } from './words.ts';

/**
 * Numbers for people, in the language on show: three digits, an SI prefix, the unit apart so that it can be set smaller.
 */

export interface Written {
  readonly number: string;
  readonly unit: string;
}

export const nothing = '–';
const prefixes = ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y', 'R', 'Q'] as const;
/** A number and its unit stay on one line. */
const narrow = '\u00a0';

/** Three significant digits, no exponent, no trailing zeros after the point. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return nothing;
  const magnitude = Math.abs(value);
  if (magnitude === 0) return '0';
  if (magnitude < 0.001) return powerOfTen(value);
  const decimals = Math.min(5, Math.max(0, 2 - Math.floor(Math.log10(magnitude) + 1e-12)));
  return minus(upTo(decimals, false).format(value));
}

function powerOfTen(value: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(1).split('e-');
  return `${minus(exactly(1).format(Number(mantissa)))} × 10⁻${superscript(exponent)}`;
}

function superscript(digitsOfExponent: string): string {
  return [...digitsOfExponent].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}

/** A minus as long as a plus; nothing less than nothing. */
function minus(text: string): string {
  return text.replace(/^-/, '−').replace(/^−0$/, '0');
}

const upTo = (decimals: number, grouped: boolean) =>
  formatter(`${decimals} ${grouped}`, { maximumFractionDigits: decimals, useGrouping: grouped });
const exactly = (places: number) =>
  formatter(`= ${places}`, { minimumFractionDigits: places, maximumFractionDigits: places });

/** A quantity with its unit, in the prefix that leaves one to three digits before the point: 144 GW, 18.4 kt. */
export function quantity(value: number | null | undefined, unit: string): Written {
  if (value === null || value === undefined || !Number.isFinite(value)) return { number: nothing, unit: '' };
  switch (unit) {
    case 'USD':
    case 'USD2026':
      return stepped(value, words().money);
    case 'kg':
      return Math.abs(value) >= 1000 ? scaled(value / 1000, 't') : { number: digits(value), unit: 'kg' };
    case 's':
      return duration(value);
    case 'd':
      return { number: digits(value), unit: value === 1 ? words().day : words().days };
    case 'K':
      return { number: digits(value - 273.15), unit: '°C' };
    case '%':
      return { number: digits(value), unit: '%' };
    case '1':
    case '':
      return stepped(value, words().counts);
    default:
      return /per|[/ ]|day|year|month|^h$|^y$/.test(unit) ? compound(value, unit) : scaled(value, unit);
  }
}

/** Rates and units in words: the number may take k, M, G; the unit stays as it is written. */
function compound(value: number, unit: string): Written {
  const named = unitNames[unit];
  if (named) return scaled(value, named);
  const { number, unit: prefix } = stepped(value, words().counts);
  return { number, unit: `${prefix} ${words().inUnit(unit)}`.trim() };
}

const unitNames: Readonly<Record<string, string>> = {
  FLOPperS: 'FLOP/s',
  'FLOP/s': 'FLOP/s',
  'bit/s': 'b/s',
  'b/s': 'b/s',
  '/s': '/s',
  bps: 'b/s',
};

function scaled(value: number, unit: string): Written {
  return stepped(
    value,
    prefixes.map((prefix) => `${prefix}${unit}`),
  );
}

/** In the unit, of those a thousand apart, that leaves one to three digits before the point. */
function stepped(value: number, units: readonly string[]): Written {
  const magnitude = Math.abs(value);
  const last = units.length - 1;
  let step = magnitude < 1000 ? 0 : Math.min(last, Math.floor(Math.log10(magnitude) / 3));
  // 999.7 rounds to a thousand, which is one of the next.
  if (step < last && digits(magnitude / 1000 ** step) === digits(1000)) step += 1;
  return { number: digits(value / 1000 ** step), unit: units[step] ?? '' };
}

const spans = [
  [365.25 * 86_400, () => words().years],
  [86_400, () => words().days],
  [3600, () => 'h'],
  [60, () => 'min'],
  [1, () => 's'],
  [1e-3, () => 'ms'],
] as const;
const lastSpan = spans[spans.length - 1]!;

/** A span of time in the largest unit of which there are two, or the smallest there is. */
export function duration(seconds: number): Written {
  if (seconds === 0) return { number: '0', unit: 's' };
  const [size, unit] = spans.find(([size]) => Math.abs(seconds) >= 2 * size) ?? lastSpan;
  return { number: digits(seconds / size), unit: unit() };
}

/** Every digit, thousands apart: 1,198,120. */
export function count(value: number): string {
  return Number.isFinite(value) ? minus(upTo(0, true).format(Math.round(value))) : nothing;
}

/** A share as a percentage; what is not quite all never reads as 100 %. */
export function share(value: number): string {
  if (!Number.isFinite(value)) return nothing;
  const percent = value * 100;
  const written = percent > 99.9 && percent < 100 ? digits(99.9) : digits(percent);
  return `${written}${narrow}%`;
}

export function text({ number, unit }: Written): string {
  return unit === '' ? number : `${number}${narrow}${unit.replaceAll(' ', narrow)}`;
}

const monthAndYear = computed(
  () => new Intl.DateTimeFormat(numberLocale.value, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
);

/** `2034-05` as `May 2034`, in German `Mai 2034`; `2045-12` as `Dec 2045`, `Dez. 2045`. */
export function monthName(label: string): string {
  const [year, month] = label.split('-').map(Number);
  if (!year || !month) return label;
  return monthAndYear.value.format(Date.UTC(year, month - 1));
}

/** Making a formatter takes far longer than using it. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = numberLocale.value;
  const named = `${locale} ${key}`;
  const known = formatters.get(named) ?? new Intl.NumberFormat(locale, options);
  formatters.set(named, known);
  return known;
}
