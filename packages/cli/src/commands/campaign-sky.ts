import { availableParallelism } from 'node:os';
import { campaignUnderSky, type SkyFeedback } from '@kardashev/model/study/campaign/sky-feedback.ts';
import { simulateCampaign } from '@kardashev/model/transport/campaign/simulate.ts';
import { runSky, type SkyRun, skyShells } from '@kardashev/model/transport/debris/sky.ts';
import { type CampaignInput, campaignInput } from '../campaign/prepared.ts';
import { print, printJson, writeTo } from '../output.ts';
import { inSession } from '../session.ts';
import { skyCsv } from '../sky/csv.ts';
import { skyDocument, skyScreen } from '../sky/screen.ts';
import type { CampaignOptions } from './campaign.ts';

/** Decades that the sky is followed beyond the plan's end, as the constellation is kept up. */
const beyond_yr = 30;

/** `campaign PLAN --sky`: encounters, collisions and debris by shell, through the plan and on for decades. */
export async function skyOfPlan(file: string, options: CampaignOptions): Promise<void> {
  const { prepared } = await inSession(availableParallelism(), (session) =>
    campaignInput(file, options, session),
  );
  const last_yr = prepared.setting.calendar.intervals.at(-1)!.year;
  const { run, feedback } = skyOf(prepared, options, last_yr + beyond_yr);
  const shells = skyShells(prepared.params);
  if (options.csv !== undefined) writeTo(options.csv, skyCsv(run));
  if (options.csv === '-') return;
  if (options.json) printJson(skyDocument(run, shells, feedback));
  else print(skyScreen(run, shells, last_yr, feedback));
}

function skyOf(
  prepared: CampaignInput['prepared'],
  { seed, feedback }: CampaignOptions,
  until_yr: number,
): { readonly run: SkyRun; readonly feedback?: SkyFeedback } {
  if (feedback) {
    const settled = campaignUnderSky(prepared, seed, until_yr);
    return { run: settled.run, feedback: settled };
  }
  const { params, setting, budget } = prepared;
  const { months } = simulateCampaign(params, setting, seed, budget);
  return { run: runSky(params, setting, months.inService, until_yr) };
}
