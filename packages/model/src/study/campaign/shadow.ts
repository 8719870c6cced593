import { monthOf } from '../../time/calendar.ts';
import type { Out } from '../../transport/campaign/fluid.ts';
import { runFluid } from '../../transport/campaign/fluid.ts';
import type { Budget } from '../../transport/campaign/purse.ts';
import { month_s, type TransportPlan } from '../../transport/entries.ts';
import { compileTransport, type Params } from '../../transport/params.ts';
import { formatNumber } from '../../units/format.ts';
import type { PreparedCampaign } from './prepare.ts';

/** What one more of something brings over the rest of the plan. */
export interface Shadow {
  readonly of: string;
  /** What one more is. */
  readonly more: string;
  readonly launches: number;
  /** Satellites placed, and years of service. */
  readonly satellites: number;
  readonly satelliteYears: number;
}

type Totals = Pick<Shadow, 'launches' | 'satellites' | 'satelliteYears'>;
const year_s = 12 * month_s;

/**
 * What one more of each brings when it comes in `month` (index of the plan) and stays: two runs of the fluid form
 * with mishaps at their expected rate, so that chance does not stand between them.
 */
export function shadows({ view, setting, params, budget }: PreparedCampaign, month: number): Shadow[] {
  const base = totals(params, setting, budget);
  const priced = (of: string, more: string, plan: TransportPlan, raise = 0, paid = budget): Shadow[] => {
    const compiled = compileTransport(plan, setting);
    if (!compiled.ok) return [];
    const after = totals(raise > 0 ? withLoad(compiled.value, raise) : compiled.value, setting, paid);
    return [
      {
        of,
        more,
        launches: after.launches - base.launches,
        satellites: after.satellites - base.satellites,
        satelliteYears: after.satelliteYears - base.satelliteYears,
      },
    ];
  };
  const flying = carriers(params);
  const site = (change: (pad: Pad) => Pad): TransportPlan => ({
    ...view,
    pads: view.pads.map((pad, p) => (p === firstSite(params, flying) ? change(pad) : pad)),
  });
  const vehicles = (change: (vehicle: Vehicle) => Vehicle): TransportPlan => ({
    ...view,
    vehicles: view.vehicles.map((vehicle, v) => (flying.has(v) ? change(vehicle) : vehicle)),
  });
  const at = view.pads[firstSite(params, flying)]?.name ?? 'no site';
  const seconds = setting.calendar.intervals[month]?.seconds ?? month_s;
  const design = params.places[0]!.design!;
  const propellant_kg = Math.max(...view.vehicles.map(({ propellant_kg }) => propellant_kg));
  return [
    ...priced(
      'permits',
      `one more launch a year permitted at ${at}`,
      site((pad) => ({
        ...pad,
        permits_perS: raised(pad.permits_perS, month, 1 / year_s),
      })),
    ),
    ...priced(
      'pads',
      `one more pad at ${at}`,
      site((pad) => ({ ...pad, pads: raised(pad.pads, month, 1) })),
    ),
    ...priced(
      'boosters',
      'one more first stage',
      vehicles((vehicle) => ({
        ...vehicle,
        boostersBuilt_perS: raised(vehicle.boostersBuilt_perS, month, 1 / seconds, month + 1),
      })),
    ),
    ...priced(
      'ships',
      'one more upper stage',
      vehicles((vehicle) => ({
        ...vehicle,
        shipsBuilt_perS: raised(vehicle.shipsBuilt_perS, month, 1 / seconds, month + 1),
      })),
    ),
    ...priced(
      'propellant',
      `propellant for one more launch a year at ${at}`,
      site((pad) => ({
        ...pad,
        propellantSupply_kgperS: raised(pad.propellantSupply_kgperS, month, propellant_kg / year_s),
      })),
    ),
    ...priced('payload', 'room for one more satellite in each launch', view, 1),
    ...priced('satellites', `one more ${design.name} a month from the factory`, {
      ...view,
      satellites: view.satellites.map((one) =>
        one.name === design.name
          ? { ...one, factory_perS: raised(one.factory_perS, month, 1 / month_s) }
          : one,
      ),
    }),
    ...priced('chips', 'chips for one more satellite a month', {
      ...view,
      section: {
        ...view.section,
        chipSupply_WperS: raised(view.section.chipSupply_WperS, month, params.chipPower_W[0]! / month_s),
      },
    }),
    ...priced('cells', 'cells for one more satellite a month', {
      ...view,
      section: {
        ...view.section,
        cellSupply_WperS: raised(view.section.cellSupply_WperS, month, params.cellPower_W[0]! / month_s),
      },
    }),
    ...priced(
      'grounding',
      'each grounding a day shorter',
      vehicles((vehicle) => ({
        ...vehicle,
        groundingMedian_s: Math.max(0, vehicle.groundingMedian_s - 86_400),
        groundingLeast_s: Math.max(0, vehicle.groundingLeast_s - 86_400),
      })),
    ),
    ...priced('cash', moneyText(budget, month), view, 0, withMoney(budget, month)),
  ];
}

