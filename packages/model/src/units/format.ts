/** Steps of engineering notation as metric prefixes. */
const steps = [
  [1e24, 'Y'],
  [1e21, 'Z'],
  [1e18, 'E'],
  [1e15, 'P'],
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
  [1, ''],
  [1e-3, 'm'],
  [1e-6, 'µ'],
  [1e-9, 'n'],
] as const;

/** A plain number with `digits` significant digits and thin grouping: `1,198,120`, `0.0421`. */
export function formatNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? '–' : value > 0 ? '∞' : '−∞';
  const magnitude = Math.abs(value);
  const text =
    magnitude >= 1e3 && magnitude < 1e15
      ? Math.round(value).toLocaleString('en-US')
      : String(Number(value.toPrecision(digits)));
  return text.replace('-', '−');
}

/** A quantity with a metric prefix: `formatQuantity(1.2e11, 'W')` is `120 GW`. */
export function formatQuantity(value: number, symbol: string, digits = 3): string {
  if (!Number.isFinite(value)) return formatNumber(value);
  if (value === 0) return `0 ${symbol}`;
  const magnitude = Math.abs(Number(value.toPrecision(digits)));
  const [scale, prefix] = steps.find(([step]) => magnitude >= step) ?? steps[steps.length - 1]!;
  return `${formatNumber(value / scale, digits)} ${prefix}${symbol}`;
}

/** An amount of money with the letters that people use: `formatMoney(1.25e12)` is `1.25 T$`, 75e9 is `75 B$`. */
export function formatMoney(value: number, digits = 3): string {
  return formatQuantity(value, '$', digits).replace(' G$', ' B$');
}
