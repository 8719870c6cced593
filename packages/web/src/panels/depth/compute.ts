import { ratio, total } from '../../months/table.ts';
import type { Depth } from './depth.ts';
import { chart, positive, rowsOf, shareOf, sides } from './lines.ts';
import { words } from './words.ts';

/** Tokens: work delivered and to whom, what becomes of the peak, how long the large run takes. */
export const computeDepth: Depth = {
  columns: [
    'delivered_FLOPperS',
    'work_FLOPperS',
    'demand_FLOPperS',
    'deliverable_FLOPperS',
    'tokens_perS',
    'trainingRun_s',
    'groundTrainingRun_s',
    'jointTraining_FLOPperS',
    'trainingElasticity',
    'installed_FLOPperS',
    'installed_FLOP',
    'useful_FLOP',
    'overhead_FLOP',
    'unpowered_FLOP',
    'unfed_FLOP',
    'idle_FLOP',
    'interrupted_FLOP',
    'newWork_FLOPperJ',
  ],
  limits: 'computeLimits',
  headlines: ['compute.delivered_FLOPperS', 'compute.tokensPerSecond', 'compute.trainingRun.days'],
  charts: (input) => {
    const { table } = input;
    const { ofFleet, ofGround } = sides(input);
    const said = words().compute;
    const installed = total(table, 'installed_FLOP');
    const useful = total(table, 'useful_FLOP');
    const share = (name: string) => shareOf(total(table, name), installed);
    const kept = useful?.map((value, month) => value + (total(table, 'interrupted_FLOP')?.[month] ?? 0));
    return [
      chart(
        said.delivered,
        'FLOP/s',
        [
          [said.all, total(table, 'delivered_FLOPperS')],
          [said.orbit, ofFleet('delivered_FLOPperS')],
          [said.ground, ofGround('delivered_FLOPperS')],
        ],
        { fan_of: 'delivered_FLOPperS' },
      ),
      chart(said.workloads, 'FLOP/s', rowsOf(table, 'work_FLOPperS')),
      chart(said.tokens, '/s', [[said.tokensLine, total(table, 'tokens_perS')]], { fan_of: 'tokens_perS' }),
      chart(
        said.training,
        's',
        [
          [said.orbit, positive(total(table, 'trainingRun_s'))],
          [said.ground, positive(total(table, 'groundTrainingRun_s'))],
        ],
        { logarithmic: true },
      ),
      chart(said.cluster, 'FLOP/s', [[said.bestCluster, total(table, 'jointTraining_FLOPperS')]]),
      chart(said.goodput, '%', [
        [said.utilisation, shareOf(useful, installed)],
        [said.unbroken, shareOf(useful, kept)],
      ]),
      chart(said.lost, '%', [
        [said.overhead, share('overhead_FLOP')],
        [said.unfed, share('unfed_FLOP')],
        [said.unpowered, share('unpowered_FLOP')],
        [said.idle, share('idle_FLOP')],
        [said.interrupted, share('interrupted_FLOP')],
      ]),
      chart(said.market, '%', [
        [
          said.met,
          ratio(total(table, 'work_FLOPperS'), total(table, 'demand_FLOPperS'))?.map((value) => 100 * value),
        ],
      ]),
    ];
  },
};