/** The budget with its sum of a month given once more; what of it is not spent then is cash to spare. */
function withMoney(budget: Budget, month: number): Budget {
  const more = budget.budget_USD2026[month]!;
  if (more === Infinity) return budget;
  const once = (series: Readonly<Float64Array>): Float64Array => raised(series, month, more, month + 1);
  return {
    ...budget,
    budget_USD2026: once(budget.budget_USD2026),
    spent_USD2026: once(budget.spent_USD2026),
  };
}

function moneyText({ budget_USD2026 }: Budget, month: number): string {
  const more = budget_USD2026[month]!;
  if (more === Infinity) return 'money: never short, funded as needed';
  return `the month’s money once more, ${formatNumber(more / 1e6)} MUSD`;
}

type Pad = TransportPlan['pads'][number];
type Vehicle = TransportPlan['vehicles'][number];

/** A series with `amount` more from one month on, up to another. */
function raised(
  series: Readonly<Float64Array>,
  from: number,
  amount: number,
  to = series.length,
): Float64Array {
  return Float64Array.from(series, (value, month) => (month >= from && month < to ? value + amount : value));
}

/** Vehicles of the families that carry compute satellites. */
function carriers({ families, wholeLoad, orbits }: Params): Set<number> {
  const carries = (v: number): boolean =>
    wholeLoad.subarray(v * orbits, (v + 1) * orbits).some((units) => units > 0);
  return new Set(
    families.filter(({ versions }) => versions.some(carries)).flatMap(({ versions }) => versions),
  );
}

/** The first launch site of those families. */
function firstSite({ families }: Params, flying: ReadonlySet<number>): number {
  return families.find(({ versions }) => versions.some((v) => flying.has(v)))?.pads[0] ?? -1;
}

function withLoad(params: Params, more: number): Params {
  const raise = (load: Float64Array): Float64Array => load.map((units) => (units > 0 ? units + more : 0));
  return { ...params, wholeLoad: raise(params.wholeLoad), load: raise(params.load) };
}

function totals(params: Params, setting: PreparedCampaign['setting'], budget: Budget): Totals {
  let [launches, satellites, satelliteYears] = [0, 0, 0];
  const each = (out: Out, month: number): void => {
    for (let v = 0; v < out.launches.length; v++) launches += out.launches[v]!;
    for (let h = 0; h < params.orbits; h++) {
      satellites += out.placed[h]!;
      satelliteYears += out.inService[h]! * setting.calendar.intervals[month]!.years;
    }
  };
  runFluid({ ...params, expected: true }, setting, 0, each, budget);
  return { launches, satellites, satelliteYears };
}

/** Index in the plan of a month `YYYY-MM`; undefined where it is none, or not of the plan. */
export function monthIn({ setting }: PreparedCampaign, label: string): number | undefined {
  const month = monthOf(label);
  const index = month === undefined ? -1 : month - (setting.calendar.intervals[0]?.month ?? 0);
  return index >= 0 && index < setting.calendar.intervals.length ? index : undefined;
}
