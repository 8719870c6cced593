import { claims } from '../claims/judge.ts';
import { claimIds, outputs, width } from '../monte-carlo/outputs.ts';
import type { Rows } from '../monte-carlo/study.ts';
import { verdictCodes } from '../monte-carlo/study.ts';

/** What counts as far away: a plan that cannot be run, or a quantity that never comes to be. */
const never = 1e3;

const column = (name: string): number => outputs.findIndex((output) => output.name === name);

/**
 * By how much a claim fails in a row, in units of the claimed figure (years for months); 0 or less where it holds. Where
 * the quantity is never reached, a number that leads towards it stands in: how much dearer orbit still is at the end.
 */
export function shortfallOf(claim: string, rows: Rows, row: number): number {
  const place = claimIds.indexOf(claim);
  const { claimed, holds, unit } = claims[place] as (typeof claims)[number];
  if (rows.faults[row] !== '') return 10 * never;
  const verdict = verdictCodes[rows.verdicts[row * claimIds.length + place] as number];
  const computed = rows.numbers[row * width + outputs.length + place] as number;
  const scale = unit === 'month' ? 12 : Math.abs(claimed) || 1;
  if (verdict === 'holds') {
    const ahead = holds === 'at most' ? computed - claimed : claimed - computed;
    return Number.isFinite(ahead) ? Math.min(0, ahead / scale) : 0;
  }
  if (!Number.isFinite(computed)) return unit === 'month' ? 50 + dearer(rows, row) : never;
  const behind = (holds === 'at most' ? computed - claimed : claimed - computed) / scale;
  // A claim that wants more than the claimed figure fails at the figure itself.
  return Math.max(behind, 1e-9);
}

/** Cost in orbit over cost on the ground at the end, less one. */
function dearer(rows: Rows, row: number): number {
  const at = (name: string): number => rows.numbers[row * width + column(name)] as number;
  const ratio = at('capital.orbit_USDperPFLOPday') / at('capital.ground_USDperPFLOPday');
  return Number.isFinite(ratio) ? Math.max(0, 10 * (ratio - 1)) : never;
}
