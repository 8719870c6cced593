import { monthName, quantity, text } from '../format/quantity.ts';
import type { Milestone } from './milestones.ts';
import { words } from './words.ts';

const figureUnits: Readonly<Record<string, string>> = { listing: 'USD', bestVehicle: 'kg', largeRun: 'd' };

function figureOf({ kind, value }: Milestone): string {
  return value === undefined ? '' : text(quantity(value, figureUnits[kind] ?? '1'));
}

/** A milestone in a few words, beside its mark. */
export function shortly(milestone: Milestone): string {
  if (milestone.kind === 'crossover' && milestone.month === null) return words().crossoverNever;
  return words().short[milestone.kind](figureOf(milestone));
}

/** A milestone in full. */
export function inFull(milestone: Milestone): string {
  const { kind, month, name = '' } = milestone;
  return month === null ? words().longNever[kind] : words().long[kind](figureOf(milestone), name);
}

/** When it comes, or that it never does. */
export function when({ month }: Milestone, labels: readonly string[]): string {
  return month === null ? words().never : monthName(labels[month] ?? '');
}
