import { capitalSchema } from '../../capital/schema.ts';
import { crossHoldings } from '../../capital/value/cross-holdings.ts';
import { stakeOf } from '../../capital/value/holders.ts';
import { distanceToDefault, runway_months } from '../../capital/value/stability.ts';
import { type Segment, segments } from '../../flows/port.ts';
import { viewOf } from '../../plan/view.ts';
import { secondsPerYear } from '../../time/calendar.ts';
import type { Reading } from '../reading.ts';
import { type Spread, spreadOf } from '../spread.ts';
import { type Draw, drawValues } from './draws.ts';
import { type HolderPath, holderPaths, termsOf } from './holders.ts';
import { type JoinedMonth, type WholeAndParts, wholeAndParts, worthOfJoining } from './joining.ts';
import { type LevelTwo, levelsOf, levelTwoOf, type MonthLevel } from './level.ts';
import { type Valued, valuedOf } from './series.ts';
import { type MonthStability, stabilityOf } from './stability.ts';

export interface ValueDocument {
  readonly plan: string;
  readonly funding: string;
  readonly samples: number;
  /** First month that is modelled; all values are as seen at its begin. */
  readonly month: string;
  readonly enterprise_USD: Spread;
  readonly equity_USD: Spread;
  readonly perShare_USD: Spread;
  /** What the market said last. */
  readonly market: { readonly month: number; readonly price_USD: number; readonly value_USD: number };
  readonly parts: { readonly [S in Segment]: Spread };
  readonly holders: readonly HolderPath[];
  readonly crossHoldings: {
    readonly gross: number;
    readonly net: number;
    /** Counted twice when market values are added up. */
    readonly double: number;
    readonly stakes: readonly {
      readonly holder: string;
      readonly share: number;
      readonly value_USD: number;
    }[];
  };
  readonly stability: readonly MonthStability[];
  /** First month with S below one; null where it never is. */
  readonly breaks: string | null;
  /** What joining is worth by month; null where the plan has no passes joined and apart. */
  readonly joining: readonly JoinedMonth[] | null;
  readonly spinOff: WholeAndParts | null;
  readonly kardashev: readonly MonthLevel[];
  readonly levelTwo: LevelTwo;
  readonly credit: { readonly runway_months: number | null; readonly distanceToDefault: number | null };
  readonly index: {
    /** Weight of the share in the index by what could be traded. */
    readonly weight: number;
    /** What funds of that index had to buy, and the share of the float that it took. */
    readonly bought_USD: number;
    readonly ofFloat: number;
  };
}

/**
 * What a run is worth, to whom, and for how long somebody pays for it.
 *
 * @param apart the same plan with the companies apart, where there is one
 */
export function valuation(reading: Reading, seed: number, samples: number, apart?: Reading): ValueDocument {
  const valued = valuedOf(reading);
  const { section, from } = valued;
  const draws = drawValues(valued, seed, samples);
  const netDebt = netDebt_USD(valued);
  // Owners may walk away: where debt and what is still to be spent exceed all, shares are worth nothing, not less.
  const equity = draws.map(({ enterprise_USD }) => Math.max(0, enterprise_USD - netDebt));
  const perShare = equity.map((value) => value / section.sharesOutstanding);
  const stability = stabilityOf(valued);
  return {
    plan: reading.plan.name,
    funding: reading.pass.funding,
    samples,
    month: reading.months[from] as string,
    enterprise_USD: spreadOf(draws.map(({ enterprise_USD }) => enterprise_USD)),
    equity_USD: spreadOf(equity),
    perShare_USD: spreadOf(perShare),
    market: {
      month: section.marketPriceMonth,
      price_USD: section.marketPrice_USD,
      value_USD: section.marketPrice_USD * section.sharesOutstanding,
    },
    parts: partsOf(draws),
    holders: holderPaths(valued, perShare, seed),
    crossHoldings: crossHoldingsOf(valued),
    stability,
    breaks: stability.find(({ S }) => S !== null && S < 1)?.month ?? null,
    joining: apart ? worthOfJoining(valued, apart) : null,
    spinOff: apart ? wholeAndParts(valued, apart) : null,
    kardashev: levelsOf(reading),
    levelTwo: levelTwoOf(reading),
    credit: creditOf(valued),
    index: indexOf(valued),
  };
}

function partsOf(draws: readonly Draw[]): { readonly [S in Segment]: Spread } {
  return Object.fromEntries(
    segments.map((segment) => [segment, spreadOf(draws.map(({ parts_USD }) => parts_USD[segment]))]),
  ) as { [S in Segment]: Spread };
}

function netDebt_USD({ reading, from, section }: Valued): number {
  const before = from - 1;
  if (before < 0) return section.openingDebt_USD - section.openingCash_USD;
  return (reading.row('debt_USD')[before] as number) - (reading.row('cash_USD')[before] as number);
}

/** Stakes in the company that are held by listed companies: counted in both market values. */
function crossHoldingsOf({ reading, section }: Valued): ValueDocument['crossHoldings'] {
  const { holders } = viewOf(reading.plan, 'capital', capitalSchema);
  const listed = holders.filter(({ value_USD }) => value_USD > 0);
  const own = section.marketPrice_USD * section.sharesOutstanding;
  const shares = listed.map((holder) => stakeOf(holder, termsOf(section)).shares / section.sharesOutstanding);
  // The company first, then its listed holders, each with what it owns beside its stake.
  const outside = [own, ...listed.map(({ value_USD }, index) => value_USD - own * (shares[index] as number))];
  const holdings = outside.map((_, i) =>
    outside.map((_, j) => (j === 0 && i > 0 ? (shares[i - 1] as number) : 0)),
  );
  const { gross_USD, net_USD } = crossHoldings(outside, holdings);
  return {
    gross: gross_USD,
    net: net_USD,
    double: gross_USD - net_USD,
    stakes: listed.map(({ name }, index) => ({
      holder: name,
      share: shares[index] as number,
      value_USD: own * (shares[index] as number),
    })),
  };
}

function creditOf(valued: Valued): ValueDocument['credit'] {
  const { reading, section, from } = valued;
  const until = Math.min(reading.months.length, from + 12);
  const months = until - from;
  const mean = (segment: Segment): number =>
    reading
      .row('freeCash_USD', segment)
      .slice(from, until)
      .reduce((sum, value) => sum + value, 0) / months;
  const others = Math.max(0, mean('connectivity') + mean('space'));
  const liquidity = reading.row('cash_USD')[Math.max(0, from - 1)] as number;
  const runway = runway_months(liquidity, Math.max(0, -mean('ai')), others, 0);
  const debt = reading.row('debt_USD')[Math.max(0, from - 1)] as number;
  const equity = section.marketPrice_USD * section.sharesOutstanding;
  // Cash is among the assets that stand behind the debt; they move less than the share does.
  const value = equity + debt;
  const volatility = (section.shareVolatility * equity) / value;
  const drift = (section.costOfCapital_perS + section.inflation_perS) * secondsPerYear;
  const distance = distanceToDefault(value, debt, volatility, drift);
  return {
    runway_months: Number.isFinite(runway) ? runway : null,
    distanceToDefault: Number.isFinite(distance) ? distance : null,
  };
}

/** What an index fund must hold: float-weighted, entering beside what the index held before. */
function indexOf({ section }: Valued): ValueDocument['index'] {
  const float = section.listingPrice_USD * section.sharesOutstanding * section.floatShare;
  const weight = float / (float + section.indexValue_USD);
  const bought = section.indexFunds_USD * weight;
  return { weight, bought_USD: bought, ofFloat: bought / float };
}
