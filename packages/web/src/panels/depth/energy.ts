import type { Depth } from './depth.ts';
import { chart, extreme, percent, perSecond, rowsOf, sides } from './lines.ts';
import { words } from './words.ts';

/** Watts: asked for and granted, when the Sun is away longest, what is hottest, how deep batteries go. */
export const energyDepth: Depth = {
  columns: [
    'powerToCompute_W',
    'chipDemand_W',
    'powerShare',
    'powerPerNewUnit_W',
    'sunlitShare',
    'panelYield_s',
    'junctionWorst_K',
    'junctionLimit_K',
    'batteryDepth',
    'generated_J',
    'chipEnergy_J',
    'linkEnergy_J',
    'housekeeping_J',
    'conversionLoss_J',
    'curtailed_J',
    'heatRejected_J',
    'waterUsed_kg',
  ],
  limits: 'energyLimits',
  headlines: ['fleet.powerToCompute_W', 'kardashev.fleet', 'kardashev.mankind'],
  charts: (input) => {
    const { table } = input;
    const { fleet, ofFleet, mean } = sides(input);
    const said = words().energy;
    const power = (name: string) => perSecond(table, ofFleet(name));
    return [
      chart(
        said.power,
        'W',
        [
          [said.granted, ofFleet('powerToCompute_W')],
          [said.asked, ofFleet('chipDemand_W')],
        ],
        { fan_of: 'powerToCompute_W' },
      ),
      chart(said.byHost, 'W', rowsOf(table, 'powerToCompute_W', fleet)),
      chart(
        said.sun,
        '%',
        [
          [said.mean, percent(mean('sunlitShare'))],
          [said.darkest, percent(extreme(input, 'sunlitShare', fleet, Math.min))],
        ],
        { floating: true },
      ),
      chart(said.granting, '%', [[said.granted, percent(mean('powerShare', 'chipDemand_W'))]], {
        floating: true,
      }),
      chart(
        said.junction,
        'K',
        [
          [said.hottest, extreme(input, 'junctionWorst_K', fleet, Math.max)],
          [said.limit, extreme(input, 'junctionLimit_K', fleet, Math.min)],
        ],
        { floating: true },
      ),
      chart(said.battery, '%', [[said.deepest, percent(extreme(input, 'batteryDepth', fleet, Math.max))]]),
      chart(said.goes, 'W', [
        [said.chips, power('chipEnergy_J')],
        [said.unasked, power('curtailed_J')],
        [said.losses, power('conversionLoss_J')],
        [said.housekeeping, power('housekeeping_J')],
        [said.links, power('linkEnergy_J')],
      ]),
      chart(said.unit, 'W', rowsOf(table, 'powerPerNewUnit_W', fleet), { floating: true }),
    ];
  },
};
