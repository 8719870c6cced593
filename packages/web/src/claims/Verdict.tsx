import type { Claim } from '@kardashev/contracts/verdict.ts';
import { words } from './words.ts';

const marks: Readonly<Record<Claim['verdict'], string>> = { holds: '✓', fails: '✕', undecided: '?' };

/** A verdict as a word, with a mark and a colour beside it. */
export function Verdict({ verdict }: { verdict: Claim['verdict'] }) {
  return (
    <span class={`chip ${verdict}`}>
      <span aria-hidden="true">{marks[verdict]}</span> {words().verdicts[verdict]}
    </span>
  );
}
