import { quantity, text } from '../format/quantity.ts';
import { at, total } from '../months/table.ts';
import { type Answer, chartOf, type PanelInput, type PanelModel, type Reply } from './panel.ts';

export function capitalPanel({ table }: PanelInput): PanelModel {
  const cash = total(table, 'cash_USD');
  const needed = total(table, 'capitalNeeded_USD');
  const insolvent = total(table, 'insolvent');
  return {
    room: 'capital',
    title: 'Capital',
    question: 'Do we have the cash?',
    chart: chartOf('Cash', 'USD', ['cash', cash], ['outside capital', anyOf(needed)]),
    answer: (month): Answer => {
      const outside = at(needed, month);
      const broke = at(insolvent, month) === 1;
      return {
        reply: reply(at(cash, month), outside, broke),
        figure: text(quantity(at(cash, month), 'USD')),
        rest: broke ? 'on hand and nothing left to borrow' : onHand(outside),
      };
    },
  };
}

function onHand(outside_USD: number): string {
  if (!(outside_USD > 0)) return 'on hand, with nothing but its own raises';
  return `on hand after ${text(quantity(outside_USD, 'USD'))} of capital from outside`;
}

function reply(cash_USD: number, outside_USD: number, broke: boolean): Reply {
  if (!Number.isFinite(cash_USD)) return 'unknown';
  return broke || cash_USD < 0 || outside_USD > 0 ? 'no' : 'yes';
}

/** A line at zero says nothing and hides the other. */
function anyOf(series: Float64Array | undefined): Float64Array | undefined {
  return series?.some((value) => value > 0) ? series : undefined;
}
