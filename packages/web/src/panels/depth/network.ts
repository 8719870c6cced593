import { total, weightedMean } from '../../months/table.ts';
import type { Depth } from './depth.ts';
import { chart, percent, sides } from './lines.ts';
import { words } from './words.ts';

/** Links: what is offered and what is carried, how long a round trip takes. */
export const networkDepth: Depth = {
  columns: [
    'offeredDown_bps',
    'downCapacity_bps',
    'downShare',
    'deliverableShare',
    'offeredAcross_bps',
    'acrossCapacity_bps',
    'neighbourCapacity_bps',
    'acrossShare',
    'roundTrip_s',
    'stationsBuilt',
    'linkDemand_W',
    'carriedDown_bit',
    'carriedAcross_bit',
    'refused_bit',
  ],
  limits: 'networkLimits',
  headlines: [],
  charts: (input) => {
    const { table } = input;
    const { fleet, ground, ofFleet, mean } = sides(input);
    const said = words().network;
    return [
      chart(
        said.down,
        'b/s',
        [
          [said.capacity, total(table, 'downCapacity_bps')],
          [said.offered, ofFleet('offeredDown_bps')],
        ],
        { fan_of: 'downCapacity_bps' },
      ),
      chart(said.carried, '%', [
        [said.work, percent(mean('deliverableShare', 'offeredDown_bps'))],
        [said.downBits, percent(mean('downShare', 'offeredDown_bps'))],
        [said.acrossBits, percent(mean('acrossShare', 'offeredAcross_bps'))],
      ]),
      chart(said.mesh, 'b/s', [
        [said.capacity, ofFleet('acrossCapacity_bps')],
        [said.offered, ofFleet('offeredAcross_bps')],
      ]),
      chart(said.neighbours, 'b/s', [[said.capacity, ofFleet('neighbourCapacity_bps')]]),
      chart(said.latency, 's', [
        [said.orbit, mean('roundTrip_s')],
        [said.ground, weightedMean(table, 'roundTrip_s', 'inService', ground)],
      ]),
      chart(said.stations, '1', [[said.terminals, total(table, 'stationsBuilt')]]),
      chart(said.power, 'W', [[said.links, total(table, 'linkDemand_W', fleet)]]),
    ];
  },
};
