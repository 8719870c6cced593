/**
 * Units as exponents over base dimensions and a factor to SI. Angle, information, work of chips, money and
 * tokens are bases of their own, so that 120 bit or 120 USD never pass for a pure number.
 */
export const bases = ['m', 'kg', 's', 'K', 'rad', 'bit', 'FLOP', 'USD', 'token'] as const;

export interface Unit {
  /** Exponents over `bases`. */
  readonly dimension: readonly number[];
  /** SI value of one of this unit. */
  readonly factor: number;
  /** Added after scaling; only for temperatures that stand alone. */
  readonly offset: number;
}

const dimensionless: readonly number[] = bases.map(() => 0);
const vector = (exponents: Partial<Record<(typeof bases)[number], number>>): readonly number[] =>
  bases.map((base) => exponents[base] ?? 0);
const unit = (factor: number, exponents: Partial<Record<(typeof bases)[number], number>>): Unit => ({
  dimension: vector(exponents),
  factor,
  offset: 0,
});

const energy = { kg: 1, m: 2, s: -2 };
const power = { kg: 1, m: 2, s: -3 };
const day_s = 86_400;
/** Julian year, as astronomers and the calendar of this model use it. */
const year_s = 365.25 * day_s;

/** Units that take metric prefixes. */
const prefixed: Readonly<Record<string, Unit>> = {
  m: unit(1, { m: 1 }),
  g: unit(1e-3, { kg: 1 }),
  t: unit(1e3, { kg: 1 }),
  s: unit(1, { s: 1 }),
  W: unit(1, power),
  J: unit(1, energy),
  Wh: unit(3600, energy),
  Wp: unit(1, power),
  Hz: unit(1, { s: -1 }),
  N: unit(1, { kg: 1, m: 1, s: -2 }),
  Pa: unit(1, { kg: 1, m: -1, s: -2 }),
  Gy: unit(1, { m: 2, s: -2 }),
  bit: unit(1, { bit: 1 }),
  b: unit(1, { bit: 1 }),
  B: unit(8, { bit: 1 }),
  bps: unit(1, { bit: 1, s: -1 }),
  FLOP: unit(1, { FLOP: 1 }),
  USD: unit(1, { USD: 1 }),
  token: unit(1, { token: 1 }),
};

/** Units that stand as they are. */
const plain: Readonly<Record<string, Unit>> = {
  K: unit(1, { K: 1 }),
  '°C': { dimension: vector({ K: 1 }), factor: 1, offset: 273.15 },
  min: unit(60, { s: 1 }),
  h: unit(3600, { s: 1 }),
  hour: unit(3600, { s: 1 }),
  d: unit(day_s, { s: 1 }),
  day: unit(day_s, { s: 1 }),
  month: unit(year_s / 12, { s: 1 }),
  yr: unit(year_s, { s: 1 }),
  year: unit(year_s, { s: 1 }),
  rad: unit(1, { rad: 1 }),
  mrad: unit(1e-3, { rad: 1 }),
  urad: unit(1e-6, { rad: 1 }),
  µrad: unit(1e-6, { rad: 1 }),
  deg: unit(Math.PI / 180, { rad: 1 }),
  '°': unit(Math.PI / 180, { rad: 1 }),
  l: unit(1e-3, { m: 3 }),
  // Memory comes in powers of two.
  GiB: unit(8 * 2 ** 30, { bit: 1 }),
  BTU: unit(1055.05585262, energy),
  '%': { dimension: dimensionless, factor: 0.01, offset: 0 },
  '1': { dimension: dimensionless, factor: 1, offset: 0 },
};

const prefixes: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  µ: 1e-6,
  m: 1e-3,
  c: 1e-2,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Z: 1e21,
};

/** The unit behind one symbol such as `kW`, `deg` or `tokens`; undefined when there is none. */
export function unitOfSymbol(symbol: string): Unit | undefined {
  const known = plain[symbol] ?? prefixed[symbol];
  if (known) return known;
  if (symbol.length > 3 && symbol.endsWith('s')) {
    const singular = unitOfSymbol(symbol.slice(0, -1));
    if (singular) return singular;
  }
  const scale = prefixes[symbol[0] ?? ''];
  const rest = prefixed[symbol.slice(1)];
  return scale !== undefined && rest ? { ...rest, factor: rest.factor * scale } : undefined;
}

const pure: Unit = { dimension: dimensionless, factor: 1, offset: 0 };

function times(left: Unit, right: Unit, power: number): Unit {
  return {
    dimension: left.dimension.map((exponent, base) => exponent + power * (right.dimension[base] ?? 0)),
    factor: left.factor * right.factor ** power,
    offset: 0,
  };
}

/**
 * Parses a compound unit such as `USD/kg`, `W/m2`, `kWh/kW/yr`, `1/yr` or `W·h`. Each `/` divides by the one
 * symbol that follows. Returns undefined, or the symbol that is not known as `{unknown}`.
 */
export function parseUnit(text: string): Unit | { readonly unknown: string } {
  const trimmed = text.trim();
  if (trimmed === '') return pure;
  const alone = unitOfSymbol(trimmed);
  if (alone) return alone;
  let result = pure;
  let sign = 1;
  for (const token of trimmed.split(/([/*·])/)) {
    const symbol = token.trim();
    if (symbol === '/' || symbol === '*' || symbol === '·') {
      sign = symbol === '/' ? -1 : 1;
      continue;
    }
    if (symbol === '') continue;
    const match = /^(.*?)(?:\^?(-?\d))?$/u.exec(symbol);
    const name = match?.[1] === '' ? symbol : (match?.[1] ?? symbol);
    const found = unitOfSymbol(name);
    if (!found) return { unknown: symbol };
    result = times(result, found, sign * (name === symbol ? 1 : Number(match?.[2] ?? 1)));
  }
  return result;
}

export function sameDimension(left: Unit, right: Unit): boolean {
  return left.dimension.every((exponent, base) => exponent === right.dimension[base]);
}
