import type { Judgement } from '@kardashev/model/study/claims/claim.ts';
import { createColors } from 'picocolors';
import { csv, wrap } from './layout.ts';
import { marginText, quantityText } from './number-text.ts';

const width = 100;

/** Each claim with what was said, what came out, and what would have to be true instead. */
export function claimsScreen(claims: readonly Judgement[], colour: boolean): string {
  const paint = createColors(colour);
  const colours = { holds: paint.green, fails: paint.red, undecided: paint.yellow };
  return claims
    .map(({ id, said, quantity, claimed, computed, unit, verdict, margin, instead }) => {
      const claim = `claimed ${quantityText(claimed, unit)}`;
      const found = verdict === 'undecided' ? claim : `${claim}, computed ${quantityText(computed, unit)}`;
      const by = margin === null ? '' : ` (${marginText(margin, unit, claimed)})`;
      return [
        `${colours[verdict](verdict.padEnd(9))}  ${paint.bold(id)}: ${said}`,
        ...wrap(`${quantity}: ${found}${by}`, width - 11).map((line) => `           ${line}`),
        ...wrap(instead, width - 11).map((line) => `           ${paint.dim(line)}`),
      ].join('\n');
    })
    .join('\n\n');
}

/** The same as CSV. */
export function claimsCsv(claims: readonly Judgement[]): string {
  const head = [
    'id',
    'said',
    'quantity',
    'claimed',
    'computed',
    'unit',
    'verdict',
    'margin',
    'instead',
  ] as const;
  return csv([head, ...claims.map((claim) => head.map((key) => claim[key]))]);
}
