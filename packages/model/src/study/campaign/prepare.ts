import { settingOf } from '../../engine/twin.ts';
import type { Setting } from '../../flows/subsystem.ts';
import { failure, type Outcome, success } from '../../outcome/outcome.ts';
import type { ResolvedPlan } from '../../plan/resolved.ts';
import { viewOf } from '../../plan/view.ts';
import { type Budget, unlimited } from '../../transport/campaign/purse.ts';
import type { TransportPlan } from '../../transport/entries.ts';
import { compileTransport, type Params } from '../../transport/params.ts';
import { transportSchema } from '../../transport/schema.ts';

/** A plan's transport compiled for campaigns without the other rooms. */
export interface PreparedCampaign {
  readonly view: TransportPlan;
  readonly setting: Setting;
  readonly params: Params;
  /** Units the plan wants in orbit. */
  readonly target: number;
  /** Money for units: without limit where the plan is funded as needed. */
  readonly budget: Budget;
}

/**
 * A plan's transport alone, with money for all that it wants, or with the `budget` that its books leave for units.
 * Faults: those of `compileTransport`, and `transport/no-orbit` for a plan without shells to fill.
 */
export function prepareCampaign(plan: ResolvedPlan, budget?: Budget): Outcome<PreparedCampaign> {
  const view = viewOf(plan, 'transport', transportSchema) as TransportPlan;
  const setting: Setting = { ...settingOf(plan, budget ? 'books' : 'as-needed'), tables: new Map() };
  const compiled = compileTransport(view, setting);
  if (!compiled.ok) return compiled;
  const orbit = setting.hosts.filter(({ kind }) => kind === 'orbit');
  if (orbit.length === 0) return failure(noOrbit(plan));
  const target = orbit.reduce((sum, host) => sum + host.target, 0);
  const purse = budget ?? unlimited(compiled.value.months, setting.hosts.length);
  return success({ view, setting, params: compiled.value, target, budget: purse });
}

function noOrbit(plan: ResolvedPlan) {
  return {
    code: 'transport/no-orbit',
    message: `${plan.name} has no shell to launch to.`,
    at: { path: 'shells' },
    cause: 'A campaign fills shells with satellites, and the plan lists none.',
    fix: 'Add a shell with its satellite, or take another plan.',
  };
}
