import type { Fleet } from '@kardashev/contracts/fleet.ts';
import { coldest_K, hottest_K } from '../energy/messages.ts';
import type { Mode } from './modes.ts';

/** From where to where a mode's colours go, in SI; ages in years. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly unit: 'W' | 'K' | '%' | 'yr';
}

/** Chips seldom are colder in the shadow. */
const cold_K = 263.15;
/** Years beyond the longest design life at which nearly all satellites are gone. */
const grace_yr = 1;
const year_s = 365.25 * 86_400;

export function scaleOf(mode: Mode, fleet: Fleet | undefined): Scale | undefined {
  const most = (of: (shell: Fleet['shells'][number]) => number) =>
    Math.max(0, ...(fleet?.shells ?? []).map(of));
  switch (mode) {
    case 'power':
      return { low: 0, high: most(({ design }) => design.powerToCompute_W ?? 0), unit: 'W' };
    case 'heat':
      return { low: cold_K, high: most(({ design }) => design.junctionLimit_K ?? 0), unit: 'K' };
    case 'load':
      return { low: 0, high: 1, unit: '%' };
    case 'age':
      return {
        low: 0,
        high: Math.ceil(most(({ mortality }) => mortality.life_s) / year_s) + grace_yr,
        unit: 'yr',
      };
    default:
      return undefined;
  }
}

/** How the shader brings what it knows of a satellite to the ramp, 0 to 1. */
export interface OnRamp {
  readonly scale: number;
  readonly offset: number;
}

/** Chips' share of nominal power, times what the month has over full load. */
export function powerOnRamp({ high }: Scale, nominal_W: number, overFull: number): OnRamp {
  return { scale: high > 0 ? (nominal_W * overFull) / high : 0, offset: 0 };
}

/** A byte's share of the temperatures it can tell. */
export function heatOnRamp({ low, high }: Scale): OnRamp {
  return { scale: (hottest_K - coldest_K) / (high - low), offset: (coldest_K - low) / (high - low) };
}

/** Months. */
export function ageOnRamp({ high }: Scale): OnRamp {
  return { scale: 1 / 12 / high, offset: 0 };
}
