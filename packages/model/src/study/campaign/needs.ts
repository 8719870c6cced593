import { secondsPerDay, secondsPerYear } from '../../time/calendar.ts';
import { lostPerFlight } from '../../transport/stages.ts';
import { turnaround_s } from '../../transport/vehicle.ts';
import type { PreparedCampaign } from './prepare.ts';

/** One line of what a pace of launches needs, beside what the plan has in its last month and today. */
export interface Need {
  readonly what: string;
  readonly unit: string;
  readonly needed: number;
  readonly planned: number;
  /** What the plan has in its first month after the record. */
  readonly today: number;
}

/** What one launch of the plan's newest vehicle each `every_s` needs, once everything has been learnt. */
export function needsOf(prepared: PreparedCampaign, every_s: number): Need[] {
  const { view, params, setting } = prepared;
  const v = newestCarrier(prepared);
  const vehicle = view.vehicles[v];
  if (!vehicle) return [];
  const family = params.families.find(({ versions }) => versions.includes(v))!;
  const pads = family.pads.map((p) => view.pads[p]!);
  const last = params.months - 1;
  const record = setting.calendar.intervals.filter(({ month }) => month <= view.section.actualsUntil).length;
  const first = Math.min(last, record);
  const sum = (of: (pad: (typeof pads)[number]) => number): number =>
    pads.reduce((all, pad) => all + of(pad), 0);
  const row = (what: string, unit: string, needed: number, had: (month: number) => number): Need => ({
    what,
    unit,
    needed,
    planned: had(last),
    today: had(first),
  });
  const rate = secondsPerYear / every_s;
  const padRate_perS =
    sum((pad) => (pad.pads[last]! * (1 - pad.outage)) / pad.gap_s[last]!) / sum((pad) => pad.pads[last]!);
  const units = meanLoad(prepared, v);
  const away = (reference_s: number): number => turnaround_s(vehicle, reference_s, Infinity) / every_s;
  const lostBoosters = lostPerFlight(vehicle.boosterRecovery[last]!, vehicle.boosterLife);
  const lostShips = lostPerFlight(vehicle.shipRecovery[last]!, vehicle.shipLife);
  const year = secondsPerYear;
  return [
    row('permits', 'a year', rate, (month) => sum((pad) => pad.permits_perS[month]!) * year),
    row('pads', '', 1 / every_s / padRate_perS, (month) => sum((pad) => pad.pads[month]!)),
    row(
      'boosters built',
      'a year',
      rate * lostBoosters,
      (month) => vehicle.boostersBuilt_perS[month]! * year,
    ),
    row('ships built', 'a year', rate * lostShips, (month) => vehicle.shipsBuilt_perS[month]! * year),
    row('boosters being turned round', '', away(vehicle.boosterTurnaround_s), () => Number.NaN),
    row('ships being turned round', '', away(vehicle.shipTurnaround_s), () => Number.NaN),
    row(
      'propellant',
      'Mt a year',
      (rate * vehicle.propellant_kg) / 1e9,
      (month) => (sum((pad) => pad.propellantSupply_kgperS[month]!) * year) / 1e9,
    ),
    row(
      'satellites',
      'a day',
      (units * secondsPerDay) / every_s,
      (month) => factory(prepared, month) * secondsPerDay,
    ),
    row(
      'chips',
      'GW a year',
      (units * rate * (params.chipPower_W[0] ?? 0)) / 1e9,
      (month) => (view.section.chipSupply_WperS[month]! * year) / 1e9,
    ),
  ];
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
