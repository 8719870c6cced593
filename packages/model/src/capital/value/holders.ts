import type { EntryOf } from '../../plan/attribute.ts';
import type { holderRows } from './schema.ts';

export type Holder = EntryOf<typeof holderRows>;

/** Terms that carry a stake from its round to today. */
export interface Terms {
  /** Values by the exchange, and the acquirer's share price in it. */
  readonly acquiredValue_USD: number;
  readonly acquirerValue_USD: number;
  readonly acquirerShare_USD: number;
  readonly splitPieces: number;
}

export interface Stake {
  /** Shares of the joined company, after all splits. */
  readonly shares: number;
  /** Money put in, over those shares. */
  readonly cost_USDpershare: number;
}

/** A stake in shares of the joined company, by the terms of the exchange. */
export function stakeOf(holder: Holder, terms: Terms): Stake {
  const part = (holder.invested_USD / holder.valuation_USD) * (1 - holder.diluted);
  const company_USD = holder.of === 'acquired' ? terms.acquiredValue_USD : terms.acquirerValue_USD;
  const shares = ((part * company_USD) / terms.acquirerShare_USD) * terms.splitPieces;
  return { shares, cost_USDpershare: holder.invested_USD / shares };
}

/** A stake over its cost at a price of the share. */
export function multipleAt(stake: Stake, price_USD: number): number {
  return price_USD / stake.cost_USDpershare;
}
