import { quantity, share, text } from '../format/quantity.ts';
import { at, total, weightedMean } from '../months/table.ts';
import { chartOf, type PanelInput, type PanelModel, replyTo } from './panel.ts';

export function networkPanel({ table, inOrbit }: PanelInput): PanelModel {
  const carried = weightedMean(table, 'deliverableShare', 'offeredDown_bps');
  const capacity = total(table, 'downCapacity_bps');
  const offered = total(table, 'offeredDown_bps', inOrbit);
  return {
    room: 'network',
    title: 'Network',
    question: 'Do we have the links?',
    chart: chartOf('Orbit to ground', 'b/s', ['capacity', capacity], ['offered', offered]),
    answer: (month) => ({
      reply: replyTo(at(carried, month)),
      figure: share(at(carried, month)),
      rest: `of the work is fed and heard by links; room for ${text(quantity(at(capacity, month), 'b/s'))} down`,
    }),
  };
}
