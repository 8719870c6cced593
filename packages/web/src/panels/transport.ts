import { count, quantity, share, text } from '../format/quantity.ts';
import { at, fleetRows, ratio, total } from '../months/table.ts';
import { chartOf, type PanelInput, type PanelModel, replyTo } from './panel.ts';
import { words } from './words.ts';

export function transportPanel({ table, inOrbit }: PanelInput): PanelModel {
  const fleet = fleetRows(table, inOrbit);
  const mass = total(table, 'launchMass_kg');
  const launches = total(table, 'launches');
  const placed = ratio(total(table, 'placed', fleet), total(table, 'wanted', fleet));
  const said = words().transport;
  return {
    room: 'transport',
    fan_of: 'launchMass_kg',
    title: said.title,
    question: said.question,
    chart: chartOf(said.chart, 'kg', [said.line, mass]),
    answer: (month) => {
      const met = at(placed, month);
      const flown = count(at(launches, month));
      return {
        reply: replyTo(met),
        figure: text(quantity(at(mass, month), 'kg')),
        rest: Number.isFinite(met) ? said.launchedOf(flown, share(Math.min(1, met))) : said.launched(flown),
      };
    },
  };
}
