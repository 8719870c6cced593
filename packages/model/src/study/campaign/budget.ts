import type { PassResult } from '../../engine/result.ts';
import type { PortName } from '../../flows/ports.ts';
import { present } from '../../outcome/invariant.ts';
import type { ResolvedPlan } from '../../plan/resolved.ts';
import type { Budget } from '../../transport/campaign/purse.ts';
import { month_s } from '../../transport/entries.ts';

/**
 * Money for a campaign, from a run of the whole plan paid from its own books: what revenue, the listing, debt and
 * cash left for units month by month, and what units cost. As in that run, a month spends what the one before left.
 */
export function budgetOf(plan: ResolvedPlan, pass: PassResult): Budget {
  const of = (port: PortName): Float64Array[] =>
    pass.columns.filter((column) => column.port === port).map(({ values }) => values);
  const [budget] = of('buildBudget_USD2026');
  const costs = of('unitCost_USD2026');
  const begun = of('begun');
  const months = present(budget, 'a run records what it may spend').length;
  const unitCost_USD2026 = new Float64Array(months * costs.length);
  const spent_USD2026 = new Float64Array(months);
  const budget_USD2026 = new Float64Array(months);
  for (let month = 0; month < months; month++) {
    const before = Math.max(0, month - 1);
    budget_USD2026[month] = budget![before]!;
    for (const [h, cost] of costs.entries()) {
      unitCost_USD2026[month * costs.length + h] = cost[before]!;
      spent_USD2026[month] = spent_USD2026[month]! + begun[h]![month]! * cost[before]!;
    }
  }
  const horizon_s = present(plan.values['capital.budgetHorizon'], 'the plan has capital.budgetHorizon').value;
  return { budget_USD2026, unitCost_USD2026, spent_USD2026, horizon_months: Number(horizon_s) / month_s };
}
