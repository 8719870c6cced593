import { quantity, share, text } from '../format/quantity.ts';
import { at, total, weightedMean } from '../months/table.ts';
import { chartOf, type PanelInput, type PanelModel, replyTo } from './panel.ts';
import { words } from './words.ts';

export function networkPanel({ table, inOrbit }: PanelInput): PanelModel {
  const carried = weightedMean(table, 'deliverableShare', 'offeredDown_bps');
  const capacity = total(table, 'downCapacity_bps');
  const offered = total(table, 'offeredDown_bps', inOrbit);
  const said = words().network;
  return {
    room: 'network',
    fan_of: 'downCapacity_bps',
    title: said.title,
    question: said.question,
    chart: chartOf(said.chart, 'b/s', [said.capacity, capacity], [said.offered, offered]),
    answer: (month) => ({
      reply: replyTo(at(carried, month)),
      figure: share(at(carried, month)),
      rest: said.carried(text(quantity(at(capacity, month), 'b/s'))),
    }),
  };
}
