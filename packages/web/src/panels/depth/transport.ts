import { ratio, total } from '../../months/table.ts';
import type { Depth } from './depth.ts';
import { chart, percent, rowsOf, shareOf, sides } from './lines.ts';
import { words } from './words.ts';

/** Tonnes: launches by vehicle, what the factory makes, what is lost, what it costs. */
export const transportDepth: Depth = {
  columns: [
    'launches',
    'launchMass_kg',
    'grounded',
    'wanted',
    'begun',
    'built',
    'placed',
    'inService',
    'failed',
    'retired',
    'reentries_perS',
    'massInOrbit_kg',
    'massWaiting_kg',
    'massLostOnAscent_kg',
    'wait_s',
    'launchCost_USD2026perkg',
    'launchMean_USD2026perkg',
  ],
  limits: 'transportLimits',
  headlines: ['fleet.satellites_peak', 'fleet.satellites_end', 'fleet.massInOrbit_kg'],
  charts: (input) => {
    const { table, inOrbit } = input;
    const { ofFleet } = sides(input);
    const said = words().transport;
    const perLaunch = rowsOf(table, 'launchMass_kg').map(
      ([row, mass]) =>
        [
          row,
          ratio(
            mass,
            total(table, 'launches', (each) => each === row),
          ),
        ] as const,
    );
    return [
      chart(said.mass, 'kg', [[said.toOrbit, total(table, 'launchMass_kg')]], { fan_of: 'launchMass_kg' }),
      chart(said.byVehicle, '1', rowsOf(table, 'launches')),
      chart(said.payload, 'kg', perLaunch),
      chart(said.factory, '1', [
        [said.built, ofFleet('built')],
        [said.begun, ofFleet('begun')],
        [said.placed, ofFleet('placed')],
      ]),
      chart(said.met, '%', [[said.placedOfWanted, shareOf(ofFleet('placed'), ofFleet('wanted'))]]),
      chart(said.fleet, '1', [[said.inService, total(table, 'inService', inOrbit)]], {
        fan_of: 'satellites',
      }),
      chart(said.losses, '1', [
        [said.retired, ofFleet('retired')],
        [said.failed, ofFleet('failed')],
      ]),
      chart(
        said.cost,
        'USD',
        [
          [said.meanCost, total(table, 'launchMean_USD2026perkg')],
          [said.marginalCost, total(table, 'launchCost_USD2026perkg')],
        ],
        { logarithmic: true },
      ),
      chart(
        said.grounded,
        '%',
        rowsOf(table, 'grounded').map(([row, values]) => [row, percent(values)]),
      ),
    ];
  },
};
