import type { Claim } from '@kardashev/contracts/verdict.ts';
import { useEffect, useState } from 'preact/hooks';
import type { ViewProps } from '../app/views.ts';
import { count } from '../format/quantity.ts';
import { followStudies, futures } from '../studies/studies.ts';
import { BulletKey } from './Bullet.tsx';
import { ClaimEntry } from './ClaimEntry.tsx';
import './view.css';
import { type ClaimRoom, claimRooms, factOf } from './facts.ts';
import { monthIndex } from './scale.ts';
import { roomTitles } from './texts.ts';
import { words } from './words.ts';

type Wish = Claim['verdict'] | 'all';
const wishes: readonly Wish[] = ['all', 'holds', 'fails', 'undecided'];

/** Every claim of the announcement: who said it, what is computed, by how much it holds or fails, and why. */
export default function ClaimsView({ mission: { verdict, table } }: ViewProps) {
  const [wish, setWish] = useState<Wish>('all');
  const [room, setRoom] = useState<ClaimRoom | ''>('');
  useEffect(followStudies, []);
  const { claims } = verdict;
  const inRoom = claims.filter(({ id }) => room === '' || factOf(id).room === room);
  const shown = inRoom.filter((claim) => wish === 'all' || claim.verdict === wish);
  const number = (each: Wish, of = inRoom) =>
    of.filter((claim) => each === 'all' || claim.verdict === each).length;
  const span = [monthIndex(table.labels[0]) ?? 0, monthIndex(table.labels.at(-1)) ?? 240] as const;
  const study = futures.value.state === 'ready' ? futures.value.value?.study : undefined;
  return (
    <section class="claims-view" aria-labelledby="claims-view-title">
      <header>
        <h2 id="claims-view-title">{words().title}</h2>
        <p>
          {words().counts(
            count(number('holds', claims)),
            count(number('fails', claims)),
            count(number('undecided', claims)),
          )}
        </p>
        <BulletKey />
      </header>
      {claims.length === 0 ? (
        <div class="claims-none">
          <p>{words().none}</p>
          <p>{words().noneHow}</p>
        </div>
      ) : (
        <>
          <div class="claims-filters">
            <fieldset class="choice">
              <legend class="unseen">{words().byVerdict}</legend>
              {wishes.map((each) => (
                <label key={each} class={each === wish ? 'chosen' : ''}>
                  <input
                    type="radio"
                    name="claim-verdict"
                    value={each}
                    checked={each === wish}
                    onChange={() => setWish(each)}
                  />
                  {each === 'all' ? words().all : words().verdicts[each]} <b>{count(number(each))}</b>
                </label>
              ))}
            </fieldset>
            <label class="room-choice">
              <span>{words().byRoom}</span>
              <select value={room} onChange={(event) => setRoom(event.currentTarget.value as ClaimRoom | '')}>
                <option value="">{words().anyRoom}</option>
                {claimRooms.map((each) => (
                  <option key={each} value={each}>
                    {roomTitles()[each]}
                  </option>
                ))}
              </select>
            </label>
            {study && <p class="claims-study">{words().study(study.study)}</p>}
          </div>
          <p class="unseen" role="status">
            {count(shown.length)}
          </p>
          {shown.length === 0 && <p class="claims-none">{words().nothingHere}</p>}
          <ol class="claim-list">
            {shown.map((claim) => (
              <ClaimEntry key={claim.id} claim={claim} span={span} study={study} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
