import { groundCost, orbitCost } from '../capital/crossover.ts';
import { type FleetSize, fleetSize, type Project, sheetOf } from '../capital/project/project.ts';
import { projectRows } from '../capital/project/schema.ts';
import { type Boundary, type CostSheet, type Levelised, levelisedOf } from '../capital/project/sheet.ts';
import { type Outcome, success } from '../outcome/outcome.ts';
import type { ResolvedPlan } from '../plan/resolved.ts';
import { entriesOf } from '../plan/view.ts';
import { alternatives, columnsOf } from './cost.ts';
import { compileSheets, type HostSheet } from './host-sheets.ts';
import type { Reading } from './reading.ts';
import type { When } from './when.ts';

/** One alternative's cost: levelised, by part, with the boundary it was drawn on. */
export type Alternative = Levelised & Partial<FleetSize> & { readonly boundary: Boundary };

export interface CostDocument {
  readonly plan: string;
  /** What was costed: a project without months, or units that a run asks for in this month. */
  readonly month: string | null;
  readonly orbit: Alternative | null;
  readonly ground: Alternative | null;
  /** First month from which orbit is at or below the ground and stays so. */
  readonly crossover: string | null;
  /** With `--when`: what each main assumption alone would have to be for a crossover by that month. */
  readonly when?: When;
  /** Every project or host by itself. */
  readonly each: readonly (Alternative & { readonly name: string; readonly kind: 'orbit' | 'ground' })[];
}

/** A calculator's plan: its projects, the first of each kind as the two alternatives. */
export function costOfProjects(plan: ResolvedPlan): CostDocument {
  const each = (entriesOf(plan, 'projects', projectRows) as unknown as Project[]).map((project) => ({
    name: project.name,
    kind: project.kind,
    ...alternativeOf(sheetOf(project)),
    ...(project.kind === 'orbit' ? fleetSize(project) : {}),
  }));
  const first = (kind: 'orbit' | 'ground'): Alternative | null => {
    const found = each.find((one) => one.kind === kind);
    if (!found) return null;
    const { name: _name, kind: _kind, ...alternative } = found;
    return alternative;
  };
  return {
    plan: plan.name,
    month: null,
    orbit: first('orbit'),
    ground: first('ground'),
    crossover: null,
    each,
  };
}

function alternativeOf(sheet: CostSheet): Alternative {
  return { ...levelisedOf(sheet), boundary: sheet.boundary };
}

/**
 * A run's plan: units asked for in one month. Orbit is the mean over shells, weighted by planned satellites, of
 * which the total is that of all of them; the ground is its median site, built to the same power.
 */
export function costOfRun(reading: Reading, month: number): Outcome<CostDocument> {
  const costs = costsOfRun(reading);
  return costs.ok ? success(costs.value(month)) : costs;
}

/** The same for many months of a run: terms are read from the plan once. */
export function costsOfRun(reading: Reading): Outcome<(month: number) => CostDocument> {
  const sheets = compileSheets(reading);
  if (!sheets.ok) return sheets;
  const crossed = alternatives(reading).crossover;
  return success((month) => costOfMonth(reading, sheets.value(month), month, crossed));
}

function costOfMonth(
  reading: Reading,
  sheets: readonly HostSheet[],
  month: number,
  crossed: number | undefined,
): CostDocument {
  const orbit = meanFleet(sheets, reading, month);
  return {
    plan: reading.plan.name,
    month: reading.months[month] ?? null,
    orbit: orbit ? alternativeOf(orbit) : null,
    ground: medianSite(sheets, reading, month, orbit?.power_W),
    crossover: crossed === undefined ? null : (reading.months[crossed] ?? null),
    each: sheets.map(({ name, kind, sheet }) => ({ name, kind, ...alternativeOf(sheet) })),
  };
}

/**
 * One sheet for all planned satellites. Its cost of work is `orbitCost`, the mean of the shells' costs; so its
 * work is what makes it so, and a shell that delivers nothing leaves it without any.
 */
function meanFleet(
  sheets: readonly HostSheet[],
  reading: Reading,
  month: number,
): (CostSheet & { readonly power_W: number }) | undefined {
  const shells = sheets.filter(({ kind, target }) => kind === 'orbit' && target > 0);
  const first = shells[0]?.sheet;
  if (!first) return undefined;
  const sum = (of: (sheet: CostSheet) => number): number =>
    shells.reduce((total, { sheet, target }) => total + target * of(sheet), 0);
  const parts_USD = Object.fromEntries(
    Object.keys(first.parts_USD).map((part) => [part, sum((sheet) => sheet.parts_USD[part] ?? 0)]),
  );
  const total = Object.values(parts_USD).reduce((all, part) => all + part, 0);
  const perFlop = orbitCost(columnsOf(reading), month);
  return {
    ...first,
    parts_USD,
    power_W: sum((sheet) => sheet.power_W),
    energy_J: sum((sheet) => sheet.energy_J),
    work_FLOP: perFlop > 0 && Number.isFinite(perFlop) ? total / perFlop : 0,
  };
}

/** The site whose cost of work is the median (the upper of the middle two), scaled to a power. */
function medianSite(
  sheets: readonly HostSheet[],
  reading: Reading,
  month: number,
  power_W: number | undefined,
): Alternative | null {
  const median = groundCost(columnsOf(reading), month);
  const perFlop = ({ sheet }: HostSheet): number => totalOf(sheet) / sheet.work_FLOP;
  const sites = sheets
    .filter(({ kind, sheet }) => kind === 'ground' && sheet.work_FLOP > 0)
    .sort((left, right) => perFlop(left) - perFlop(right));
  const site = sites.find((one) => perFlop(one) >= median * (1 - 1e-12)) ?? sites[sites.length - 1];
  if (!site) return null;
  const scale = (power_W ?? site.sheet.power_W) / site.sheet.power_W;
  const { sheet } = site;
  return alternativeOf({
    ...sheet,
    parts_USD: Object.fromEntries(
      Object.entries(sheet.parts_USD).map(([part, value]) => [part, value * scale]),
    ),
    power_W: sheet.power_W * scale,
    energy_J: sheet.energy_J * scale,
    // The median of an even number of sites lies between two: its work is what makes its cost so.
    work_FLOP: (totalOf(sheet) * scale) / median,
  });
}

function totalOf(sheet: CostSheet): number {
  return Object.values(sheet.parts_USD).reduce((sum, part) => sum + part, 0);
}
