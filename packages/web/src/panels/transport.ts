import { count, quantity, share, text } from '../format/quantity.ts';
import { at, fleetRows, ratio, total } from '../months/table.ts';
import { chartOf, type PanelInput, type PanelModel, replyTo } from './panel.ts';

export function transportPanel({ table, inOrbit }: PanelInput): PanelModel {
  const fleet = fleetRows(table, inOrbit);
  const mass = total(table, 'launchMass_kg');
  const launches = total(table, 'launches');
  const placed = ratio(total(table, 'placed', fleet), total(table, 'wanted', fleet));
  return {
    room: 'transport',
    title: 'Transport',
    question: 'Do we have the tonnes?',
    chart: chartOf('Mass to orbit each month', 'kg', ['to orbit', mass]),
    answer: (month) => {
      const met = at(placed, month);
      const how = `to orbit in ${count(at(launches, month))} launches`;
      return {
        reply: replyTo(met),
        figure: text(quantity(at(mass, month), 'kg')),
        rest: Number.isFinite(met) ? `${how}, ${share(Math.min(1, met))} of what was wanted` : how,
      };
    },
  };
}
