import { quantity, share, text } from '../format/quantity.ts';
import { at, fleetRows, total, weightedMean } from '../months/table.ts';
import { chartOf, type PanelInput, type PanelModel, replyTo } from './panel.ts';
import { words } from './words.ts';

export function energyPanel({ table, inOrbit }: PanelInput): PanelModel {
  const fleet = fleetRows(table, inOrbit);
  const power = total(table, 'powerToCompute_W', fleet);
  const granted = weightedMean(table, 'powerShare', 'powerToCompute_W', fleet);
  const said = words().energy;
  return {
    room: 'energy',
    fan_of: 'powerToCompute_W',
    title: said.title,
    question: said.question,
    chart: chartOf(said.chart, 'W', [said.line, power]),
    answer: (month) => ({
      reply: replyTo(at(granted, month)),
      figure: text(quantity(at(power, month), 'W')),
      rest: Number.isFinite(at(granted, month)) ? said.reachOf(share(at(granted, month))) : said.reach,
    }),
  };
}
