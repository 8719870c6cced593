import { manifestOf } from '@kardashev/model/transport/manifest/manifest.ts';
import { drawnCampaign } from '../campaign/prepared.ts';
import { highsSolver } from '../highs-solver.ts';
import { calendarCsv, manifestCsv } from '../manifest/csv.ts';
import { manifestDocument, manifestScreen } from '../manifest/screen.ts';
import { print, printJson, writeTo } from '../output.ts';
import { need } from '../stop.ts';
import type { CampaignOptions } from './campaign.ts';

/**
 * How far the search goes: a hundredth of the bound, and a limit in nodes that makes it end within a minute or so.
 * Beyond fifty planes in need the heuristic is taken.
 */
const search = { relativeGap: 0.01, nodes: 10, mipPlanes: 50 };

/** `campaign PLAN --manifest FILE --calendar FILE`: which satellites go to which plane on which launch. */
export async function manifestOfPlan(file: string, options: CampaignOptions): Promise<void> {
  const { prepared, campaign, texts } = await drawnCampaign(file, options);
  const { params, setting } = prepared;
  const manifest = need(manifestOf(params, setting, campaign, await highsSolver(), search), texts);
  if (options.manifest !== undefined) writeTo(options.manifest, manifestCsv(manifest));
  if (options.calendar !== undefined) writeTo(options.calendar, calendarCsv(manifest));
  if (options.manifest === '-' || options.calendar === '-') return;
  if (options.json) printJson(manifestDocument(manifest));
  else print(manifestScreen(manifest));
}
