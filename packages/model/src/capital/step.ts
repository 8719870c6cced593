import { subsystem } from '../flows/subsystem.ts';
import { countBuildings } from './begun.ts';
import { closeCompany, closeSegments, writeBudget } from './books.ts';
import { compileCapital } from './params.ts';
import { clearMarket, writeMarket } from './pricing.ts';
import { capitalSchema } from './schema.ts';
import { operate, reportFiled } from './segments.ts';
import { type CapitalState, capitalReads, capitalWrites, emptyState } from './state.ts';
import { learn, writeLevelised, writeUnitCosts } from './unit-prices.ts';

/** Costs, market and books: what the twin's work is worth, what it costs, and whether it can be paid for. */
export const capital = subsystem({
  name: 'capital',
  schema: capitalSchema,
  reads: { now: capitalReads, before: [] },
  writes: capitalWrites,

  compile: compileCapital,

  initial(params, out) {
    const state = emptyState(params);
    writeMarket(params, out, params.marketPrice[0] ?? 0, params.marketDemand[0] ?? 0);
    writeUnitCosts(params, state, out, 0, params.section.openingLaunchCost_USD2026perkg);
    writeBudget(params, state, out, 0, 0);
    out.cash_USD[0] = params.section.openingCash_USD;
    out.debt_USD[0] = params.section.openingDebt_USD;
    out.subscribers[0] = state.subscribers[0] as number;
    out.fundable[0] = 1;
    return state;
  },

  step(params, carried, { now }, out, interval) {
    const state = carried as CapitalState;
    clearMarket(params, now, out, interval);
    learn(params, state, now);
    countBuildings(params, state, now, interval.index);
    writeUnitCosts(params, state, out, interval.index, now.launchCost_USD2026perkg[0] as number);
    writeLevelised(params, now, out);
    if (interval.index < params.modelFrom) reportFiled(params, state, now, out, interval.index);
    else operate(params, state, now, out, interval);
    closeSegments(params, state, out, interval.index);
    closeCompany(params, state, now, out, interval.index);
  },
});
