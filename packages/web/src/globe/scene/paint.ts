import type { Vector3 } from 'three';
import { type Mode, modes } from '../colour/modes.ts';
import type { FleetPoints } from '../fleet/points.ts';
import type { Look } from './look.ts';

/** How satellites are coloured: the mode, and what the shader needs of each shell. */
export interface Colouring {
  readonly mode: Mode;
  readonly look: Look;
  /** Whether light of satellites adds up. */
  readonly glow: boolean;
  readonly shells: readonly ShellColouring[];
}

export interface ShellColouring {
  readonly colour: Vector3;
  /** Planes that lie in a ring hide one another and do not glow. */
  readonly ring: boolean;
  /** Of the whole shell, from 0 to 1 on the ramp. */
  readonly value: number;
  /** What brings a satellite's own number to the ramp. */
  readonly scale: number;
  readonly offset: number;
}

const ramp = ['--ramp-1', '--ramp-2', '--ramp-3', '--ramp-4', '--ramp-5'] as const;

export function paint(points: FleetPoints, { mode, look: { of, theme }, glow, shells }: Colouring): void {
  const { shared } = points;
  shared.mode.value = modes.indexOf(mode);
  shared.dim.value = theme === 'dark' ? 0.8 : 0.55;
  shared.shadowColour.value.copy(mode === 'shell' ? of('--line-strong') : of('--shadowed'));
  shared.sunColour.value.copy(of('--sunlit'));
  shared.directColour.value.copy(of('--ramp-5'));
  shared.relayedColour.value.copy(of('--ramp-1'));
  for (const [step, name] of ramp.entries()) shared.ramp.value[step]!.copy(of(name));
  shells.forEach((shell, index) => {
    points.setColour(index, shell.colour);
    points.setGlow(index, glow && !shell.ring);
    points.setValue(index, shell);
  });
}
