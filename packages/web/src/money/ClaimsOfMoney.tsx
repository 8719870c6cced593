import type { Claim } from '@kardashev/contracts/verdict.ts';
import { Card } from '../cards/Card.tsx';
import { claimText } from '../claims/texts.ts';
import { writtenMargin, writtenQuantity } from '../claims/written.ts';
import { Table } from '../tables/Table.tsx';
import { words } from './words.ts';

/** The claims that are about money, and the law. */
const about = [
  'cheapest-2y',
  'cheapest-3y',
  'cheapest-36m',
  'no-upper-limit',
  'starlink-pays',
  'bubble-stable',
  'value-1500',
  'listing-50',
  'escape-capsule',
  'joined-faster',
];
const marks: Readonly<Record<Claim['verdict'], string>> = { holds: '✓', fails: '✕', undecided: '?' };

export function ClaimsOfMoney({ claims }: { claims: readonly Claim[] }) {
  const say = words();
  const shown = claims.filter(({ id }) => about.includes(id));
  if (shown.length === 0) return null;
  return (
    <Card id="money-claims" title={say.claims}>
      <Table
        caption={say.claims}
        corner={say.claim}
        columns={[
          { head: say.verdict, text: true },
          { head: say.computed },
          { head: say.claimed },
          { head: say.margin },
        ]}
        rows={shown.map((claim) => ({
          head: <span title={claimText(claim).quantity}>{claimText(claim).said}</span>,
          cells: [
            <span key="verdict" class={`verdict-${claim.verdict}`}>
              <span aria-hidden="true">{marks[claim.verdict]}</span> {say.verdicts[claim.verdict]}
            </span>,
            writtenQuantity(claim.computed, claim.unit),
            writtenQuantity(claim.claimed, claim.unit),
            writtenMargin(claim),
          ],
        }))}
      />
    </Card>
  );
}
