import type { Host } from '../flows/subsystem.ts';
import { present } from '../outcome/invariant.ts';
import { type Design, month_s, type Site, type TransportPlan } from './entries.ts';
import { siteWait_s } from './site.ts';
import type { Mortality, SurvivalTable, survivalTables } from './survival.ts';

/** A host with all that transport derives from its design or site. */
export interface Place {
  readonly host: Host;
  readonly design?: Design;
  readonly site?: Site;
  /** Months from money spent to built, and from launched (or built) to service. */
  readonly building_months: number;
  readonly raising_months: number;
  /** From asking for one more unit now to its service. */
  readonly wait_s: number;
  /** Index of the first month in which units may be begun. */
  readonly from: number;
  /** How its units leave service, and the same as a table over months of age. */
  readonly mortality: Mortality;
  readonly survival: SurvivalTable;
  /** Mean time in which a dead satellite of the shell re-enters. */
  readonly decay_s: number;
}

type SurvivalOf = ReturnType<typeof survivalTables>;

/** Derives a place; `survival` makes or finds the table of a mortality. */
export function placeOf(host: Host, plan: TransportPlan, survival: SurvivalOf): Place {
  return host.kind === 'orbit' ? orbitPlace(host, plan, survival) : groundPlace(host, plan, survival);
}

function orbitPlace(host: Host, plan: TransportPlan, survival: SurvivalOf): Place {
  const design = present(
    plan.satellites.find((satellite) => satellite.name === host.satellite),
    `the design of ${host.name} is in the plan`,
  );
  const shell = present(host.shell, `${host.name} in orbit has a shell`);
  const { section } = plan;
  const climb_m = Math.max(0, shell.altitude_m - section.dropAltitude_m);
  const building_months = Math.max(1, design.factoryLead_s / month_s);
  const raising_months = Math.max(1, (design.commissioning_s + climb_m / design.raisingRate_mperS) / month_s);
  const ahead = Math.round(building_months + raising_months);
  const life_s = design.retireObsolete ? Math.min(host.unitLife_s, design.chipsObsolete_s) : host.unitLife_s;
  const mortality = { ...design, life_s };
  return {
    host,
    design,
    building_months,
    raising_months,
    wait_s: (building_months + raising_months) * month_s + section.launchBuffer_s,
    from: host.begin - ahead,
    mortality,
    survival: survival(mortality, ahead),
    decay_s:
      section.naturalDecay_s *
      Math.exp((shell.altitude_m - section.naturalDecayAltitude_m) / section.naturalDecayScale_m),
  };
}

function groundPlace(host: Host, plan: TransportPlan, survival: SurvivalOf): Place {
  const site = present(
    plan.sites.find((entry) => entry.name === host.name),
    `the site ${host.name} is in the plan`,
  );
  const building_months = Math.max(1, site.building_s / month_s);
  const kind: Mortality = {
    infantShare: 0,
    infantPeriod_s: month_s,
    failure_perS: site.hallLoss_perS,
    wearOut_s: Infinity,
    wearOutShape: 1,
    life_s: host.unitLife_s,
    retirementSpread_s: site.hallRetirementSpread_s,
  };
  return {
    host,
    site,
    building_months,
    raising_months: 0,
    wait_s: siteWait_s(site),
    from: host.begin,
    mortality: kind,
    survival: survival(kind, Math.round(building_months)),
    decay_s: Infinity,
  };
}
