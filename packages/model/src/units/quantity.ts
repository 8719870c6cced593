import { bases, parseUnit, sameDimension, type Unit } from './unit.ts';

/** A quantity read from text, or why it is none. The caller knows the place and makes a fault of it. */
export type ReadQuantity =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly reason: 'number' | 'unit' | 'dimension'; readonly cause: string };

const pattern = /^\s*([+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(.*)$/u;

/** Reads `1.25 GUSD/month` where `wanted` names the dimension; a bare number only where none is wanted. */
export function readQuantity(text: string, wanted: Unit, wantedText: string): ReadQuantity {
  const match = pattern.exec(text);
  if (!match) return { ok: false, reason: 'number', cause: `"${text}" does not start with a number` };
  const unit = parseUnit(oneOver(match[2] ?? ''));
  if ('unknown' in unit) {
    return { ok: false, reason: 'unit', cause: `"${unit.unknown}" is not a unit that is known here` };
  }
  if (!sameDimension(unit, wanted)) {
    const is = describe(unit);
    const want = wantedText === '' ? 'a pure number' : `${describe(wanted)}, such as ${wantedText}`;
    return { ok: false, reason: 'dimension', cause: `"${text}" is ${is}; wanted is ${want}` };
  }
  const number = Number((match[1] ?? '').replaceAll('_', ''));
  return { ok: true, value: (number * unit.factor + unit.offset) / wanted.factor };
}

/** `25 /year` means 25 × 1/year. */
function oneOver(unit: string): string {
  return unit.startsWith('/') ? `1${unit}` : unit;
}

const named: readonly (readonly [string, string])[] = [
  ['W', 'a power'],
  ['J', 'an energy'],
  ['kg', 'a mass'],
  ['m', 'a length'],
  ['m2', 'an area'],
  ['s', 'a time'],
  ['1/s', 'a rate'],
  ['K', 'a temperature'],
  ['rad', 'an angle'],
  ['USD', 'an amount of money'],
  ['bit', 'an amount of data'],
  ['bps', 'a data rate'],
  ['FLOP', 'an amount of work'],
  ['USD/kg', 'a price by mass'],
  ['USD/W', 'a price by power'],
  ['', 'a pure number'],
];

/** The dimension in words: `a mass`, or base units where it has no name. */
export function describe(unit: Unit): string {
  for (const [symbol, words] of named) {
    const candidate = parseUnit(symbol);
    if (!('unknown' in candidate) && sameDimension(candidate, unit)) return words;
  }
  const parts = bases.flatMap((base, index) => {
    const exponent = unit.dimension[index] ?? 0;
    return exponent === 0 ? [] : [exponent === 1 ? base : `${base}^${exponent}`];
  });
  return `in ${parts.join('·')}`;
}
