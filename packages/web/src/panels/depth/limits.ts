import { type ConstraintName, constraintNames } from '@kardashev/contracts/verdict.ts';
import type { MonthTable, Series } from '../../months/table.ts';

/** What one constraint held back, month by month, as a share. */
export interface Limit {
  readonly constraint: ConstraintName;
  readonly shares: Series;
  readonly most: { readonly month: number; readonly share: number };
}

/** Less than this is not worth a line. */
const least = 0.005;

/** The constraints of a room that ever held anything back, those that did so most first. */
export function limitsOf(table: MonthTable, name: string | undefined): readonly Limit[] {
  const column = name === undefined ? undefined : table.columns.get(name);
  if (!column) return [];
  return column.rows
    .flatMap((row, index): Limit[] => {
      const constraint = constraintNames.find((each) => each === row);
      const shares = Float64Array.from(column.values[index] ?? [], (value) => Math.min(1, value ?? 0));
      const month = shares.reduce((best, share, at) => (share > (shares[best] ?? 0) ? at : best), 0);
      const share = shares[month] ?? 0;
      return constraint && share >= least ? [{ constraint, shares, most: { month, share } }] : [];
    })
    .sort((left, right) => sum(right.shares) - sum(left.shares));
}

const sum = (shares: Series) => shares.reduce((all, share) => all + share, 0);

/** A stretch of months of one strength. */
export interface Stretch {
  readonly from: number;
  readonly months: number;
  /** From 1, barely, to 4, nearly all. */
  readonly strength: number;
}

/** Months put together as long as the strength stays; those without are left out. */
export function stretches(shares: Series): readonly Stretch[] {
  const found: { from: number; months: number; strength: number }[] = [];
  for (const [month, share] of shares.entries()) {
    const strength = share < least ? 0 : Math.min(4, 1 + Math.floor(share * 4));
    const last = found.at(-1);
    if (last && last.strength === strength && last.from + last.months === month) last.months += 1;
    else if (strength > 0) found.push({ from: month, months: 1, strength });
  }
  return found;
}
