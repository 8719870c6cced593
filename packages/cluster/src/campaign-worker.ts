import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { type PreparedCampaign, prepareCampaign } from '@kardashev/model/study/campaign/prepare.ts';
import { type CampaignSample, sampleEvents } from '@kardashev/model/study/campaign/sample.ts';

/** What a worker is asked: campaigns of a plan, one a seed. The plan goes along once, with the pool. */
export interface CampaignTask {
  readonly seeds: readonly number[];
}

let prepared: PreparedCampaign | undefined;

/** Runs in a worker thread. */
export default function answer({ seeds, plan }: CampaignTask & { plan: ResolvedPlan }): CampaignSample[] {
  if (!prepared) {
    const outcome = prepareCampaign(plan);
    if (!outcome.ok) throw new Error(outcome.faults[0]?.message);
    prepared = outcome.value;
  }
  const ready = prepared;
  return seeds.map((seed) => sampleEvents(ready, seed));
}
