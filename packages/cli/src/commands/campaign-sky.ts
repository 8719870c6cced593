import { runSky, skyShells } from '@kardashev/model/transport/debris/sky.ts';
import { drawnCampaign } from '../campaign/prepared.ts';
import { print, printJson, writeTo } from '../output.ts';
import { skyCsv } from '../sky/csv.ts';
import { skyDocument, skyScreen } from '../sky/screen.ts';
import type { CampaignOptions } from './campaign.ts';

/** Decades that the sky is followed beyond the plan's end, as the constellation is kept up. */
const beyond_yr = 30;

/** `campaign PLAN --sky`: encounters, collisions and debris by shell, through the plan and on for decades. */
export async function skyOfPlan(file: string, options: CampaignOptions): Promise<void> {
  const { prepared, campaign } = await drawnCampaign(file, options);
  const { params, setting } = prepared;
  const last_yr = setting.calendar.intervals.at(-1)!.year;
  const run = runSky(params, setting, campaign.months.inService, last_yr + beyond_yr);
  const shells = skyShells(params);
  if (options.csv !== undefined) writeTo(options.csv, skyCsv(run));
  if (options.csv === '-') return;
  if (options.json) printJson(skyDocument(run, shells));
  else print(skyScreen(run, shells, last_yr));
}
