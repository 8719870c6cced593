import { quantity, share } from '../format/quantity.ts';
import { at, ratio, total } from '../months/table.ts';
import { chartOf, type PanelInput, type PanelModel, replyTo } from './panel.ts';
import { words } from './words.ts';

export function computePanel({ table }: PanelInput): PanelModel {
  const tokens = total(table, 'tokens_perS');
  const met = ratio(total(table, 'work_FLOPperS'), total(table, 'demand_FLOPperS'));
  const said = words().compute;
  return {
    room: 'compute',
    fan_of: 'tokens_perS',
    title: said.title,
    question: said.question,
    chart: chartOf(said.chart, '/s', [said.line, tokens]),
    answer: (month) => {
      const { number, unit } = quantity(at(tokens, month), '1');
      const bought = at(met, month);
      return {
        reply: replyTo(bought),
        figure: `${number}\u00a0${unit} ${said.unit}`,
        rest: Number.isFinite(bought) ? said.generatedOf(share(Math.min(1, bought))) : said.generated,
      };
    },
  };
}
