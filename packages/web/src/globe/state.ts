import type { ShellRow } from '@kardashev/contracts/shell.ts';
import { signal } from '@preact/signals';
import { readPart, writePart } from '../app/address.ts';
import type { Choice } from './pick/pick.ts';

/** The satellite whose page is open; it stands in the address as `satellite=middle-30.12.45`, counted from 1. */
export const choice = signal<Choice | undefined>(undefined);

/** Time from the middle of the month at which satellites are shown. */
export const orbitTime_s = signal(0);

/** Whether orbits are being played. */
export const moving = signal(false);

export function choose(next: Choice | undefined, shells: readonly ShellRow[]): void {
  choice.value = next;
  const name = next && shells[next.shell]?.name;
  writePart('satellite', next && name ? `${name}.${next.plane + 1}.${next.slot + 1}` : '');
}

/** The place that the address, or somebody by hand, names: `middle-30.12.45` or `middle-30 12 45`. */
export function readChoice(text: string, shells: readonly ShellRow[]): Choice | undefined {
  const match = /^\s*(.+?)[\s./]+(\d+)[\s./]+(\d+)\s*$/.exec(text);
  const shell = shells.findIndex(({ name }) => name === match?.[1]);
  const row = shells[shell];
  const [plane, slot] = [Number(match?.[2]) - 1, Number(match?.[3]) - 1];
  if (!row || !(plane >= 0 && plane < row.planes && slot >= 0 && slot < row.perPlane)) return undefined;
  return { shell, plane, slot };
}

export function readAddressedChoice(shells: readonly ShellRow[]): void {
  choice.value = readChoice(readPart('satellite'), shells);
}
