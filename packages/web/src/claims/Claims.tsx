import type { Claim } from '@kardashev/contracts/verdict.ts';
import { view } from '../app/views.ts';
import { count } from '../format/quantity.ts';
import { Figure } from '../lineage/Figure.tsx';
import './claims.css';
import { claimText, claimTitle } from './texts.ts';
import { Verdict } from './Verdict.tsx';
import { words } from './words.ts';
import { writtenQuantity } from './written.ts';

/** What was announced against what the plan computes, a line each; the view of the claims has scales and reasons. */
export function Claims({ claims }: { claims: readonly Claim[] }) {
  const number = (verdict: Claim['verdict']) =>
    count(claims.filter((claim) => claim.verdict === verdict).length);
  return (
    <section class="claims" aria-labelledby="claims-title">
      <header>
        <h2 id="claims-title">{words().title}</h2>
        <p>{words().counts(number('holds'), number('fails'), number('undecided'))}</p>
        <button
          type="button"
          class="claims-more"
          onClick={() => {
            view.value = 'claims';
          }}
        >
          {words().more}
        </button>
      </header>
      {claims.length === 0 ? <p class="claims-empty">{words().none}</p> : <Lines claims={claims} />}
    </section>
  );
}

function Lines({ claims }: { claims: readonly Claim[] }) {
  return (
    <ul class="claim-lines">
      {claims.map((claim) => (
        <li key={claim.id} data-claim={claim.id} title={claimText(claim).said}>
          <Verdict verdict={claim.verdict} />
          <span class="claim-name">{claimTitle(claim.id)}</span>
          <Figure number={`claim:${claim.id}`} plain>
            {writtenQuantity(claim.computed, claim.unit)}
          </Figure>
        </li>
      ))}
    </ul>
  );
}
