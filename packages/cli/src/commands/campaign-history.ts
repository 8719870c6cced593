import { BadInput } from '../stop.ts';
import type { CampaignOptions } from './campaign.ts';

/** `campaign --history CSV`: fits a launch log, forecasts years and scores them. */
export async function campaignOfHistory(_file: string, _options: CampaignOptions): Promise<void> {
  throw new BadInput([]);
}
