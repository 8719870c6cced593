import { settingOf } from '@kardashev/model/engine/twin.ts';
import type { Setting } from '@kardashev/model/flows/subsystem.ts';
import { viewOf } from '@kardashev/model/plan/view.ts';
import { type Campaign, simulateCampaign } from '@kardashev/model/transport/campaign/simulate.ts';
import { compileTransport, type Params } from '@kardashev/model/transport/params.ts';
import { transportSchema } from '@kardashev/model/transport/schema.ts';
import type { Texts } from './files.ts';
import type { Setting as Override } from './options.ts';
import { loadPlan } from './plan-input.ts';
import { need } from './stop.ts';

/** A plan's campaign event by event, with what it was computed from. */
export interface DrawnCampaign {
  readonly params: Params;
  readonly setting: Setting;
  readonly campaign: Campaign;
  readonly texts: Texts;
}

/** Draws one campaign of a plan, launches and satellites one by one, with money for all that it wants. */
export function drawnCampaign(
  file: string,
  options: { readonly set: readonly Override[]; readonly seed: number },
): DrawnCampaign {
  const texts: Texts = new Map();
  const plan = need(loadPlan(file, options.set, texts), texts);
  const setting: Setting = { ...settingOf(plan, plan.funding), tables: new Map() };
  const params = need(compileTransport(viewOf(plan, 'transport', transportSchema), setting), texts);
  const money = {
    buildBudget_USD2026: Float64Array.of(Infinity),
    unitCost_USD2026: new Float64Array(setting.hosts.length),
  };
  return { params, setting, campaign: simulateCampaign(params, setting, options.seed, money), texts };
}
