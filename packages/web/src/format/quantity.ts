/** Numbers for people: three digits, an SI prefix, the unit apart so that it can be set smaller. */

export interface Written {
  readonly number: string;
  readonly unit: string;
}

const prefixes = ['', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y', 'R', 'Q'] as const;
/** Money has names of its own: 7.1 T$, 98 B$, 5 M$, 74 k$. */
const moneyPrefixes = ['', 'k', 'M', 'B', 'T'] as const;
export const nothing = '–';
/** A number and its unit stay on one line. */
const narrow = '\u00a0';

/** Three significant digits, no exponent, no trailing zeros after the point. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return nothing;
  const magnitude = Math.abs(value);
  if (magnitude === 0) return '0';
  if (magnitude < 0.001)
    return minus(value.toExponential(1).replace('e-', ' × 10⁻').replace(/\d+$/, superscript));
  const decimals = Math.min(5, Math.max(0, 2 - Math.floor(Math.log10(magnitude) + 1e-12)));
  const text = value.toFixed(decimals);
  return minus(decimals > 0 ? text.replace(/\.?0+$/, '') : text);
}

function superscript(digitsOfExponent: string): string {
  return [...digitsOfExponent].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
}

function minus(text: string): string {
  return text.replace(/^-/, '−');
}

/** A quantity with its unit, in the prefix that leaves one to three digits before the point: 144 GW, 18.4 kt. */
export function quantity(value: number | null | undefined, unit: string): Written {
  if (value === null || value === undefined || !Number.isFinite(value)) return { number: nothing, unit: '' };
  switch (unit) {
    case 'USD':
    case 'USD2026':
      return scaled(value, '$', moneyPrefixes);
    case 'kg':
      return Math.abs(value) >= 1000
        ? scaled(value / 1000, 't', prefixes)
        : { number: digits(value), unit: 'kg' };
    case 's':
      return duration(value);
    case 'd':
      return { number: digits(value), unit: value === 1 ? 'day' : 'days' };
    case 'K':
      return { number: digits(value - 273.15), unit: '°C' };
    case '%':
      return { number: digits(value), unit: '%' };
    case '1':
    case '':
      return scaled(value, '', prefixes);
    default:
      return /per|[/ ]|day|year|month|^h$|^y$/.test(unit)
        ? compound(value, unit)
        : scaled(value, unit, prefixes);
  }
}

/** Rates and units in words: the number may take k, M, G; the unit stays as it is written. */
function compound(value: number, unit: string): Written {
  const named = unitNames[unit];
  if (named) return scaled(value, named, prefixes);
  const { number, unit: prefix } = scaled(value, '', prefixes);
  return { number, unit: `${prefix} ${unit}`.trim() };
}

const unitNames: Readonly<Record<string, string>> = {
  FLOPperS: 'FLOP/s',
  'FLOP/s': 'FLOP/s',
  'bit/s': 'b/s',
  'b/s': 'b/s',
  '/s': '/s',
  bps: 'b/s',
};

function scaled(value: number, unit: string, names: readonly string[]): Written {
  if (Math.abs(value) < 1000) {
    const number = digits(value);
    if (number !== '1000' && number !== '−1000') return { number, unit };
  }
  let step = Math.min(names.length - 1, Math.floor(Math.log10(Math.abs(value)) / 3));
  let number = digits(value / 1000 ** step);
  if (/^−?1000$/.test(number) && step < names.length - 1) {
    step += 1;
    number = digits(value / 1000 ** step);
  }
  return { number, unit: `${names[step]}${unit}` };
}

const spans = [
  [365.25 * 86_400, 'years'],
  [86_400, 'days'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
  [1e-3, 'ms'],
] as const;

/** A span of time in the largest unit of which there are two, or the smallest there is. */
export function duration(seconds: number): Written {
  if (seconds === 0) return { number: '0', unit: 's' };
  const [size, unit] = spans.find(([size]) => Math.abs(seconds) >= 2 * size) ?? [1e-3, 'ms'];
  return { number: digits(seconds / size), unit };
}

/** Every digit, thousands apart: 1,198,120. */
export function count(value: number): string {
  return Number.isFinite(value) ? minus(Math.round(value).toLocaleString('en')) : nothing;
}

/** A share as a percentage; what is not quite all never reads as 100 %. */
export function share(value: number): string {
  if (!Number.isFinite(value)) return nothing;
  const percent = value * 100;
  const written = percent > 99.9 && percent < 100 ? '99.9' : digits(percent);
  return `${written}${narrow}%`;
}

export function text({ number, unit }: Written): string {
  return unit === '' ? number : `${number}${narrow}${unit}`;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2034-05` as `May 2034`. */
export function monthName(label: string): string {
  const [year, month] = label.split('-');
  return `${monthNames[Number(month) - 1] ?? ''} ${year ?? ''}`.trim();
}
