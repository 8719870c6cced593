import { type Segment, segments } from '../../flows/port.ts';

/**
 * Double entry in whole cents. A cent is a number without a fraction; sums of them are exact up to 9·10¹⁵ cents,
 * 90 T$. What is posted is rounded once, on entry; the balance then holds to the cent or something is wrong.
 */
export type Cents = number;

export function cents(amount_USD: number): Cents {
  // Adding zero takes the sign off a rounded −0.
  return Math.round(amount_USD * 100) + 0;
}

/** What a segment did in a month. */
export interface SegmentFlows {
  readonly revenue: Cents;
  /** Without depreciation. */
  readonly operatingCost: Cents;
  readonly depreciation: Cents;
  readonly capitalSpending: Cents;
}

/** All that a month posts. */
export interface MonthFlows {
  readonly segments: { readonly [S in Segment]: SegmentFlows };
  /** Sold by one segment to another: revenue of the one, operating cost of the other, neither of the whole. */
  readonly intercompany: Cents;
  readonly interestPaid: Cents;
  readonly interestEarned: Cents;
  readonly tax: Cents;
  readonly borrowed: Cents;
  readonly repaid: Cents;
  readonly sharesSold: Cents;
  /** Cash that the filed flows do not explain: held as an item of its own until somebody can say what it is. */
  readonly unexplained: Cents;
}

/** What is owned and owed at the end of a month. */
export interface Balance {
  readonly cash: Cents;
  readonly plant: { readonly [S in Segment]: Cents };
  readonly debt: Cents;
  readonly unexplained: Cents;
  readonly paidIn: Cents;
  readonly retained: Cents;
}

/** Opening balance: what holders have paid in and kept is what assets exceed debt by, since no filing at hand splits it. */
export function openingBalance(cash: Cents, plant: Balance['plant'], debt: Cents): Balance {
  return { cash, plant, debt, unexplained: 0, paidIn: cash + plantOf(plant) - debt, retained: 0 };
}

export function plantOf(plant: Balance['plant']): Cents {
  return segments.reduce((sum, segment) => sum + plant[segment], 0);
}

/** Assets less debt, other items and equity; zero when the balance holds. */
export function imbalance(balance: Balance): Cents {
  const { cash, plant, debt, unexplained, paidIn, retained } = balance;
  return cash + plantOf(plant) - debt - unexplained - paidIn - retained;
}

/** A flow of the whole: the segments' sum, without what they sold one another. */
export function sumOf(flows: MonthFlows, flow: keyof SegmentFlows): Cents {
  const sum = segments.reduce((total, segment) => total + flows.segments[segment][flow], 0);
  return flow === 'revenue' || flow === 'operatingCost' ? sum - flows.intercompany : sum;
}

/** Result of a month after interest and tax. */
export function netIncome(flows: MonthFlows): Cents {
  const operating = sumOf(flows, 'revenue') - sumOf(flows, 'operatingCost') - sumOf(flows, 'depreciation');
  return operating - flows.interestPaid + flows.interestEarned - flows.tax;
}

/** What a month changes in cash, by the three activities of a cash flow statement. */
export interface CashFlow {
  readonly operating: Cents;
  readonly investing: Cents;
  readonly financing: Cents;
  readonly unexplained: Cents;
}

export function cashFlow(flows: MonthFlows): CashFlow {
  return {
    operating: netIncome(flows) + sumOf(flows, 'depreciation'),
    investing: -sumOf(flows, 'capitalSpending'),
    financing: flows.borrowed - flows.repaid + flows.sharesSold,
    unexplained: flows.unexplained,
  };
}

/** The balance after a month. Each side is moved by its own entries; that they meet is checked, not made. */
export function post(before: Balance, flows: MonthFlows): Balance {
  const { operating, investing, financing, unexplained } = cashFlow(flows);
  const plant = Object.fromEntries(
    segments.map((segment) => {
      const { capitalSpending, depreciation } = flows.segments[segment];
      return [segment, before.plant[segment] + capitalSpending - depreciation];
    }),
  ) as { [S in Segment]: Cents };
  return {
    cash: before.cash + operating + investing + financing + unexplained,
    plant,
    debt: before.debt + flows.borrowed - flows.repaid,
    unexplained: before.unexplained + flows.unexplained,
    paidIn: before.paidIn + flows.sharesSold,
    retained: before.retained + netIncome(flows),
  };
}
