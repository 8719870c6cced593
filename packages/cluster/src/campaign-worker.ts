import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { type PreparedCampaign, prepareCampaign } from '@kardashev/model/study/campaign/prepare.ts';
import { type CampaignSample, sampleEvents } from '@kardashev/model/study/campaign/sample.ts';
import type { Budget } from '@kardashev/model/transport/campaign/purse.ts';

/** What a worker is asked: campaigns of a plan, one a seed; the budget where money is short. */
export interface CampaignTask {
  readonly seeds: readonly number[];
  readonly plan: ResolvedPlan;
  readonly budget: Budget | undefined;
}

let prepared: PreparedCampaign | undefined;

/** Runs in a worker thread. */
export default function answer({ seeds, plan, budget }: CampaignTask): CampaignSample[] {
  if (!prepared) {
    const outcome = prepareCampaign(plan, budget);
    if (!outcome.ok) throw new Error(outcome.faults[0]?.message);
    prepared = outcome.value;
  }
  const ready = prepared;
  return seeds.map((seed) => sampleEvents(ready, seed));
}
