import { costSeries } from '../../headlines/series.ts';
import { total } from '../../months/table.ts';
import type { Depth } from './depth.ts';
import { chart, positive, rowsOf } from './lines.ts';
import { words } from './words.ts';

/** Cash: where it comes from and goes to, what is owed, and whether orbit is worth it. */
export const capitalDepth: Depth = {
  columns: [
    'cash_USD',
    'capitalNeeded_USD',
    'debt_USD',
    'revenue_USD',
    'operatingCost_USD',
    'depreciation_USD',
    'operatingIncome_USD',
    'capitalSpending_USD',
    'freeCash_USD',
    'netPlant_USD',
    'sharesSold_USD',
    'borrowed_USD',
    'repaid_USD',
    'interestPaid_USD',
    'tax_USD',
    'levelised_USD2026perFLOP',
    'unitCost_USD2026',
    'computePrice_USD2026perFLOP',
    'subscribers',
  ],
  limits: 'capitalLimits',
  headlines: [
    'capital.cashLowest_USD',
    'capital.capitalNeeded_USD',
    'capital.orbit_USDperPFLOPday',
    'capital.ground_USDperPFLOPday',
  ],
  charts: ({ table, inOrbit, shells }) => {
    const said = words().capital;
    const costs = costSeries(table, shells, inOrbit);
    return [
      chart(
        said.cash,
        'USD',
        [
          [said.cashLine, total(table, 'cash_USD')],
          [said.debt, total(table, 'debt_USD')],
        ],
        { fan_of: 'cash_USD' },
      ),
      chart(said.outside, 'USD', [[said.injected, total(table, 'capitalNeeded_USD')]], {
        fan_of: 'capitalNeeded_USD',
      }),
      chart(said.revenue, 'USD', rowsOf(table, 'revenue_USD')),
      chart(said.income, 'USD', rowsOf(table, 'operatingIncome_USD')),
      chart(said.free, 'USD', rowsOf(table, 'freeCash_USD')),
      chart(said.spending, 'USD', rowsOf(table, 'capitalSpending_USD')),
      chart(
        said.levelised,
        'USD',
        [
          [said.orbit, positive(costs.orbit_USDperPFLOPday)],
          [said.ground, positive(costs.ground_USDperPFLOPday)],
        ],
        { logarithmic: true, fan_of: 'orbit_USDperPFLOPday' },
      ),
    ];
  },
};
