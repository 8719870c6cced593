import type { Books, Period } from '@kardashev/contracts/books.ts';
import type { Cost, CostSide } from '@kardashev/contracts/cost.ts';
import type { Funding } from '@kardashev/contracts/run.ts';
import type { Value } from '@kardashev/contracts/value.ts';
import type { BooksDocument } from '@kardashev/model/study/books-document.ts';
import type { BooksPeriod } from '@kardashev/model/study/books-period.ts';
import type { CostByMonth, CostSide as ModelSide } from '@kardashev/model/study/cost-by-month.ts';
import type { FiledQuarter } from '@kardashev/model/study/filed-quarters.ts';
import type { ValueDocument } from '@kardashev/model/study/value/document.ts';
import { labelOf } from '@kardashev/model/time/calendar.ts';

type Series = readonly (number | null)[];

/** Seven digits are more than a chart or a table shows. */
const short = (values: Series) =>
  values.map((value) => (value === null ? null : Number(value.toPrecision(7))));

export function costAnswer(run: string, funding: Funding, document: CostByMonth): Cost {
  const { months, crossover, why, orbit, ground, each } = document;
  return {
    run,
    funding,
    months: [...months],
    crossover,
    why,
    orbit: orbit && sideAnswer(orbit),
    ground: ground && sideAnswer(ground),
    each: each.map((one) => ({ ...one, USDperPFLOPday: short(one.USDperPFLOPday) })),
  };
}

function sideAnswer(side: ModelSide): CostSide {
  return {
    ...side,
    USDperPFLOPday: short(side.USDperPFLOPday),
    USDperMtokens: short(side.USDperMtokens),
    USDperMWh: short(side.USDperMWh),
    USDperW: short(side.USDperW),
    USDperkWyear: short(side.USDperkWyear),
    parts: side.parts.map(({ name, share }) => ({ name, share: short(share) })),
  };
}

/** Books with what was filed beside quarters that the run modelled. */
export function booksAnswer(
  run: string,
  funding: Funding,
  { years, quarters, checks, assumed }: BooksDocument,
  filed: readonly FiledQuarter[],
): Books {
  const filedIn = (name: string) => filed.find(({ quarter }) => quarter === name)?.segments;
  return {
    run,
    funding,
    years: years.map(({ year, ...period }) => periodAnswer(String(year), period)),
    quarters: quarters.map(({ quarter, ...period }) => {
      const beside = period.basis === 'modelled' ? filedIn(quarter) : undefined;
      return { ...periodAnswer(quarter, period), ...(beside ? { filed: beside } : {}) };
    }),
    checks,
    assumed: assumed.map((entry) => ({ ...entry })),
  };
}

const periodAnswer = (name: string, period: BooksPeriod): Period => ({ period: name, ...period });

export function valueAnswer(run: string, funding: Funding, document: ValueDocument): Value {
  const { market, holders, stability, joining, crossHoldings } = document;
  return {
    run,
    funding,
    samples: document.samples,
    month: document.month,
    enterprise_USD: document.enterprise_USD,
    equity_USD: document.equity_USD,
    perShare_USD: document.perShare_USD,
    parts: document.parts,
    market: { ...market, month: labelOf(market.month) },
    holders: holders.map(({ holder, invested_USD, cost_USDpershare, steps, afterLockUp, byFlows }) => ({
      holder,
      invested_USD,
      cost_USDpershare,
      steps: steps.map(({ event, month, multiple }) => ({ event, month, multiple })),
      afterLockUp,
      byFlows,
    })),
    crossHoldings: { gross: crossHoldings.gross, net: crossHoldings.net, double: crossHoldings.double },
    stability: [...stability],
    breaks: document.breaks,
    joining: joining?.map(({ month, worth_USD }) => ({ month, worth_USD })) ?? null,
    credit: document.credit,
    index: document.index,
  };
}
