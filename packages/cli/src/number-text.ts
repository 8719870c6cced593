import { formatMoney, formatNumber, formatQuantity } from '@kardashev/model/units/format.ts';

/** Units that people read with a metric prefix, and how they are written. */
const prefixed: Readonly<Record<string, string>> = {
  W: 'W',
  J: 'J',
  FLOPperS: 'FLOP/s',
  'FLOP/s': 'FLOP/s',
  bps: 'bit/s',
  'bit/s': 'bit/s',
  'token/s': 'token/s',
  B: 'B',
  bit: 'bit',
};

/** A quantity in a claim's or headline's unit, for people. */
export function quantityText(value: number | string | boolean | null | undefined, unit: string): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (unit === 'kg') return massText(value);
  if (unit === 's') return timeText(value);
  if (unit === 'USD' || unit === 'USD2026') return formatMoney(value);
  const symbol = prefixed[unit];
  if (symbol !== undefined) return formatQuantity(value, symbol);
  return ['1', '', 'month'].includes(unit) ? formatNumber(value) : `${formatNumber(value)} ${unit}`;
}

/** Masses in kg, and in tonnes from one tonne on: nobody says megagram. */
export function massText(value_kg: number): string {
  return Math.abs(value_kg) < 1e3 ? `${formatNumber(value_kg)} kg` : formatQuantity(value_kg / 1e3, 't');
}

const spans = [
  [2 * 31_557_600, 31_557_600, 'years'],
  [2 * 86_400, 86_400, 'days'],
  [2 * 3600, 3600, 'hours'],
  [2 * 60, 60, 'minutes'],
] as const;

/** Times in seconds, and in a longer unit from two of it on. */
export function timeText(value_s: number): string {
  const [, unit_s, name] = spans.find(([from]) => Math.abs(value_s) >= from) ?? [0, 1, 's'];
  return `${formatNumber(value_s / unit_s)} ${name}`;
}

/**
 * A claim's margin with its sign: `+37 %` of what was claimed, `+12×` where it is many times, `−9 months`; in the
 * figure's own unit where zero was claimed.
 */
export function marginText(margin: number | null, unit: string, claimed?: number | string): string {
  if (margin === null || !Number.isFinite(margin)) return '–';
  const sign = margin < 0 ? '−' : '+';
  const size = Math.abs(margin);
  if (unit === 'month') return `${sign}${formatNumber(size)} months`;
  if (claimed === 0) return `${sign}${quantityText(size, unit)}`;
  if (size >= 10) return `${sign}${formatNumber(size, 2)}×`;
  return `${sign}${size >= 0.1 || size === 0 ? Math.round(100 * size) : formatNumber(100 * size, 2)} %`;
}
