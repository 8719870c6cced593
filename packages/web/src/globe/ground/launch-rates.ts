import type { PadRow } from '@kardashev/contracts/fleet.ts';
import type { MonthTable } from '../../months/table.ts';
import { hostValue } from '../colour/shell-figures.ts';

/** A launch pad in a month. */
export interface PadMonth {
  readonly pad: PadRow;
  /** Launches in a second. */
  readonly rate_perS: number;
}

const month_s = (365.25 / 12) * 86_400;

/**
 * Launches of a month by pad: months know them by vehicle, whose launches are shared out to its pads as pads and permits
 * allow.
 */
export function padMonths(pads: readonly PadRow[], table: MonthTable, month: number): readonly PadMonth[] {
  return pads.map((pad) => {
    const launches = pad.vehicles.reduce((sum, vehicle) => {
      const flown = Math.max(0, hostValue(table, 'launches', vehicle, month) || 0);
      return sum + flown * shareOf(pad, pads, vehicle, month);
    }, 0);
    return { pad, rate_perS: launches / month_s };
  });
}

function shareOf(pad: PadRow, pads: readonly PadRow[], vehicle: string, month: number): number {
  const others = pads.filter(({ vehicles }) => vehicles.includes(vehicle));
  const allowed = (each: PadRow) => each.allowed_perS[month] ?? 0;
  const all = others.reduce((sum, each) => sum + allowed(each), 0);
  return all > 0 ? allowed(pad) / all : 1 / others.length;
}

/** A launch under way: how long ago it lifted off. */
export interface Ascent {
  readonly pad: number;
  readonly since_s: number;
}

/** Launches of the last `window_s`, evenly in time, the pads by turns. */
export function ascentsAt(pads: readonly PadMonth[], time_s: number, window_s: number): readonly Ascent[] {
  return pads.flatMap(({ rate_perS }, pad) => {
    if (rate_perS <= 0) return [];
    const phase = ((pad + 1) * 0.618) % 1;
    const ascents: Ascent[] = [];
    const latest = Math.floor(time_s * rate_perS - phase);
    for (let launch = latest; ; launch--) {
      const since_s = time_s - (launch + phase) / rate_perS;
      if (since_s > window_s || ascents.length >= mostOfPad) return ascents;
      ascents.push({ pad, since_s });
    }
  });
}

const mostOfPad = 16;
