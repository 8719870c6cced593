import type { ResolvedPlan } from '../../plan/resolved.ts';
import { secondsPerDay, secondsPerYear } from '../../time/calendar.ts';
import { turnaround_s } from '../../transport/launches.ts';
import { lostPerFlight } from '../../transport/stages.ts';
import type { PreparedCampaign } from './prepare.ts';

/** One line of what a pace of launches needs, beside what the plan has in its best month and what is on file. */
export interface Need {
  readonly what: string;
  readonly unit: string;
  readonly needed: number;
  readonly planned: number;
  /** What is permitted, filed or built today where the catalogue keeps that beside the plan's value. */
  readonly today: number | null;
}

/** What one launch of the plan's newest vehicle each `every_s` needs, once everything has been learnt. */
export function needsOf(prepared: PreparedCampaign, plan: ResolvedPlan, every_s: number): Need[] {
  const { view, params } = prepared;
  const v = newestCarrier(prepared);
  const vehicle = view.vehicles[v];
  if (!vehicle) return [];
  const family = params.families.find(({ versions }) => versions.includes(v))!;
  const month = params.months - 1;
  const pads = family.pads.map((p) => view.pads[p]!);
  const sum = (of: (pad: (typeof pads)[number]) => number): number =>
    pads.reduce((all, pad) => all + of(pad), 0);
  const rate = secondsPerYear / every_s;
  const eachPad =
    sum((pad) => (pad.pads[month]! * (1 - pad.outage)) / pad.gap_s[month]!) / sum((pad) => pad.pads[month]!);
  const units = meanLoad(prepared, v);
  const stage = (
    what: string,
    recovery: number,
    life: number,
    built_perS: number,
    reference_s: number,
  ): Need[] => [
    row(`${what} built`, 'a year', rate * lostPerFlight(recovery, life), built_perS * secondsPerYear),
    row(`${what} being turned round`, '', turnaround_s(vehicle, reference_s, 1e5) / every_s, Number.NaN),
  ];
  const today = (attribute: string): number =>
    pads.reduce((all, { name }) => all + (onFile(plan, `pads.${name}.${attribute}`) ?? 0), 0);
  return [
    row('permits', 'a year', rate, sum((pad) => pad.permits_perS[month]!) * secondsPerYear, today('permits')),
    row(
      'pads',
      '',
      1 / every_s / eachPad,
      sum((pad) => pad.pads[month]!),
      today('pads'),
    ),
    ...stage(
      'boosters',
      vehicle.boosterRecovery[month]!,
      vehicle.boosterLife,
      vehicle.boostersBuilt_perS[month]!,
      vehicle.boosterTurnaround_s,
    ),
    ...stage(
      'ships',
      vehicle.shipRecovery[month]!,
      vehicle.shipLife,
      vehicle.shipsBuilt_perS[month]!,
      vehicle.shipTurnaround_s,
    ),
    row(
      'propellant',
      'Mt a year',
      (rate * vehicle.propellant_kg) / 1e9,
      (sum((pad) => pad.propellantSupply_kgperS[month]!) * secondsPerYear) / 1e9,
    ),
    row('satellites', 'a day', (units * secondsPerDay) / every_s, factory(prepared, month) * secondsPerDay),
    row(
      'power of their chips',
      'GW a year',
      (units * rate * (params.chipPower_W[0] ?? 0)) / 1e9,
      (view.section.chipSupply_WperS[month]! * secondsPerYear) / 1e9,
    ),
  ];
}

function row(what: string, unit: string, needed: number, planned: number, today?: number): Need {
  return { what, unit, needed, planned, today: today ?? null };
}

/** Index of the newest vehicle that takes satellites of the plan. */
function newestCarrier({ params, view }: PreparedCampaign): number {
  let newest = -1;
  for (const [v, vehicle] of view.vehicles.entries()) {
    const carries = params.wholeLoad
      .subarray(v * params.orbits, (v + 1) * params.orbits)
      .some((units) => units > 0);
    if (carries && (newest < 0 || vehicle.available >= view.vehicles[newest]!.available)) newest = v;
  }
  return newest;
}

/** Satellites in a launch, mean over the shells by their size. */
function meanLoad({ params }: PreparedCampaign, v: number): number {
  let [units, targets] = [0, 0];
  for (let h = 0; h < params.orbits; h++) {
    const { target } = params.places[h]!.host;
    units += params.load[v * params.orbits + h]! * target;
    targets += target;
  }
  return targets > 0 ? units / targets : 0;
}

function factory({ params }: PreparedCampaign, month: number): number {
  return params.factories.reduce(
    (all, { design, serves }) => all + (serves.some((one) => one > 0) ? design.factory_perS[month]! : 0),
    0,
  );
}

/**
 * What is filed or assumed of today for an attribute of which the plan takes another value: the last number of the
 * first conflicting source, in that source's own unit.
 */
function onFile(plan: ResolvedPlan, path: string): number | undefined {
  const entry = plan.values[path];
  const text = entry?.conflicts?.[0]?.text ?? entry?.text;
  const numbers = text?.match(/(?<![\d-])\d+(\.\d+)?(?![\d-])/g);
  return numbers ? Number(numbers[numbers.length - 1]) : undefined;
}
