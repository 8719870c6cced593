import { kardashevLevel, powerOfLevel_W } from '../../capital/kardashev-level.ts';
import { fleetPower_W, mankindPower_W } from '../kardashev.ts';
import type { Reading } from '../reading.ts';

/** Kardashev level of a month: of the fleet's power to compute, null without any, and of mankind with it. */
export interface MonthLevel {
  readonly month: string;
  readonly fleet: number | null;
  readonly mankind: number;
}

/** What it would take to be at level II when the announcement says. */
export interface LevelTwo {
  readonly by: string;
  readonly power_W: number;
  /** Power over mankind's, the fleet with it, in that month or in the last of the plan where it ends before. */
  readonly times: number;
  /** Mass of satellites as the plan's fleet has them for a watt; null where none fly. */
  readonly mass_kg: number | null;
  /** Mankind's power would have to double so often, from the plan's first month on, in days. */
  readonly doubling_days: number;
}

/** The announcement's date: level II by 2030 at the earliest, taken as the end of that year. */
const announced = { by: '2030-12', level: 2 };
const daysPerMonth = 365.25 / 12;

export function levelsOf(reading: Reading): MonthLevel[] {
  const power = fleetPower_W(reading);
  return reading.months.map((month, index) => {
    const fleet_W = power[index] as number;
    return {
      month,
      fleet: fleet_W > 0 ? kardashevLevel(fleet_W) : null,
      mankind: kardashevLevel(mankindPower_W(reading, index)),
    };
  });
}

export function levelTwoOf(reading: Reading): LevelTwo {
  const { months } = reading;
  const found = months.indexOf(announced.by);
  const at = found < 0 ? months.length - 1 : found;
  const power_W = powerOfLevel_W(announced.level);
  const last = months.length - 1;
  const fleet_W = fleetPower_W(reading)[last] as number;
  const mass_kg = reading.total('massInOrbit_kg')[last] as number;
  const doublings = Math.log2(power_W / mankindPower_W(reading, 0));
  return {
    by: announced.by,
    power_W,
    times: power_W / mankindPower_W(reading, at),
    mass_kg: fleet_W > 0 ? (power_W / fleet_W) * mass_kg : null,
    doubling_days: (monthsBetween(months[0] as string, announced.by) * daysPerMonth) / doublings,
  };
}

function monthsBetween(from: string, to: string): number {
  const count = (label: string): number => Number(label.slice(0, 4)) * 12 + Number(label.slice(5, 7));
  return count(to) - count(from);
}
