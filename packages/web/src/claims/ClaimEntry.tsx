import type { Study } from '@kardashev/contracts/study.ts';
import type { Claim } from '@kardashev/contracts/verdict.ts';
import { count, digits, share } from '../format/quantity.ts';
import { Figure } from '../lineage/Figure.tsx';
import { Bullet } from './Bullet.tsx';
import { bandOf } from './band.ts';
import { factOf } from './facts.ts';
import { type Band, bulletOf } from './scale.ts';
import { claimText, origins, roomTitles } from './texts.ts';
import { Verdict } from './Verdict.tsx';
import { words } from './words.ts';
import { writtenInstead, writtenMargin, writtenQuantity, writtenShortfall } from './written.ts';

interface EntryProps {
  readonly claim: Claim;
  /** First and last month of the plan, months since 2026-01. */
  readonly span: Band;
  readonly study: Study | undefined;
}

/** One claim: what was said, the verdict on a scale, and why. */
export function ClaimEntry({ claim, span, study }: EntryProps) {
  const { said, quantity } = claimText(claim);
  const fact = factOf(claim.id);
  return (
    <li class="claim" data-claim={claim.id} data-verdict={claim.verdict}>
      <div class="claim-said">
        <Verdict verdict={claim.verdict} />
        <h3>{said}</h3>
        <p class="claim-origin">
          {fact.origins.map((origin) => origins()[origin]).join('; ')} · {roomTitles()[fact.room]}
        </p>
      </div>
      <Measured claim={claim} quantity={quantity} span={span} study={study} />
      <Why claim={claim} study={study} />
    </li>
  );
}

function Measured({ claim, quantity, span, study }: EntryProps & { readonly quantity: string }) {
  const computed = writtenQuantity(claim.computed, claim.unit);
  const claimed = writtenQuantity(claim.claimed, claim.unit);
  const band = bandOf(claim.id, study);
  const bullet = bulletOf(claim, span, band);
  const side = bullet ? words().holdsFrom[bullet.good] : '';
  return (
    <div class="claim-measured">
      <p class="claim-quantity">{quantity}</p>
      {bullet && (
        <Bullet bullet={bullet} verdict={claim.verdict} label={words().chart(claimed, computed, side)} />
      )}
      <dl>
        <div>
          <dt>{words().computed}</dt>
          <dd class="strong">
            <Figure number={`claim:${claim.id}`}>{computed}</Figure>
          </dd>
        </div>
        <div>
          <dt>{words().claimed}</dt>
          <dd>{claimed}</dd>
        </div>
        <div>
          <dt>{words().margin}</dt>
          <dd>{writtenMargin(claim)}</dd>
        </div>
      </dl>
      {bullet?.scale === 'logarithmic' && <p class="claim-scale">{words().logarithmic}</p>}
      {band && (
        <p class="claim-scale">
          {words().band(writtenQuantity(band[0], claim.unit), writtenQuantity(band[1], claim.unit))}
        </p>
      )}
    </div>
  );
}

function Why({ claim, study }: Pick<EntryProps, 'claim' | 'study'>) {
  const { id, verdict, instead } = claim;
  const shortfall = writtenShortfall(claim);
  const { text, lang } = writtenInstead(instead);
  const shares = study?.claims[id];
  const titles = { holds: words().byWhat, fails: words().instead, undecided: words().whyUndecided };
  return (
    <div class="claim-why">
      {text !== '' && (
        <>
          <h4>{titles[verdict]}</h4>
          {shortfall && <p>{shortfall}</p>}
          <p lang={lang}>{text}</p>
        </>
      )}
      {study && shares && (
        <p class="claim-futures">
          <span class="futures-bar" aria-hidden="true">
            <span style={{ width: `${shares.holds_share * 100}%` }} />
          </span>
          {words().futures(
            share(shares.holds_share),
            count(study.samples),
            // All of the samples, or none: their spread says nothing then.
            shares.error > 0 ? digits(shares.error * 100) : undefined,
          )}
        </p>
      )}
    </div>
  );
}
