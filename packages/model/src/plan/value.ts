import type { Distribution } from '../evidence/assumption.ts';
import { centre } from '../evidence/assumption.ts';
import { inline, type Placed, textOf } from '../evidence/document.ts';
import { type Fault, failure, type Outcome, type Place, success } from '../outcome/outcome.ts';
import { monthOf } from '../time/calendar.ts';
import { readQuantity } from '../units/quantity.ts';
import type { UnitName } from '../units/suffix.ts';
import { parseUnit, sameDimension } from '../units/unit.ts';
import type { NumberRow, SeriesRow } from './attribute.ts';
import type { Attribute } from './schema.ts';

/** A number as read: its central value, and how it scatters. */
export interface ReadNumber {
  readonly value: number;
  readonly distribution?: Distribution;
}

/** Reads a number: `120 kW`, `0.95`, or a distribution such as `{triangular: [100 kW, 120 kW, 150 kW]}`. */
export function readNumber(node: Placed, name: UnitName, row: NumberRow): Outcome<ReadNumber> {
  if (node.kind === 'map') {
    const distribution = readDistribution(node, name, row);
    return distribution.ok
      ? success({ value: centre(distribution.value), distribution: distribution.value })
      : distribution;
  }
  const value = readScalar(node, name, row);
  return value.ok ? success({ value: value.value }) : value;
}

/** A range whose ends are this factor apart or more speaks of orders of magnitude: its middle is meant by factors. */
const decade = 10;

/** Reads `[low, high]` beside a value: triangular with its mode there, by factors where it spans a decade or more. */
export function readRange(node: Placed, mode: number, name: UnitName, row: NumberRow): Outcome<Distribution> {
  if (node.kind !== 'list' || node.items.length !== 2) {
    return failure(valueFault(node, name, 'a range has two ends: [low, high]'));
  }
  const low = readScalar(node.items[0] as Placed, name, row);
  const high = readScalar(node.items[1] as Placed, name, row);
  if (!low.ok) return low;
  if (!high.ok) return high;
  const kind = low.value > 0 && high.value >= decade * low.value ? 'logtriangular' : 'triangular';
  return checked({ kind, low: low.value, mode, high: high.value }, node, name);
}

const shapes = {
  uniform: ['low', 'high'],
  triangular: ['low', 'mode', 'high'],
  logtriangular: ['low', 'mode', 'high'],
  normal: ['mean', 'sd'],
  lognormal: ['median', 'sigma'],
} as const;

export function readDistribution(node: Placed, name: UnitName, row: NumberRow): Outcome<Distribution> {
  const entry = node.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined;
  const kind = entry?.key as keyof typeof shapes | undefined;
  const fields = kind ? shapes[kind] : undefined;
  if (!entry || !kind || !fields) {
    return failure(
      valueFault(
        node,
        name,
        `${inline(node)} is neither a value nor one of ${Object.keys(shapes).join(', ')}`,
      ),
    );
  }
  const items = entry.value.kind === 'list' ? entry.value.items : [];
  if (items.length !== fields.length) {
    return failure(valueFault(entry.value, name, `${kind} takes [${fields.join(', ')}]`));
  }
  const numbers: { [field: string]: number } = {};
  for (const [index, field] of fields.entries()) {
    const item = items[index] as Placed;
    // A spread on a log scale is a pure number whatever the unit; a standard deviation is no value within bounds.
    const read =
      field === 'sigma'
        ? readScalar(item, { ...name, unitText: '', unit: pure }, free)
        : readScalar(item, name, field === 'sd' ? free : row);
    if (!read.ok) return read;
    numbers[field] = read.value;
  }
  return checked({ kind, ...numbers } as Distribution, node, name);
}

const pure = { dimension: [0, 0, 0, 0, 0, 0, 0, 0, 0], factor: 1, offset: 0 };
const free: NumberRow = { kind: 'number', doc: '' };

function checked(distribution: Distribution, node: Placed, name: UnitName): Outcome<Distribution> {
  const ordered =
    (distribution.kind === 'uniform' && distribution.low < distribution.high) ||
    ((distribution.kind === 'triangular' || distribution.kind === 'logtriangular') &&
      distribution.low <= distribution.mode &&
      distribution.mode <= distribution.high &&
      distribution.low < distribution.high &&
      (distribution.kind === 'triangular' || distribution.low > 0)) ||
    (distribution.kind === 'normal' && distribution.sd > 0) ||
    (distribution.kind === 'lognormal' && distribution.sigma > 0 && distribution.median > 0);
  return ordered
    ? success(distribution)
    : failure(valueFault(node, name, `${inline(node)} has no spread, or its ends are out of order`));
}

