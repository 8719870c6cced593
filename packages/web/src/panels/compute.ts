import { quantity, share } from '../format/quantity.ts';
import { at, ratio, total } from '../months/table.ts';
import { chartOf, type PanelInput, type PanelModel, replyTo } from './panel.ts';

export function computePanel({ table }: PanelInput): PanelModel {
  const tokens = total(table, 'tokens_perS');
  const met = ratio(total(table, 'work_FLOPperS'), total(table, 'demand_FLOPperS'));
  return {
    room: 'compute',
    title: 'Compute',
    question: 'Do we have the tokens?',
    chart: chartOf('Tokens for users', '/s', ['tokens', tokens]),
    answer: (month) => {
      const { number, unit } = quantity(at(tokens, month), '1');
      const bought = at(met, month);
      return {
        reply: replyTo(bought),
        figure: `${number}\u00a0${unit} tokens/s`,
        rest: Number.isFinite(bought)
          ? `generated, ${share(Math.min(1, bought))} of the work the market buys`
          : 'generated for users',
      };
    },
  };
}
