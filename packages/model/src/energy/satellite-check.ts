import { type Fault, failure, type Outcome, success } from '../outcome/outcome.ts';
import { coefficientsOf, eclipsePolicies, type OrbitDesign } from './design.ts';
import type { SatelliteDay, SatelliteYear } from './satellite-year.ts';

/** What can keep a satellite from running its chips at full load. */
export type LimitName = 'power' | 'battery' | 'heat' | 'dose';

/** A limit that breaks: where it breaks first in the year, and where it is worst. */
export interface Limit {
  readonly limit: LimitName;
  readonly firstDay: number;
  readonly days: number;
  readonly worstDay: number;
  /** What there is over what full load takes, on the worst day; for heat the limit over the junction, in kelvins. */
  readonly worstShare: number;
}

export interface Check {
  readonly limits: readonly Limit[];
  /** The one that breaks first in the year; of several on one day the worst. */
  readonly first?: Limit;
  /** Day with the least power to chips, and the hottest at full load. */
  readonly worst: SatelliteDay;
  readonly hottest: SatelliteDay;
  readonly deepest: SatelliteDay;
}

/** Rounding in the kernel's budgets. */
const slack = 1e-3;
const hibernate = eclipsePolicies.indexOf('hibernate');

/**
 * Holds every day of a year against full load: can the array make the energy, the battery carry it through the
 * eclipse, the radiator keep the junctions below their limit, the chips stand the dose collected so far?
 * Where the plan's policy is to hibernate, the eclipse needs housekeeping alone.
 */
export function checkYear(year: SatelliteYear, age_s: number, chipDose_Gy: number): Check {
  const { design, days } = year;
  const dose = design.chipDose_GyperS * age_s;
  const shares: { readonly [L in LimitName]: (day: SatelliteDay) => number } = {
    power: (day) => day.held.array_W / needed_W(year, day, age_s),
    battery: (day) => batteryShare(design, day, age_s),
    heat: (day) => design.junctionLimit_K / day.free.junction_K,
    dose: () => (dose > 0 ? chipDose_Gy / dose : Infinity),
  };
  const limits = (Object.keys(shares) as LimitName[]).flatMap((limit) => {
    const found = limitOf(limit, days, shares[limit]);
    return found ? [found] : [];
  });
  const first = limits.reduce<Limit | undefined>(
    (best, one) =>
      !best ||
      one.firstDay < best.firstDay ||
      (one.firstDay === best.firstDay && one.worstShare < best.worstShare)
        ? one
        : best,
    undefined,
  );
  return {
    limits,
    ...(first ? { first } : {}),
    worst: least(days, (day) => day.held.chips_W),
    hottest: least(days, (day) => -day.free.junction_K),
    deepest: least(days, (day) => -day.held.depth),
  };
}

function limitOf(
  limit: LimitName,
  days: readonly SatelliteDay[],
  share: (day: SatelliteDay) => number,
): Limit | undefined {
  const broken = days.filter((day) => share(day) < 1 - slack);
  if (broken.length === 0) return undefined;
  const worst = least(broken, share);
  return {
    limit,
    firstDay: broken[0]!.dayOfYear,
    days: broken.length,
    worstDay: worst.dayOfYear,
    worstShare: share(worst),
  };
}

/** Mean power of the array over a revolution that full load takes, the battery's loss included. */
export function needed_W({ design, period_s }: SatelliteYear, day: SatelliteDay, age_s: number): number {
  const dark = day.eclipse_s / period_s;
  const inEclipse_W = inEclipse(design);
  const inSun_W = (design.powerToCompute_W + design.housekeeping_W) / design.distributionEfficiency;
  const { capacity_J } = coefficientsOf(design, age_s, day.flux_Wperm2, day.beta_rad);
  return (1 - dark) * inSun_W + (capacity_J > 0 ? dark * (inEclipse_W / design.batteryRoundTrip) : 0);
}

function batteryShare(design: OrbitDesign, day: SatelliteDay, age_s: number): number {
  if (day.eclipse_s === 0) return Infinity;
  const { usable_J, dischargeMost_W } = coefficientsOf(design, age_s, day.flux_Wperm2, day.beta_rad);
  const draw_W = inEclipse(design);
  return Math.min(usable_J / (draw_W * day.eclipse_s), dischargeMost_W / draw_W);
}

/** What array or battery gives in eclipse at full load under the design's policy. */
export function inEclipse(design: OrbitDesign): number {
  const chips_W = design.eclipsePolicy === hibernate ? 0 : design.powerToCompute_W;
  return (chips_W + design.housekeeping_W) / design.distributionEfficiency;
}

/**
 * What no policy can mend. Faults: `energy/battery-too-small` where housekeeping does not live through an eclipse,
 * `energy/radiator-too-small` where heat on some day leaves chips less than they draw idle, a share of full load.
 */
export function workable(
  name: string,
  year: SatelliteYear,
  age_s: number,
  idleShare: number,
): Outcome<SatelliteYear> {
  const { design, days } = year;
  const faults: Fault[] = [];
  const house_W = design.housekeeping_W / design.distributionEfficiency;
  const dark = days.find((day) => {
    const { usable_J } = coefficientsOf(design, age_s, day.flux_Wperm2, day.beta_rad);
    return house_W * day.eclipse_s > usable_J * (1 + slack);
  });
  if (dark) faults.push(batteryFault(name, design, dark, age_s, house_W));
  const hot = days.find((day) => design.powerToCompute_W > 0 && day.held.heldByHeat > 1 - idleShare);
  if (hot) faults.push(radiatorFault(name, design, hot));
  return faults.length > 0 ? failure(...faults) : success(year);
}

function batteryFault(
  name: string,
  design: OrbitDesign,
  day: SatelliteDay,
  age_s: number,
  house_W: number,
): Fault {
  const { usable_J } = coefficientsOf(design, age_s, day.flux_Wperm2, day.beta_rad);
  return {
    code: 'energy/battery-too-small',
    message: `The battery of ${name} does not carry it through the eclipse of day ${day.dayOfYear}.`,
    at: { path: `satellites.${name}.batteryCapacity` },
    cause: `Housekeeping alone takes ${watthours(house_W * day.eclipse_s)} in ${(day.eclipse_s / 60).toFixed(1)} minutes of shadow; ${watthours(usable_J)} may be drawn at that age.`,
    fix: 'Give it a larger batteryCapacity, a deeper batteryDepthLimit or less housekeeping; --size finds the size.',
  };
}

function radiatorFault(name: string, design: OrbitDesign, day: SatelliteDay): Fault {
  return {
    code: 'energy/radiator-too-small',
    message: `The radiators of ${name} cannot reject the heat at any allowed temperature on day ${day.dayOfYear}.`,
    at: { path: `satellites.${name}.radiatorArea` },
    cause: `With junctions at their limit of ${(design.junctionLimit_K - 273.15).toFixed(0)} °C, ${design.radiatorArea_m2} m² of planform carry away what bus, surroundings and ${(day.held.chips_W / 1e3).toPrecision(3)} kW of chips give: less than they draw without any work.`,
    fix: 'Give it a larger radiatorArea, a better attitude to Sun and Earth, or a higher energy.junctionLimit; --size finds the size.',
  };
}

const watthours = (energy_J: number): string => `${(energy_J / 3.6e6).toPrecision(3)} kWh`;

function least<T>(items: readonly T[], of: (item: T) => number): T {
  return items.reduce((best, item) => (of(item) < of(best) ? item : best));
}
