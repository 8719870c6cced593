import type { ShellRow } from '@kardashev/contracts/shell.ts';
import { words } from './words.ts';

/** Shells that the eye cannot tell apart, under one colour. */
export interface ShellGroup {
  readonly label: string;
  /** Name in the palette. */
  readonly colour: `--${string}`;
  /** Indices into the run's shells. */
  readonly members: readonly number[];
}

/** Colours of a family in the palette. */
const shades = 4;

/** Shells further apart than this are another group. */
const gap_m = 60e3;

export function shellGroups(shells: readonly ShellRow[]): readonly ShellGroup[] {
  return [...family(shells, 'spread', 'cool'), ...family(shells, 'dawn-dusk', 'warm')];
}

function family(shells: readonly ShellRow[], nodes: ShellRow['nodes'], hue: 'cool' | 'warm'): ShellGroup[] {
  const bands: number[][] = [];
  let top_m = Number.NEGATIVE_INFINITY;
  for (const index of order(shells, nodes)) {
    const altitude_m = shells[index]!.altitude_m;
    if (altitude_m - top_m > gap_m) bands.push([]);
    bands.at(-1)!.push(index);
    top_m = altitude_m;
  }
  return bands.map((members, band) => ({
    label: label(members.map((index) => shells[index]!)),
    colour: `--orbit-${hue}-${Math.min(band + 1, shades)}`,
    members,
  }));
}

function order(shells: readonly ShellRow[], nodes: ShellRow['nodes']): number[] {
  return shells
    .map((_, index) => index)
    .filter((index) => shells[index]!.nodes === nodes)
    .sort((a, b) => shells[a]!.altitude_m - shells[b]!.altitude_m);
}

function label(band: readonly ShellRow[]): string {
  const altitudes = band.map(({ altitude_m }) => Math.round(altitude_m / 1000));
  const low = Math.min(...altitudes);
  const high = Math.max(...altitudes);
  const inclination = Math.round((band[0]!.inclination_rad * 180) / Math.PI);
  const orbit = band[0]!.nodes === 'dawn-dusk' ? words().dawnDusk : `${inclination}°`;
  return `${orbit}, ${low === high ? low : `${low}–${high}`} km`;
}
