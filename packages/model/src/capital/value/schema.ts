import { month, number, type Rows, share, word } from '../../plan/attribute.ts';

const positive = { positive: true };

/** What a valuation takes beside the flows of a run. */
export const valueRows = {
  exitMultipleSpace: number(
    'Enterprise value of Space over its earnings before interest, tax and depreciation, at the end of the plan.',
    positive,
  ),
  exitMultipleConnectivity: number('The same of Connectivity.', positive),
  exitMultipleAi: number('The same of AI.', positive),
  salesMultipleSpace: number(
    'Enterprise value of Space over the revenue of the year ahead, by comparison.',
    positive,
  ),
  salesMultipleConnectivity: number('The same of Connectivity.', positive),
  salesMultipleAi: number('The same of AI.', positive),
  cashFlowWeight: share('Weight of discounted cash flow against multiples of revenue.'),
  flowScatter: number(
    "Scatter of a segment's earnings about the run, σ of their logarithm; grown in full by the end of the plan.",
    { min: 0, max: 2 },
  ),
  valueCorrelation: share(
    "Correlation of the segments' fortunes, their multiples and the price of the share.",
  ),
  sharesOutstanding: number('Shares after the listing, its greenshoe and all splits.', positive),
  splitPieces: number("Shares that one of the exchange's became before the listing.", positive),
  marketPrice_USD: number('Last price of the share on record.', positive),
  marketPriceMonth: month('Month of that price.'),
  shareVolatility: number("Volatility of the share's price, a square root of a year.", { min: 0, max: 3 }),
  lockUp_s: number('Time after the listing in which holders from before may not sell.', { min: 0 }),
  gainToCash: share(
    'κ: share of a gain in value that can be turned into cash by issuance and secondary sales.',
  ),
  floatShare: share('Share of the shares that could be traded at the listing.', positive),
  indexValue_USD: number(
    'Value of the index that took the share in, by its own weighting, before it entered.',
    positive,
  ),
  indexFunds_USD: number('Money in funds that hold that index.', { min: 0 }),
} as const satisfies Rows;

/** Somebody who put money in before the exchange. */
export const holderRows = {
  of: word('Whose shares were bought.', ['acquired', 'acquirer']),
  invested_USD: number('Money put in, nominal.', positive),
  valuation_USD: number('Value of the whole company at that round, the money within.', positive),
  entered: month('Month of the round.'),
  diluted: share('Share of the stake that later rounds took before the exchange.'),
  value_USD: number("The holder's own market value, stake within; 0 where it is not listed.", { min: 0 }),
} as const satisfies Rows;
