/** Months by which flows are summed and gains taken: a year, so that a lumpy month does not decide. */
const window = 12;

/** What stability is judged from, by month, nominal. */
export interface Burn {
  /** Value of the enterprise as seen at the end of each month. */
  readonly value_USD: ArrayLike<number>;
  /** Free cash of the AI segment; negative where it takes. */
  readonly ai_USD: ArrayLike<number>;
  /** Free cash of Connectivity. */
  readonly connectivity_USD: ArrayLike<number>;
  /** Earnings of all segments before interest, tax and depreciation. */
  readonly earnings_USD: ArrayLike<number>;
  /** κ. */
  readonly gainToCash: number;
  /** Debt that can be had, in years of earnings. */
  readonly leverageLimit: number;
}

/**
 * Who pays for the burn, in Minsky's words: `hedge` out of the business's own cash, `speculative` with new debt that
 * earnings carry, `ponzi` only as long as the value rises.
 */
export type Regime = 'hedge' | 'speculative' | 'ponzi';

export interface Stability {
  /** (κ·V̇⁺ + X + ΔD) / B over the year that ends here; null where AI takes nothing. */
  readonly S: number | null;
  readonly regime: Regime;
}

/** Stability at the end of a month: over the year before it, or as much of it as the plan has. */
export function stabilityAt(burn: Burn, month: number): Stability {
  const from = Math.max(0, month - window + 1);
  const sum = (values: ArrayLike<number>): number => {
    let total = 0;
    for (let at = from; at <= month; at++) total += values[at] as number;
    return total;
  };
  const need = Math.max(0, -sum(burn.ai_USD));
  const given = Math.max(0, sum(burn.connectivity_USD));
  const gain = Math.max(
    0,
    (burn.value_USD[month] as number) - (burn.value_USD[Math.max(0, from - 1)] as number),
  );
  const debt = newDebtCapacity_USD(burn, from, month);
  if (need === 0) return { S: null, regime: 'hedge' };
  const regime = given >= need ? 'hedge' : given + debt >= need ? 'speculative' : 'ponzi';
  return { S: (burn.gainToCash * gain + given + debt) / need, regime };
}

/** Debt that the rise of yearly earnings since the year before carries: never negative, since debt is not called. */
function newDebtCapacity_USD(burn: Burn, from: number, month: number): number {
  const yearly = (end: number): number => {
    const begin = Math.max(0, end - window + 1);
    let total = 0;
    for (let at = begin; at <= end; at++) total += burn.earnings_USD[at] as number;
    return (total / (end - begin + 1)) * window;
  };
  const before = from > 0 ? yearly(from - 1) : yearly(0);
  return burn.leverageLimit * Math.max(0, Math.max(0, yearly(month)) - Math.max(0, before));
}

/** Months that liquidity lasts when value stands still; infinite where nothing is missing. */
export function runway_months(
  liquidity_USD: number,
  need_USDperMonth: number,
  given_USDperMonth: number,
  debt_USDperMonth: number,
): number {
  const missing = need_USDperMonth - given_USDperMonth - debt_USDperMonth;
  return missing > 0 ? liquidity_USD / missing : Number.POSITIVE_INFINITY;
}

/**
 * Merton's distance to default: standard deviations between the value in a year and the debt, when value moves at
 * `volatility` a square root of a year and grows at `drift_perYear`.
 */
export function distanceToDefault(
  value_USD: number,
  debt_USD: number,
  volatility: number,
  drift_perYear: number,
): number {
  if (!(value_USD > 0)) return Number.NEGATIVE_INFINITY;
  if (!(debt_USD > 0)) return Number.POSITIVE_INFINITY;
  return (Math.log(value_USD / debt_USD) + drift_perYear - volatility ** 2 / 2) / volatility;
}