/** Reads one number in a unit and within the physical bounds of its row. */
function readScalar(
  node: Placed,
  name: UnitName,
  row: Pick<NumberRow, 'min' | 'max' | 'integer' | 'positive'>,
): Outcome<number> {
  const text = textOf(node);
  if (text === undefined) return failure(valueFault(node, name, `${inline(node)} is not a value`));
  const quantity = readQuantity(text, name.unit, name.unitText);
  if (!quantity.ok) {
    return failure({
      code: quantity.reason === 'number' ? 'plan/not-a-number' : 'plan/wrong-unit',
      message: `${name.bare} cannot be "${text}".`,
      at: node.place,
      cause: `${quantity.cause}.`,
      fix: name.unitText
        ? `Write a number with a unit of the same kind as ${name.unitText}, such as ${exampleOf(name)}.`
        : 'Write a plain number, or a share with %.',
    });
  }
  const { value } = quantity;
  const { min = -Infinity, max = Infinity } = row;
  // A bound of a whole turn or of 1 must admit its own text after rounding.
  const slack = 1e-12 * Math.max(1, Math.abs(value));
  const none = row.positive === true && value <= 0;
  if (none || value < min - slack || value > max + slack || (row.integer && !Number.isInteger(value))) {
    return failure(boundsFault(text, node.place, name, row));
  }
  return success(value);
}

/** Texts as a plan has them, one for each dimension that is common there. */
const examples = [
  '1.7 t',
  '120 kW',
  '40 kWh',
  '575 km',
  '605 m2',
  '5 yr',
  '25 /year',
  '85 °C',
  '97.7 deg',
  '2.5 GUSD',
  '10 TB',
  '100 Gbit/s',
  '2 PFLOP/s',
  '1500 USD/kg',
  '2 USD/W',
] as const;

/** A quantity of the kind that is wanted: `1.7 t` for a mass. */
function exampleOf({ unit, unitText }: UnitName): string {
  const found = examples.find((text) => {
    const known = parseUnit(text.replace(/^[\d.]+ /, '').replace(/^\//, '1/'));
    return !('unknown' in known) && sameDimension(known, unit);
  });
  return found ?? `1 ${unitText}`;
}

function boundsFault(
  text: string,
  at: Place,
  name: UnitName,
  row: Pick<NumberRow, 'min' | 'max' | 'integer' | 'positive'>,
): Fault {
  const bound = (value: number): string => inUnitOf(text, value, name);
  const ends = [
    row.integer ? 'a whole number' : '',
    row.positive ? 'above zero' : '',
    row.min !== undefined ? `at least ${bound(row.min)}` : '',
    row.max !== undefined ? `at most ${bound(row.max)}` : '',
  ].filter((part) => part !== '');
  return {
    code: 'plan/out-of-bounds',
    message: `${name.bare} cannot be "${text}".`,
    at,
    cause: `It must be ${ends.join(', ')}.`,
    fix: 'Give a value that can exist.',
  };
}

/** A bound in the unit in which the user wrote: 180 deg rather than 3.14 rad. */
function inUnitOf(text: string, value: number, name: UnitName): string {
  const unitText = /[^\d\s.+\-_eE].*$/u.exec(text)?.[0] ?? '';
  const unit = parseUnit(unitText);
  if ('unknown' in unit || unit.offset !== 0) return `${value} ${name.unitText}`.trim();
  return `${Number(((value * name.unit.factor) / unit.factor).toPrecision(12))} ${unitText}`.trim();
}

/** Reads a series over the months `from`…`to`: one value for all, or a map from months (or years) to values. */
export function readSeries(
  node: Placed,
  { name, row }: { name: Attribute['name']; row: SeriesRow },
  from: number,
  to: number,
): Outcome<number[]> {
  if (node.kind !== 'map') {
    const value = readScalar(node, name, row);
    return value.ok ? success(Array.from({ length: to - from + 1 }, () => value.value)) : value;
  }
  const knots: { month: number; value: number }[] = [];
  for (const { key, keyPlace, value } of node.entries) {
    const month = monthOf(/^\d{4}$/.test(key) ? `${key}-01` : key);
    if (month === undefined) {
      return failure({
        code: 'plan/not-a-month',
        message: `${name.bare} has a value at "${key}".`,
        at: keyPlace,
        cause: 'A series goes from months to values.',
        fix: 'Write months as 2028-01, or years as 2028 for their January.',
      });
    }
    const read = readScalar(value, name, row);
    if (!read.ok) return read;
    knots.push({ month, value: read.value });
  }
  if (knots.length === 0) return failure(valueFault(node, name, 'the series is empty'));
  knots.sort((left, right) => left.month - right.month);
  return success(spread(knots, row.between, from, to));
}

function spread(
  knots: readonly { month: number; value: number }[],
  between: SeriesRow['between'],
  from: number,
  to: number,
): number[] {
  const values: number[] = [];
  let next = 0;
  for (let month = from; month <= to; month++) {
    while (next < knots.length && (knots[next] as { month: number }).month <= month) next++;
    const left = knots[Math.max(0, next - 1)] as { month: number; value: number };
    const right = knots[Math.min(next, knots.length - 1)] as { month: number; value: number };
    const share = right.month > left.month ? (month - left.month) / (right.month - left.month) : 0;
    values.push(share <= 0 || between === 'hold' ? left.value : mix(left.value, right.value, share, between));
  }
  return values;
}

function mix(left: number, right: number, share: number, between: SeriesRow['between']): number {
  const geometric = between === 'geometric' && left > 0 && right > 0;
  return geometric ? left * (right / left) ** share : left + (right - left) * share;
}

export function valueFault(node: Placed, name: { readonly bare: string }, cause: string): Fault {
  return {
    code: 'plan/not-a-value',
    message: `${name.bare} cannot be read.`,
    at: node.place,
    cause: `${cause}.`,
    fix: 'See the reference of the plan (kardashev schema --markdown) for what this attribute takes.',
  };
}
