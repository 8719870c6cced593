import { capitalSchema } from '../../capital/schema.ts';
import { type Holder, multipleAt, stakeOf, type Terms } from '../../capital/value/holders.ts';
import { viewOf } from '../../plan/view.ts';
import { KeyedRandom } from '../../random/philox.ts';
import { labelOf, secondsPerYear } from '../../time/calendar.ts';
import type { Reading } from '../reading.ts';
import { type Spread, spreadOf } from '../spread.ts';
import type { CapitalSection, Valued } from './series.ts';

/** A holder through the events: what the stake is worth over what was put in. */
export interface HolderPath {
  readonly holder: string;
  readonly invested_USD: number;
  readonly shares: number;
  readonly cost_USDpershare: number;
  readonly steps: readonly {
    readonly event: 'exchange' | 'listing' | 'last price';
    readonly month: string;
    readonly price_USD: number;
    readonly value_USD: number;
    readonly multiple: number;
  }[];
  /** Over its cost when it may first sell: the last price on record carried on without drift by its volatility. */
  readonly afterLockUp: { readonly month: string; readonly multiple: Spread };
  /** Over its cost at what the run's flows are worth a share. */
  readonly byFlows: { readonly multiple: Spread };
}

export function holderPaths(valued: Valued, perShare_USD: readonly number[], seed: number): HolderPath[] {
  const { section, reading } = valued;
  const plan = viewOf(reading.plan, 'capital', capitalSchema);
  const prices = lockUpPrices(section, seed, perShare_USD.length);
  return (plan.holders as readonly Holder[]).map((holder) => {
    const stake = stakeOf(holder, termsOf(section));
    const step = (event: HolderPath['steps'][number]['event'], month: number, price_USD: number) => ({
      event,
      month: labelOf(month),
      price_USD,
      value_USD: price_USD * stake.shares,
      multiple: multipleAt(stake, price_USD),
    });
    return {
      holder: holder.name,
      invested_USD: holder.invested_USD,
      ...stake,
      steps: [
        step('exchange', exchangeMonth, section.acquirerShare_USD / section.splitPieces),
        step('listing', section.listingMonth, section.listingPrice_USD),
        step('last price', section.marketPriceMonth, section.marketPrice_USD),
      ],
      afterLockUp: {
        month: labelOf(lockUpEnd(section)),
        multiple: spreadOf(prices.map((price) => multipleAt(stake, price))),
      },
      byFlows: { multiple: spreadOf(perShare_USD.map((price) => multipleAt(stake, price))) },
    };
  });
}

/** February 2026, in months since 2026-01. */
const exchangeMonth = 1;

export function termsOf(section: CapitalSection): Terms {
  return {
    acquiredValue_USD: section.acquiredValue_USD,
    acquirerValue_USD: section.acquirerValue_USD,
    acquirerShare_USD: section.acquirerShare_USD,
    splitPieces: section.splitPieces,
  };
}

function lockUpEnd(section: CapitalSection): number {
  return section.listingMonth + Math.ceil((section.lockUp_s / secondsPerYear) * 12);
}

/** Prices when the lock-up ends: lognormal about the last on record, which is the median. */
export function lockUpPrices(section: CapitalSection, seed: number, samples: number): number[] {
  const random = new KeyedRandom(seed, 'lock-up');
  const years = Math.max(0, lockUpEnd(section) - section.marketPriceMonth) / 12;
  const sigma = section.shareVolatility * Math.sqrt(years);
  return Array.from(
    { length: samples },
    (_, sample) => section.marketPrice_USD * Math.exp(sigma * random.normal(sample, 0)),
  );
}

/** The holder of the acquired company whose stake is worth least over its cost, at the median price of the lock-up's end. */
export function worstHolder(
  reading: Reading,
): { name: string; multiple: number; cost_USD: number; price_USD: number } | undefined {
  const { section, holders } = viewOf(reading.plan, 'capital', capitalSchema);
  const price_USD = section.marketPrice_USD;
  const outcomes = (holders as readonly Holder[])
    .filter((holder) => holder.of === 'acquired')
    .map((holder) => {
      const stake = stakeOf(holder, termsOf(section));
      const multiple = multipleAt(stake, price_USD);
      return { name: holder.name, multiple, cost_USD: stake.cost_USDpershare, price_USD };
    });
  return outcomes.sort((left, right) => left.multiple - right.multiple)[0];
}
