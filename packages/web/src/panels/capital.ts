import { quantity, text } from '../format/quantity.ts';
import { at, total } from '../months/table.ts';
import { type Answer, chartOf, type PanelInput, type PanelModel, type Reply } from './panel.ts';
import { words } from './words.ts';

export function capitalPanel({ table }: PanelInput): PanelModel {
  const cash = total(table, 'cash_USD');
  const needed = total(table, 'capitalNeeded_USD');
  const insolvent = total(table, 'insolvent');
  const fundable = total(table, 'fundable');
  const said = words().capital;
  return {
    room: 'capital',
    fan_of: 'cash_USD',
    title: said.title,
    question: said.question,
    chart: chartOf(said.chart, 'USD', [said.line, cash], [said.other, anyOf(needed)]),
    answer: (month): Answer => {
      const state: Books = {
        cash_USD: at(cash, month),
        outside_USD: at(needed, month),
        broke: at(insolvent, month) === 1,
        heldBack: at(fundable, month) === 0,
      };
      return { reply: reply(state), figure: text(quantity(state.cash_USD, 'USD')), rest: rest(state) };
    },
  };
}

interface Books {
  readonly cash_USD: number;
  readonly outside_USD: number;
  readonly broke: boolean;
  /** Cash held back what was to be built. */
  readonly heldBack: boolean;
}

function rest({ outside_USD, broke, heldBack }: Books): string {
  const said = words().capital;
  if (broke) return said.broke;
  if (outside_USD > 0) return said.outside(text(quantity(outside_USD, 'USD')));
  return heldBack ? said.waits : said.own;
}

function reply({ cash_USD, outside_USD, broke, heldBack }: Books): Reply {
  if (!Number.isFinite(cash_USD)) return 'unknown';
  return broke || heldBack || cash_USD < 0 || outside_USD > 0 ? 'no' : 'yes';
}

/** A line at zero says nothing and hides the other. */
function anyOf(series: Float64Array | undefined): Float64Array | undefined {
  return series?.some((value) => value > 0) ? series : undefined;
}
