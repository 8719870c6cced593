import { signal } from '@preact/signals';

/**
 * The numbers whose lineage is open, from the one that was asked for down to the one on show; empty when none is.
 * A number goes by its name: `fleet.powerToCompute_W` for a headline of the verdict, `cash_USD` for a monthly
 * column and `inService/low-30` for one row of it, `claim:sun-always` for what a claim computes.
 */
export const trail = signal<readonly string[]>([]);

/** Opens the lineage of a number. */
export function openLineage(number: string): void {
  trail.value = [number];
}

/** Goes on to a number that the one on show is made of; one that is on the way already is gone back to. */
export function goDeeper(number: string): void {
  const before = trail.value.indexOf(number);
  trail.value = before < 0 ? [...trail.value, number] : trail.value.slice(0, before + 1);
}

export function closeLineage(): void {
  trail.value = [];
}

/** What a number's name says of it. */
export type Named =
  | { readonly kind: 'headline'; readonly name: string }
  | { readonly kind: 'claim'; readonly name: string }
  | { readonly kind: 'column'; readonly name: string; readonly row?: string };

export function named(number: string): Named {
  if (number.startsWith('claim:')) return { kind: 'claim', name: number.slice('claim:'.length) };
  const slash = number.indexOf('/');
  if (slash >= 0) return { kind: 'column', name: number.slice(0, slash), row: number.slice(slash + 1) };
  return { kind: number.includes('.') ? 'headline' : 'column', name: number };
}
