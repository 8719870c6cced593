import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { campaigns } from '@kardashev/cluster/campaigns.ts';
import { gapBetween, summarise } from '@kardashev/model/study/campaign/document.ts';
import { needsOf } from '@kardashev/model/study/campaign/needs.ts';
import type { PreparedCampaign } from '@kardashev/model/study/campaign/prepare.ts';
import { type CampaignSample, sampleFluid } from '@kardashev/model/study/campaign/sample.ts';
import { monthIn, shadows } from '@kardashev/model/study/campaign/shadow.ts';
import { simulateCampaign } from '@kardashev/model/transport/campaign/simulate.ts';
import { makeFolder } from '@kardashev/store/make-folder.ts';
import { campaignCsv, launchesCsv } from '../campaign/csv.ts';
import { type CampaignInput, campaignInput } from '../campaign/prepared.ts';
import { campaignScreen } from '../campaign/screen.ts';
import { print, printJson, writeTo } from '../output.ts';
import { inSession } from '../session.ts';
import type { Session } from '../simulation.ts';
import { BadInput } from '../stop.ts';
import type { CampaignOptions } from './campaign.ts';

/** Fluid campaigns are cheap: as many at least, so that their mean is not one draw. */
const leastFluid = 16;
const hour_s = 3600;

/** `campaign PLAN`: a plan's launches event by event, what bound them, and what one more of each would bring. */
export async function campaignOfPlan(file: string, options: CampaignOptions): Promise<void> {
  const { seed, seeds } = options;
  const { plan, prepared, from, events } = await inSession(availableParallelism(), async (session) => {
    const input = await campaignInput(file, options, session);
    const from = shadowMonth(input.prepared, options.at);
    return { ...input, from, events: await drawn(input, options, session) };
  });
  const fluid = Array.from({ length: Math.max(leastFluid, seeds) }, (_, index) =>
    sampleFluid(prepared, seed + index),
  );
  const document = {
    plan: plan.name,
    seed,
    seeds,
    ...summarise(events),
    fluid: summarise(fluid),
    gap: gapBetween(fluid, events),
    shadow: shadows(prepared, from),
  };
  const table = campaignCsv(document);
  if (options.out !== undefined) writeFolder(options.out, prepared, seed, document, table);
  if (options.csv !== undefined) writeTo(options.csv, table);
  if (options.json) printJson(document);
  else if (options.csv !== '-') {
    const needs = needsOf(prepared, hour_s);
    print(campaignScreen({ plan, document, events, needs, from, prepared }, process.stdout.isTTY === true));
  }
}

function drawn(
  { plan, prepared }: CampaignInput,
  { seed, seeds }: CampaignOptions,
  { workers, signal, view }: Session,
): Promise<CampaignSample[]> {
  const onProgress = (done: number) => view.preparing('campaigns', done, seeds);
  return campaigns(plan, prepared, { seed, seeds, workers, signal, onProgress });
}

/** The month from which one more is counted; by default the first that is not on record. */
function shadowMonth(prepared: PreparedCampaign, at: string | undefined): number {
  const { setting, view } = prepared;
  if (at === undefined) {
    const first = setting.calendar.intervals.findIndex(({ month }) => month > view.section.actualsUntil);
    return Math.max(0, first);
  }
  const month = monthIn(prepared, at);
  if (month !== undefined) return month;
  const { labels } = setting.calendar;
  throw new BadInput([
    {
      code: 'command/usage',
      message: `--at ${at} is no month of the plan.`,
      at: { path: '--at' },
      cause: `The plan runs from ${labels[0]} to ${labels[labels.length - 1]}.`,
      fix: 'Write a month of the plan as YYYY-MM.',
    },
  ]);
}

/** The document, the years, and every launch of the first seed. */
function writeFolder(
  folder: string,
  prepared: PreparedCampaign,
  seed: number,
  document: object,
  table: string,
): void {
  const { params, setting, budget } = prepared;
  makeFolder(folder);
  writeFileSync(join(folder, 'campaign.json'), `${JSON.stringify(document, undefined, 2)}\n`);
  writeFileSync(join(folder, 'years.csv'), table);
  writeFileSync(
    join(folder, 'launches.csv'),
    launchesCsv(prepared, simulateCampaign(params, setting, seed, budget)),
  );
}
