import type { Books, Period, SegmentPeriod } from '@kardashev/contracts/books.ts';
import type { Cost, CostSide } from '@kardashev/contracts/cost.ts';
import type { Value } from '@kardashev/contracts/value.ts';
import type { When } from '@kardashev/contracts/when.ts';
import type { Work } from '@kardashev/contracts/work.ts';
import { syntheticRuns } from './fixture.ts';

/** SYNTHETIC money of the synthetic runs: of the right form, computed by no model. Never part of the built page. */

const side = (months: number, base: number, parts: Readonly<Record<string, number>>): CostSide => {
  const falling = (factor: number) =>
    Array.from({ length: months }, (_, month) => factor * base * (0.2 + Math.exp(-month / 40)));
  return {
    USDperPFLOPday: falling(1),
    USDperMtokens: falling(0.003),
    USDperMWh: falling(40),
    USDperW: falling(2),
    USDperkWyear: falling(400),
    parts: Object.entries(parts).map(([name, share]) => ({ name, share: Array(months).fill(share) })),
    chips: 'inside',
    energy: 'delivered',
    costOfCapital_perYear: 0.09,
  };
};

async function cost(run: string): Promise<Cost | undefined> {
  const labels = (await syntheticRuns.months(run))?.labels;
  if (!labels) return undefined;
  const orbit = side(labels.length, 66, { chips: 0.6, satellite: 0.2, launch: 0.15, waiting: 0.05 });
  // In the first months a unit in orbit would deliver nothing.
  const late = orbit.USDperPFLOPday.map((value, month) => (month < 12 ? null : value));
  return {
    run,
    funding: 'as-needed',
    months: labels,
    crossover: null,
    why: null,
    orbit: { ...orbit, USDperPFLOPday: late },
    ground: side(labels.length, 40, { chips: 0.55, building: 0.25, energy: 0.19, water: 0.01 }),
    each: [
      { name: 'low-30', kind: 'orbit', USDperPFLOPday: late },
      { name: 'memphis', kind: 'ground', USDperPFLOPday: labels.map(() => 30) },
    ],
  };
}

const segment = (revenue: number): SegmentPeriod => ({
  revenue_USD: revenue,
  operatingCost_USD: revenue * 0.6,
  depreciation_USD: revenue * 0.1,
  operatingIncome_USD: revenue * 0.3,
  capitalSpending_USD: revenue * 0.9,
  freeCash_USD: revenue * -0.5,
});
const segments = (size: number) => ({
  space: segment(size * 1e9),
  connectivity: segment(size * 3e9),
  ai: segment(size * 2e9),
});

const period = (name: string, size: number, basis: Period['basis']): Period => ({
  period: name,
  basis,
  segments: segments(size),
  income: {
    revenue_USD: size * 6e9,
    intercompany_USD: 0,
    operatingIncome_USD: size * 1.8e9,
    interestPaid_USD: 1e8,
    interestEarned_USD: 2e8,
    tax_USD: 3e8,
    netIncome_USD: size * 1.8e9 - 2e8,
  },
  balance: {
    cash_USD: 2e10,
    plant_USD: 5e10,
    assets_USD: 7e10,
    debt_USD: 3e10,
    unexplained_USD: 0,
    paidIn_USD: 4e10,
    retained_USD: 0,
    equity_USD: 4e10,
  },
  cash: {
    opening_USD: basis === 'filed' ? null : 2e10,
    operating_USD: size * 1e9,
    investing_USD: size * -1e9,
    financing_USD: 0,
    unexplained_USD: 0,
    closing_USD: 2e10,
  },
});

