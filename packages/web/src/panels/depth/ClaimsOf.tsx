import type { Claim } from '@kardashev/contracts/verdict.ts';
import type { ComponentChildren } from 'preact';
import { addressOf } from '../../app/address.ts';
import { factOf } from '../../claims/facts.ts';
import { claimText } from '../../claims/texts.ts';
import { Verdict } from '../../claims/Verdict.tsx';
import { writtenQuantity } from '../../claims/written.ts';
import { share } from '../../format/quantity.ts';
import { Figure } from '../../lineage/Figure.tsx';
import { futures } from '../../studies/studies.ts';
import type { Room } from '../panel.ts';
import { words } from './words.ts';

/** The claims of the announcement that a room decides, and in what share of the futures each holds. */
export function ClaimsOf({ claims, room }: { claims: readonly Claim[]; room: Room }) {
  const said = words();
  const own = claims.filter(({ id }) => factOf(id).room === room);
  const study = futures.value.state === 'ready' ? futures.value.value?.study : undefined;
  return (
    <section class="depth-part" aria-labelledby="depth-claims">
      <header>
        <h3 id="depth-claims">{said.claims}</h3>
        <a href={addressOf('claims')}>{said.allClaims}</a>
      </header>
      {own.length === 0 ? (
        <p class="depth-empty">{said.noClaims}</p>
      ) : (
        <ul class="claims-of">
          {own.map((claim) => {
            const shares = study?.claims[claim.id];
            return (
              <li key={claim.id} data-claim-of={claim.id}>
                <span class="claim-said">{claimText(claim).said}</span>
                <Verdict verdict={claim.verdict} />
                <dl>
                  <Pair name={said.computed}>
                    <Figure number={`claim:${claim.id}`}>
                      {writtenQuantity(claim.computed, claim.unit)}
                    </Figure>
                  </Pair>
                  <Pair name={said.claimed}>{writtenQuantity(claim.claimed, claim.unit)}</Pair>
                  {shares && (
                    <Pair name={said.holds}>
                      {said.holdsOf(share(shares.holds_share), share(shares.error))}
                    </Pair>
                  )}
                </dl>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function Pair({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
