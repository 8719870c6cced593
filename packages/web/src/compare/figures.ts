import type { Claim, Verdict } from '@kardashev/contracts/verdict.ts';
import { headlineTable } from '@kardashev/model/study/headline.ts';

/** A headline number of two runs. */
export interface Pair {
  readonly key: string;
  readonly unit: string;
  readonly a: number | null;
  readonly b: number | null;
  /** b − a; null where either has no such number. */
  readonly difference: number | null;
  /** Of what a has; null where that is nothing. */
  readonly relative: number | null;
}

/** The headline numbers side by side, each run funded as its plan says. */
export function pairsOf(a: Verdict, b: Verdict): Pair[] {
  return headlineTable.map(({ key, unit, of }) => {
    const [left, right] = [numberIn(of, a), numberIn(of, b)];
    const difference = left === null || right === null ? null : right - left;
    return {
      key,
      unit,
      a: left,
      b: right,
      difference,
      relative: difference === null || left === null || left === 0 ? null : difference / Math.abs(left),
    };
  });
}

function numberIn(of: (typeof headlineTable)[number]['of'], verdict: Verdict): number | null {
  const value = of(verdict as Parameters<typeof of>[0]);
  return value !== null && Number.isFinite(value) ? value : null;
}

/** A claim that both runs judge. */
export interface JudgedTwice {
  readonly a: Claim;
  readonly b: Claim;
}

/** The claims on which the two come to different verdicts, in the order of the announcement. */
export function turnedClaims(a: Verdict, b: Verdict): JudgedTwice[] {
  const other = new Map(b.claims.map((claim) => [claim.id, claim]));
  return a.claims.flatMap((claim) => {
    const found = other.get(claim.id);
    return found && found.verdict !== claim.verdict ? [{ a: claim, b: found }] : [];
  });
}
