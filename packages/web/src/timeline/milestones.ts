import type { Funding } from '@kardashev/contracts/run.ts';
import type { Headlines, Verdict } from '@kardashev/contracts/verdict.ts';
import { fleetRows, type MonthTable, type Series, total } from '../months/table.ts';
import { passOf } from '../state/passes.ts';

/** What a plan may come to on its way, in the order in which one would tell it. */
export const milestoneKinds = [
  'listing',
  'firstSatellite',
  'bestVehicle',
  'gigawatt',
  'hundredThousand',
  'million',
  'launchHourly',
  'largeRun',
  'crossover',
  'insolvent',
] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

export interface Milestone {
  readonly kind: MilestoneKind;
  /** Index of the month; null where the plan never comes to it. */
  readonly month: number | null;
  /** The figure that goes with it, where there is one: dollars raised, kilograms a launch, days of the run. */
  readonly value?: number;
  /** Name in the plan of what it is about. */
  readonly name?: string;
}

export interface MilestoneInput {
  readonly table: MonthTable;
  readonly verdict: Verdict;
  readonly funding: Funding;
  readonly inOrbit: (row: string) => boolean;
}

const day_s = 86_400;

/** The milestones of a run, each found in its months or its verdict; in order of time; those the run does not report are left out. */
export function milestones({ table, verdict, funding, inOrbit }: MilestoneInput): readonly Milestone[] {
  const fleet = total(table, 'inService', inOrbit);
  const power = total(table, 'powerToCompute_W', fleetRows(table, inOrbit));
  const headlines = passOf(verdict, funding);
  return [
    listing(table, verdict),
    reached('firstSatellite', fleet, 1),
    bestVehicle(table),
    reached('gigawatt', power, 1e9),
    reached('hundredThousand', fleet, 1e5),
    reached('million', fleet, 1e6),
    launchHourly(table),
    largeRun(table, verdict),
    ...(headlines ? ofBooks(headlines, table.labels) : []),
  ]
    .filter((each) => each !== undefined)
    .sort(
      (left, right) =>
        (left.month ?? Number.POSITIVE_INFINITY) - (right.month ?? Number.POSITIVE_INFINITY) || 0,
    );
}

/** First month from which a series reaches a level. */
function reached(kind: MilestoneKind, series: Series | undefined, level: number): Milestone | undefined {
  return series && { kind, month: firstWhere(series, (value) => value >= level) };
}

/** First month with as many launches as hours. */
function launchHourly(table: MonthTable): Milestone | undefined {
  const launches = total(table, 'launches');
  return (
    launches && {
      kind: 'launchHourly',
      month: firstWhere(launches, (count, month) => count >= 24 * daysIn(table.labels[month] ?? '')),
    }
  );
}

/** Days of `2034-02`. */
export function daysIn(label: string): number {
  const [year = 0, month = 1] = label.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The month in which shares brought in, beside what was injected, what the claim about the listing came to. */
function listing(table: MonthTable, { claims }: Verdict): Milestone | undefined {
  const sold = total(table, 'sharesSold_USD');
  const proceeds = claims.find(({ id }) => id === 'listing-50')?.computed;
  if (!sold || typeof proceeds !== 'number') return undefined;
  const injected = total(table, 'capitalNeeded_USD');
  const raised = sold.map(
    (value, month) => value - ((injected?.[month] ?? 0) - (injected?.[month - 1] ?? 0)),
  );
  return { kind: 'listing', month: firstWhere(raised, (value) => value >= 0.99 * proceeds), value: proceeds };
}

/** First flight of the vehicle that carries most, with what it carries at its best. */
function bestVehicle(table: MonthTable): Milestone | undefined {
  const mass = table.columns.get('launchMass_kg');
  const launches = table.columns.get('launches');
  if (!mass || !launches) return undefined;
  let best: Milestone | undefined;
  for (const [index, name] of mass.rows.entries()) {
    const flown = launches.values[launches.rows.indexOf(name)] ?? [];
    const loads = flown.map((count, month) => (count ? (mass.values[index]?.[month] ?? 0) / count : 0));
    const value = Math.max(0, ...loads);
    const month = firstWhere(flown, (count) => (count ?? 0) > 0);
    if (month !== null && value > (best?.value ?? 0)) best = { kind: 'bestVehicle', month, value, name };
  }
  return best;
}

/** First month in which the announced training run can be done in orbit in the time that the claim allows. */
function largeRun(table: MonthTable, { claims }: Verdict): Milestone | undefined {
  const run_s = total(table, 'trainingRun_s');
  const allowed = claims.find(({ id }) => id === 'train-6t-orbit')?.claimed;
  if (!run_s || typeof allowed !== 'number') return undefined;
  const month = firstWhere(run_s, (value) => value > 0 && value <= allowed * day_s);
  return { kind: 'largeRun', month, ...(month === null ? {} : { value: run_s[month]! / day_s }) };
}

function ofBooks({ capital }: Headlines, labels: readonly string[]): readonly Milestone[] {
  const place = (label: string | null) => {
    const month = label === null ? -1 : labels.indexOf(label);
    return month < 0 ? null : month;
  };
  return [
    { kind: 'crossover', month: place(capital.crossover) },
    { kind: 'insolvent', month: place(capital.insolventFrom) },
  ];
}

function firstWhere<T>(values: ArrayLike<T>, holds: (value: T, month: number) => boolean): number | null {
  for (let month = 0; month < values.length; month++) if (holds(values[month] as T, month)) return month;
  return null;
}
