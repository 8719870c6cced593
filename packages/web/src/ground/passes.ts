import type { Imagers } from '@kardashev/contracts/ground.ts';
import type { ShellRow } from '@kardashev/contracts/shell.ts';
import {
  groundPoint_deg,
  type ShellImagers,
  type ShellLook,
  shellLooks,
} from '@kardashev/model/data/task/shell-looks.ts';
import { signal } from '@preact/signals';
import { daysOf } from './night.ts';
import { type Point, unrolled } from './projection.ts';

/** Passes that are listed, and how far ahead they are looked for. */
const most = 12;
const ahead_s = 86_400;
/** Of a satellite's way over the ground, so much before and after its look is drawn. */
const drawn_s = 420;
const step_s = 20;

/** A look of the plan's imagers at a place, with what makes it worth anything. */
export interface Pass extends ShellLook {
  /** The Sun stands high enough there for a camera. */
  readonly lit: boolean;
  /** Seconds from the moment on show until the look: the order has to get there first. */
  readonly in_s: number;
  readonly path: readonly Point[];
}

/** The passes that are drawn on the map. */
export const drawnPasses = signal<readonly Pass[]>([]);

/** Imagers in service by shell: satellites of the month, and the share of them that carries one. */
export function imagersUp(
  shells: readonly ShellRow[],
  inService: (shell: string) => number,
  { shells: shares }: Imagers,
): ShellImagers[] {
  return shells.flatMap((shell) => {
    const share = shares.find(({ name }) => name === shell.name)?.imagerShare ?? 0;
    const imagers = Math.round(inService(shell.name) * share);
    return imagers > 0 ? [{ shell, imagers }] : [];
  });
}

/** The next passes over a place from a moment on, soonest first. */
export function passesOver(
  place: { readonly latitude_deg: number; readonly longitude_deg: number },
  moment_s: number,
  fleet: readonly ShellImagers[],
  imagers: Imagers,
): Pass[] {
  const rad = Math.PI / 180;
  const from_s = moment_s + imagers.order_s;
  const from_d = daysOf(from_s);
  const looks = shellLooks(
    { latitude_rad: place.latitude_deg * rad, longitude_rad: place.longitude_deg * rad },
    fleet,
    { from_d, span_s: ahead_s, most, farthestOffNadir_rad: imagers.farthestOffNadir_rad },
  );
  return looks.map((look) => ({
    ...look,
    lit: look.sunElevation_rad >= imagers.leastSun_rad,
    in_s: look.t_s + imagers.order_s,
    path: wayOf(look, fleet, from_d),
  }));
}

function wayOf(look: ShellLook, fleet: readonly ShellImagers[], from_d: number): Point[] {
  const shell = fleet.find((one) => one.shell.name === look.shell)?.shell;
  if (!shell) return [];
  const count = Math.floor((2 * drawn_s) / step_s) + 1;
  return unrolled(
    Array.from({ length: count }, (_, index) =>
      groundPoint_deg(shell, look, from_d, look.t_s - drawn_s + index * step_s),
    ),
  );
}
