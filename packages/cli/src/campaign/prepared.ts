import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { prepareRun, simulateAtOnce, tableRequests } from '@kardashev/model/engine/run.ts';
import { present } from '@kardashev/model/outcome/invariant.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { budgetOf } from '@kardashev/model/study/campaign/budget.ts';
import { type PreparedCampaign, prepareCampaign } from '@kardashev/model/study/campaign/prepare.ts';
import { type Campaign, simulateCampaign } from '@kardashev/model/transport/campaign/simulate.ts';
import { tableStore } from '@kardashev/store/table-store.ts';
import type { Texts } from '../files.ts';
import type { Setting as Override } from '../options.ts';
import { loadPlan } from '../plan-input.ts';
import { inSession } from '../session.ts';
import { obtainTables, type Session } from '../simulation.ts';
import { need } from '../stop.ts';

/** A plan ready for campaigns, with what is needed to say where its faults are. */
export interface CampaignInput {
  readonly plan: ResolvedPlan;
  readonly prepared: PreparedCampaign;
  readonly texts: Texts;
}

/**
 * A plan ready for campaigns. One that is paid from its own books is run as a whole first, since what it earns and
 * may borrow says what it can build.
 */
export async function campaignInput(
  file: string,
  options: { readonly set: readonly Override[]; readonly seed: number },
  session: Session,
): Promise<CampaignInput> {
  const texts: Texts = new Map();
  const plan = need(loadPlan(file, options.set, texts), texts);
  const alone = need(prepareCampaign(plan), texts);
  if (plan.funding !== 'books') return { plan, prepared: alone, texts };
  const store = tableStore(join('runs', '.tables'));
  const tables = await obtainTables(need(tableRequests(plan), texts), store, session);
  for (const table of tables.filled) store.put(table);
  const run = need(prepareRun(plan, { seed: options.seed, tables: tables.all }), texts);
  const [pass] = simulateAtOnce(run).passes;
  const budget = budgetOf(plan, present(pass, 'a run has a pass'));
  return { plan, prepared: need(prepareCampaign(plan, budget), texts), texts };
}

/** One campaign of a plan, event by event. */
export async function drawnCampaign(
  file: string,
  options: { readonly set: readonly Override[]; readonly seed: number },
): Promise<CampaignInput & { readonly campaign: Campaign }> {
  const input = await inSession(availableParallelism(), (session) => campaignInput(file, options, session));
  const { params, setting, budget } = input.prepared;
  return { ...input, campaign: simulateCampaign(params, setting, options.seed, budget) };
}
