import type { Claim } from '@kardashev/contracts/verdict.ts';
import './claims.css';
import { writtenMargin, writtenQuantity } from './written.ts';

const marks: Readonly<Record<Claim['verdict'], string>> = { holds: '✓', fails: '✕', undecided: '?' };

/** What was announced against what the plan computes. */
export function Claims({ claims }: { claims: readonly Claim[] }) {
  const number = (verdict: Claim['verdict']) => claims.filter((claim) => claim.verdict === verdict).length;
  return (
    <section class="claims" aria-labelledby="claims-title">
      <header>
        <h2 id="claims-title">The announcement, claim by claim</h2>
        <p>
          {number('holds')} hold, {number('fails')} fail, {number('undecided')} undecided
        </p>
      </header>
      {claims.length === 0 ? (
        <p class="claims-empty">This plan makes no claims.</p>
      ) : (
        <Table claims={claims} />
      )}
    </section>
  );
}

function Table({ claims }: { claims: readonly Claim[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Claim</th>
          <th scope="col">Verdict</th>
          <th scope="col" class="right">
            Computed
          </th>
          <th scope="col" class="right">
            Claimed
          </th>
          <th scope="col" class="right">
            Margin
          </th>
          <th scope="col">What would have to be true</th>
        </tr>
      </thead>
      <tbody>
        {claims.map((claim) => (
          <Row key={claim.id} claim={claim} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ claim }: { claim: Claim }) {
  return (
    <tr data-claim={claim.id}>
      <th scope="row">
        {claim.said}
        <span>{claim.quantity}</span>
      </th>
      <td>
        <span class={`chip ${claim.verdict}`}>
          <span aria-hidden="true">{marks[claim.verdict]}</span> {claim.verdict}
        </span>
      </td>
      <td class="right strong" data-label="computed">
        {writtenQuantity(claim.computed, claim.unit)}
      </td>
      <td class="right" data-label="claimed">
        {writtenQuantity(claim.claimed, claim.unit)}
      </td>
      <td class="right" data-label="margin">
        {writtenMargin(claim.margin)}
      </td>
      <td class="instead">{claim.instead}</td>
    </tr>
  );
}
