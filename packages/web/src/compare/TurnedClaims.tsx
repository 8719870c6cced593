import type { Claim, Verdict } from '@kardashev/contracts/verdict.ts';
import { Card } from '../cards/Card.tsx';
import { claimText } from '../claims/texts.ts';
import { writtenQuantity } from '../claims/written.ts';
import { SaveCsv, Table } from '../tables/Table.tsx';
import { turnedClaims } from './figures.ts';
import { words } from './words.ts';

const marks: Readonly<Record<Claim['verdict'], string>> = { holds: '✓', fails: '✕', undecided: '?' };

/** The claims that one run makes true and the other does not. */
export function TurnedClaims({ a, b }: { a: Verdict; b: Verdict }) {
  const say = words();
  const turned = turnedClaims(a, b);
  return (
    <Card
      id="compare-claims"
      title={say.claims.title}
      tools={
        turned.length > 0 && (
          <SaveCsv
            name={`${a.run}-${b.run}-claims.csv`}
            table={say.claims.title}
            rows={() => [
              ['claim', 'unit', 'a', 'computed in a', 'b', 'computed in b'],
              ...turned.map(({ a, b }) => [
                a.id,
                a.unit,
                a.verdict,
                plain(a.computed),
                b.verdict,
                plain(b.computed),
              ]),
            ]}
          />
        )
      }
    >
      {turned.length === 0 ? (
        <p class="quiet">{say.claims.none}</p>
      ) : (
        <Table
          caption={say.claims.title}
          corner={say.claims.claim}
          columns={[
            { head: say.a, text: true },
            { head: say.b, text: true },
          ]}
          rows={turned.map(({ a, b }) => ({
            head: <span title={claimText(a).quantity}>{claimText(a).said}</span>,
            cells: [<Judged key="a" claim={a} />, <Judged key="b" claim={b} />],
          }))}
        />
      )}
    </Card>
  );
}

function Judged({ claim }: { claim: Claim }) {
  return (
    <>
      <span class={`verdict-${claim.verdict}`}>
        <span aria-hidden="true">{marks[claim.verdict]}</span> {words().verdicts[claim.verdict]}
      </span>{' '}
      <span class="quiet">{writtenQuantity(claim.computed, claim.unit)}</span>
    </>
  );
}

const plain = (value: Claim['computed']) => (typeof value === 'boolean' ? String(value) : value);
