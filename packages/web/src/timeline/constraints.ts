import type { ConstraintName } from '@kardashev/contracts/verdict.ts';
import { words } from './words.ts';

/** Constraints of one kind share a hue. */
export const families = ['launch', 'vehicle', 'plant', 'power', 'network', 'money', 'market'] as const;
export type Family = (typeof families)[number];

const familyOf: Readonly<Record<ConstraintName, Family>> = {
  permits: 'launch',
  pads: 'launch',
  boosters: 'vehicle',
  ships: 'vehicle',
  tankers: 'vehicle',
  propellant: 'vehicle',
  payloadMass: 'vehicle',
  payloadVolume: 'vehicle',
  factory: 'plant',
  chips: 'plant',
  cells: 'plant',
  grounding: 'vehicle',
  cash: 'money',
  power: 'power',
  heat: 'power',
  isl: 'network',
  downlink: 'network',
  demand: 'market',
};

export const familyColour = (family: Family): string => `var(--of-${family})`;

/** The hue of a constraint, as a colour of the palette. */
export const colourOf = (constraint: ConstraintName): string => familyColour(familyOf[constraint]);

/** What binds, in the language on show. */
export const constraintName = (constraint: ConstraintName): string => words().constraints[constraint];

/** The same within a sentence: German nouns keep their capital. */
export function constraintInSentence(constraint: ConstraintName, locale: string): string {
  const name = constraintName(constraint);
  return locale.startsWith('de') ? name : name.toLowerCase();
}
