import { signal } from '@preact/signals';
import { readPart, writePart } from '../../app/address.ts';

/** What the colour of a satellite says. In the shader they go by their place in this list. */
export const modes = ['shell', 'sunlight', 'power', 'heat', 'load', 'age', 'link'] as const;
export type Mode = (typeof modes)[number];

/** Modes that need to know designs, stations and how satellites leave service. */
export const needFleet: ReadonlySet<Mode> = new Set<Mode>(['power', 'heat', 'age', 'link']);

/** Modes whose colour is a number on a scale; in the others it is one of a few kinds. */
export const scaled: ReadonlySet<Mode> = new Set<Mode>(['power', 'heat', 'load', 'age']);

/** The mode on show; it stands in the address as `colour=`. */
export const mode = signal<Mode>('shell');

/** Takes the mode over that the address names. */
export function readMode(): void {
  mode.value = modes.find((each) => each === readPart('colour')) ?? 'shell';
}

export function chooseMode(next: Mode): void {
  mode.value = next;
  writePart('colour', next === 'shell' ? '' : next);
}
