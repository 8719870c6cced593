import { unitOutlay } from '../capital/host-costs.ts';
import { type CapitalParams, compileCapital } from '../capital/params.ts';
import type { CostSheet } from '../capital/project/sheet.ts';
import { capitalSchema } from '../capital/schema.ts';
import { settingOf } from '../engine/twin.ts';
import { present } from '../outcome/invariant.ts';
import { type Outcome, success } from '../outcome/outcome.ts';
import { viewOf } from '../plan/view.ts';
import { secondsPerYear } from '../time/calendar.ts';
import type { Reading } from './reading.ts';

/** A host of a run in a month: what one more unit of it costs over its life, and gives. */
export interface HostSheet {
  readonly name: string;
  readonly kind: 'orbit' | 'ground';
  /** Units the plan wants there; the weight of a shell in the fleet's mean. */
  readonly target: number;
  readonly sheet: CostSheet;
}

/** The sheets of all hosts for units asked for in a month of a run, on the boundary of the levelised cost. */
export function hostSheets(reading: Reading, month: number): Outcome<HostSheet[]> {
  const compiled = compileSheets(reading);
  return compiled.ok ? success(compiled.value(month)) : compiled;
}

/** The same for many months of a run: terms are read from the plan once. */
export function compileSheets(reading: Reading): Outcome<(month: number) => HostSheet[]> {
  const { plan, pass } = reading;
  const setting = { ...settingOf(plan, pass.funding), tables: new Map() };
  const compiled = compileCapital(viewOf(plan, 'capital', capitalSchema), setting);
  if (!compiled.ok) return compiled;
  return success((month) => {
    const work_FLOPpertoken = workPerToken_FLOP(reading, month);
    return reading.hosts.map((host, index) => ({
      name: host.name,
      kind: host.kind,
      target: host.target,
      sheet: sheetOfHost(compiled.value, reading, index, month, work_FLOPpertoken),
    }));
  });
}

function sheetOfHost(
  params: CapitalParams,
  reading: Reading,
  index: number,
  month: number,
  work_FLOPpertoken: number,
): CostSheet {
  const host = present(params.hosts[index], 'every host has terms');
  const at = (port: 'unitCost_USD2026' | 'wait_s' | 'powerPerNewUnit_W' | 'levelised_USD2026perFLOP') =>
    present(reading.rows(port)[index], 'every host has a column').values[month] as number;
  const launch = reading.row('launchCost_USD2026perkg')[month] as number;
  const power_W = at('powerPerNewUnit_W');
  const parts_USD = unitOutlay(host, {
    cost_USD2026: at('unitCost_USD2026'),
    launch_USD2026perkg: launch,
    drawn_W: power_W * host.drawnShare,
    wait_s: at('wait_s'),
    month,
  });
  const total = Object.values(parts_USD).reduce((sum, part) => sum + part, 0);
  const levelised = at('levelised_USD2026perFLOP');
  return {
    parts_USD,
    power_W: host.power_W,
    energy_J: power_W * params.section.utilisation * host.work_s,
    // What a unit delivers is what its cost was divided by.
    work_FLOP: levelised > 0 && Number.isFinite(levelised) ? total / levelised : 0,
    work_FLOPpertoken,
    years: host.life_s / secondsPerYear,
    boundary: {
      chips: 'inside',
      energy: 'delivered',
      costOfCapital_perYear: host.costOfCapital_perS * secondsPerYear,
    },
  };
}

/** Delivered work of all workloads that generate tokens over the tokens they generate, in a month. */
function workPerToken_FLOP(reading: Reading, month: number): number {
  const serving = reading
    .rows('work_FLOPperS')
    .filter(({ row }) => reading.plan.values[`workloads.${row}.kind`]?.value === 'serving');
  const work = serving.reduce((sum, { values }) => sum + (values[month] as number), 0);
  return work / (reading.row('tokens_perS')[month] as number);
}
