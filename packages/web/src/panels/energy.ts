import { quantity, share, text } from '../format/quantity.ts';
import { at, fleetRows, total, weightedMean } from '../months/table.ts';
import { chartOf, type PanelInput, type PanelModel, replyTo } from './panel.ts';

export function energyPanel({ table, inOrbit }: PanelInput): PanelModel {
  const fleet = fleetRows(table, inOrbit);
  const power = total(table, 'powerToCompute_W', fleet);
  const granted = weightedMean(table, 'powerShare', 'powerToCompute_W', fleet);
  return {
    room: 'energy',
    title: 'Energy',
    question: 'Do we have the watts?',
    chart: chartOf('Power to compute', 'W', ['to compute', power]),
    answer: (month) => ({
      reply: replyTo(at(granted, month)),
      figure: text(quantity(at(power, month), 'W')),
      rest: Number.isFinite(at(granted, month))
        ? `reach the chips, ${share(at(granted, month))} of what was asked for`
        : 'reach the chips',
    }),
  };
}
