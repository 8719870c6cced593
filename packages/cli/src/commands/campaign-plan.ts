import { BadInput } from '../stop.ts';
import type { CampaignOptions } from './campaign.ts';

/** `campaign PLAN`: a plan's launches event by event. */
export async function campaignOfPlan(_file: string, _options: CampaignOptions): Promise<void> {
  throw new BadInput([]);
}
