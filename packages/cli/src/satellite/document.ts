import { coefficientsOf, type EnergySection, type Satellite } from '@kardashev/model/energy/design.ts';
import { corruption_perS } from '@kardashev/model/energy/dose.ts';
import { type Mass, massOf } from '@kardashev/model/energy/mass.ts';
import type { Check } from '@kardashev/model/energy/satellite-check.ts';
import type { Flight, SatelliteYear } from '@kardashev/model/energy/satellite-year.ts';
import { degrees } from '@kardashev/model/sky/angle.ts';
import type { EclipseCalendar } from '@kardashev/model/sky/eclipse-days.ts';

const year_s = 365.25 * 86_400;
const rad_Gy = 0.01;
/** Sunlit share that calculators take for every day. */
const usualShare = 0.98;

export interface Found {
  readonly satellite: Satellite;
  readonly section: EnergySection;
  readonly flight: Flight;
  readonly age_s: number;
  readonly year: SatelliteYear;
  readonly check: Check;
  readonly eclipses: EclipseCalendar;
}

export type SatelliteDocument = ReturnType<typeof documentOf>;

/** What the command prints with --json. Days of the year count from 1; watts are means over a revolution. */
export function documentOf(found: Found, sized: boolean) {
  const { satellite, flight, age_s, year, check, eclipses } = found;
  const { design, days } = year;
  const { worst, hottest, deepest } = check;
  const mass: Mass = massOf(satellite);
  return {
    satellite: satellite.name,
    sized,
    orbit: {
      altitude_m: flight.altitude_m,
      inclination_deg: degrees(flight.inclination_rad),
      period_s: year.period_s,
      year: flight.year,
    },
    age_y: age_s / year_s,
    eclipse: {
      daysWithEclipse: eclipses.daysWithEclipse,
      firstDayOfYear: eclipses.firstDay ?? null,
      longest_s: eclipses.longest_s,
      sunlitFraction: eclipses.sunlitShare,
      worstSunlitFraction: 1 - Math.max(...days.map((day) => day.eclipse_s)) / year.period_s,
    },
    power: {
      array_W: worst.held.array_W,
      arrayFullSun_W: fullSun_W(found),
      nominal_W: satellite.powerToCompute_W,
      toCompute_W: worst.held.chips_W,
      toComputeMean_W: days.reduce((sum, day) => sum + day.held.chips_W, 0) / days.length,
      constantSun_W: constantSun_W(found),
      worstDay: worst.dayOfYear,
      arrayArea_m2: satellite.arrayArea_m2,
    },
    heat: {
      radiator_K: hottest.free.radiator_K,
      junction_K: hottest.free.junction_K,
      junctionLimit_K: design.junctionLimit_K,
      perPlanform_Wm2: carried_Wm2(found),
      perEmittingArea_Wm2: carried_Wm2(found) / 2,
      emittedPerPlanform_Wm2: hottest.free.radiated_W / radiatorLeft_m2(found),
      throttledTo_W: hottest.held.chips_W,
      worstDay: hottest.dayOfYear,
      radiatorArea_m2: satellite.radiatorArea_m2,
      radiatorLeft_m2: radiatorLeft_m2(found),
    },
    battery: {
      capacity_Wh: satellite.batteryCapacity_J / 3600,
      capacityLeft_Wh: coefficients(found).capacity_J / 3600,
      depthWorst: deepest.held.depth,
      depthLimit: satellite.batteryDepthLimit,
      worstDay: deepest.dayOfYear,
    },
    mass_kg: { ...mass, declared: sized ? null : satellite.mass_kg },
    radiation: radiationOf(found),
    firstLimit: check.first?.limit ?? null,
    firstLimitDay: check.first?.firstDay ?? null,
    limits: check.limits,
  };
}

const coefficients = ({ year, age_s, check }: Found) =>
  coefficientsOf(year.design, age_s, check.worst.flux_Wperm2, check.worst.beta_rad);

/** Planform that meteoroids have left. */
function radiatorLeft_m2({ year, age_s }: Found): number {
  return year.design.radiatorArea_m2 * Math.exp(-year.design.radiatorLoss_perS * age_s);
}

/** Heat that a square metre of planform takes away, beyond what it takes in. Rounding is no heat. */
function carried_Wm2(found: Found): number {
  const { radiated_W, environment_W } = found.check.hottest.free;
  const net_W = radiated_W - environment_W;
  return Math.abs(net_W) < 1e-9 * radiated_W ? 0 : net_W / radiatorLeft_m2(found);
}

/** Array in full sun on the worst day: its mean over the revolution by the share that is sunlit. */
function fullSun_W({ check }: Found): number {
  return check.worst.held.array_W / check.worst.held.sunlitShare;
}

/** What a calculator gives that takes 98 % of sun for every day, and no limit of heat. */
function constantSun_W(found: Found): number {
  const { design } = found.year;
  const mean_W = fullSun_W(found) * usualShare * design.distributionEfficiency - design.housekeeping_W;
  return Math.max(0, Math.min(mean_W, design.powerToCompute_W));
}

function radiationOf({ satellite, year, age_s }: Found) {
  const { chipDose_GyperS } = year.design;
  const corruptions = corruption_perS(chipDose_GyperS, satellite.corruptionDose_Gy);
  const years = (dose_Gy: number) => dose_Gy / chipDose_GyperS / year_s;
  return {
    dose_radPerYear: (chipDose_GyperS * year_s) / rad_Gy,
    dose_rad: (chipDose_GyperS * age_s) / rad_Gy,
    corruptionsPerAcceleratorAndYear: corruptions * year_s,
    inferencesPerCorruption: 1 / corruptions,
    memoryIrregularAfter_y: years(satellite.memoryDose_Gy),
    testedDoseAfter_y: years(satellite.chipDose_Gy),
  };
}
