import type { CampaignOptions } from './campaign.ts';

export function skyOfPlan(_file: string, _options: CampaignOptions): void {}
