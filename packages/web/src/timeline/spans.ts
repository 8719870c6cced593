import type { Binding, ConstraintName } from '@kardashev/contracts/verdict.ts';

/** A stretch of the ribbon, in months of the plan, both included. */
export interface Span {
  readonly first: number;
  readonly last: number;
  readonly constraint: ConstraintName;
}

/** Bindings as stretches of the months on show; what lies outside them is cut off. */
export function spans(binding: readonly Binding[], labels: readonly string[]): readonly Span[] {
  const start = monthNumber(labels[0] ?? '');
  return binding
    .map(({ from, to, constraint }) => ({
      first: Math.max(0, monthNumber(from) - start),
      last: Math.min(labels.length - 1, monthNumber(to) - start),
      constraint,
    }))
    .filter(({ first, last }) => last >= first);
}

/** Months since the year 0. */
export function monthNumber(label: string): number {
  const [year = 0, month = 1] = label.split('-').map(Number);
  return year * 12 + month - 1;
}

/** The constraint that binds in a month. */
export function bindingAt(all: readonly Span[], month: number): ConstraintName | undefined {
  return all.find(({ first, last }) => month >= first && month <= last)?.constraint;
}
