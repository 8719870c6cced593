/** Price of one acquired share in money: what the exchange gives for it. */
export function exchangePrice_USD(ratio: number, acquirerShare_USD: number): number {
  return ratio * acquirerShare_USD;
}

/** What an exchange of shares makes of two companies. */
export interface Exchange {
  readonly acquiredShares: number;
  readonly newShares: number;
  /** Share of the joined company that goes to the acquired one's holders. */
  readonly acquiredHolding: number;
  readonly value_USD: number;
}

/** Terms of an exchange of shares, from values, ratio and price. */
export function exchange(
  acquiredValue_USD: number,
  acquirerValue_USD: number,
  ratio: number,
  acquirerShare_USD: number,
): Exchange {
  const acquiredShares = acquiredValue_USD / exchangePrice_USD(ratio, acquirerShare_USD);
  const newShares = acquiredShares * ratio;
  const oldShares = acquirerValue_USD / acquirerShare_USD;
  return {
    acquiredShares,
    newShares,
    acquiredHolding: newShares / (newShares + oldShares),
    value_USD: valueByExchange_USD(acquiredValue_USD, acquirerValue_USD),
  };
}

/** Value of the joined company by the terms of the exchange: nothing is added by joining. */
export function valueByExchange_USD(acquiredValue_USD: number, acquirerValue_USD: number): number {
  return acquiredValue_USD + acquirerValue_USD;
}

/** Gross proceeds of a listing, with the part of the underwriters' option that was taken. */
export function listingProceeds_USD(shares: number, price_USD: number, greenshoe: number): number {
  return shares * price_USD * (1 + greenshoe);
}
