import { total } from '../../months/table.ts';
import type { Depth } from './depth.ts';
import { chart, perSecond, positive, sides } from './lines.ts';
import { words } from './words.ts';

/** The picture: how often one looks, with how many, what is digested on board. */
export const dataDepth: Depth = {
  columns: [
    'revisit_s',
    'imagers',
    'sensed_bit',
    'digested_bit',
    'sensedDown_bps',
    'sensingDemand_W',
    'sensingWork_FLOPperS',
    'sensingCapacity_FLOPperS',
    'sensing_FLOP',
  ],
  headlines: [],
  charts: (input) => {
    const { table } = input;
    const { ofFleet } = sides(input);
    const said = words().data;
    return [
      chart(said.revisit, 's', [[said.gap, positive(total(table, 'revisit_s'))]], {
        logarithmic: true,
        fan_of: 'revisit_s',
      }),
      chart(said.imagers, '1', [[said.imagersLine, total(table, 'imagers')]]),
      chart(said.bits, 'b/s', [
        [said.sensed, perSecond(table, ofFleet('sensed_bit'))],
        [said.digested, perSecond(table, ofFleet('digested_bit'))],
      ]),
      chart(said.down, 'b/s', [[said.offered, ofFleet('sensedDown_bps')]]),
      chart(said.power, 'W', [[said.asked, ofFleet('sensingDemand_W')]]),
      chart(said.work, 'FLOP/s', [[said.taken, ofFleet('sensingWork_FLOPperS')]]),
    ];
  },
};