async function books(run: string): Promise<Books | undefined> {
  if (!(await syntheticRuns.verdict(run))) return undefined;
  const years = Array.from({ length: 20 }, (_, year) => period(String(2026 + year), 1 + year, 'modelled'));
  const quarters = [
    period('2026-Q1', 0.2, 'filed'),
    { ...period('2026-Q2', 0.25, 'modelled'), filed: segments(0.3) },
  ];
  return {
    run,
    funding: 'as-needed',
    years: [period('2025', 0.8, 'filed'), ...years],
    quarters,
    checks: { balanced: true, cents: true, months: 240, cashAgainstRun_USD: 0.1 },
    assumed: [{ path: 'capital.openingDebt', text: '29.1 GUSD', note: 'Made up.' }],
  };
}

const spread = (p50: number) => ({
  mean: p50,
  sd: p50 / 2,
  p5: -p50 / 4,
  p25: p50 / 2,
  p50,
  p75: p50 * 1.5,
  p95: p50 * 2,
});

async function value(run: string): Promise<Value | undefined> {
  const labels = (await syntheticRuns.months(run))?.labels;
  if (!labels) return undefined;
  return {
    run,
    funding: 'books',
    samples: 4000,
    month: '2026-07',
    enterprise_USD: spread(8e11),
    equity_USD: spread(8.5e11),
    perShare_USD: spread(65),
    parts: { space: spread(1e10), connectivity: spread(3e11), ai: spread(5e11) },
    market: { month: '2026-09', price_USD: 149.74, value_USD: 1.96e12 },
    holders: [
      {
        holder: 'first-round',
        invested_USD: 6e9,
        cost_USDpershare: 18,
        steps: [
          { event: 'exchange', month: '2026-02', multiple: 5.7 },
          { event: 'listing', month: '2026-06', multiple: 7.3 },
          { event: 'last price', month: '2026-09', multiple: 8.1 },
        ],
        afterLockUp: { month: '2026-12', multiple: spread(8) },
        byFlows: { multiple: spread(3) },
      },
    ],
    crossHoldings: { gross: 3e12, net: 2.9e12, double: 1e11 },
    stability: labels.map((month, index) => ({
      month,
      S: index < 6 ? null : 1.5 + Math.sin(index / 20),
      regime: index < 6 ? 'hedge' : 'speculative',
    })),
    breaks: '2033-02',
    joining: null,
    credit: { runway_months: 179, distanceToDefault: 6 },
    index: { weight: 0.002, bought_USD: 1.4e9, ofFloat: 0.02 },
  };
}

const threshold = (assumption: string, factor: number | null) => ({
  assumption,
  paths: [`synthetic.${assumption}`],
  factor,
  tried: 0.01,
  ratioThere: factor === null ? 2.4 : 0.6,
  now: 28,
  needed: factor === null ? null : 28 * factor,
  unit: 'USD/W',
  withinRange: factor === null ? null : false,
});

/** Work that takes a few looks, for whoever asks. */
export function synthetics<D>(answer: D) {
  let left: number | undefined;
  const of = (state: Work['state'], done: number): Work => ({ state, done, total: 4, trouble: null });
  return {
    start: () => {
      left ??= 4;
    },
    cancel: () => {
      left = undefined;
    },
    look: (): { work: Work; answer: D | null } => {
      if (left === undefined) return { work: { ...of('none', 0), total: 0 }, answer: null };
      left = Math.max(0, left - 1);
      return left === 0
        ? { work: of('finished', 4), answer }
        : { work: of('running', 4 - left), answer: null };
    },
  };
}

/** What `createServer` takes for money, made up; each has its own work. */
export function syntheticMoney() {
  const work = synthetics<When['answer']>({
    ratio: 3.1,
    thresholds: [threshold('chips', null), threshold('launch', 0.05)],
    ratioAtBest: 0.9,
  });
  const told = async (run: string, month: string): Promise<When> => ({ run, month, ...work.look() });
  return {
    cost,
    books,
    value,
    when: {
      look: told,
      start: (run: string, month: string) => {
        work.start();
        return told(run, month);
      },
      cancel: (run: string, month: string) => {
        work.cancel();
        return told(run, month);
      },
    },
  };
}
