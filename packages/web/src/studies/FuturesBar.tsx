import { count } from '../format/quantity.ts';
import type { Mission } from '../state/mission.ts';
import './studies.css';
import { fansShown, futures, showFans } from './studies.ts';
import { words } from './words.ts';

/** Which study the bands of the charts are of, and a switch; or how to make one. */
export function FuturesBar({ mission }: { mission: Mission }) {
  return (
    <p class="futures">
      <Said mission={mission} />
    </p>
  );
}

function Said({ mission: { verdict, funding } }: { mission: Mission }) {
  const found = futures.value;
  const said = words();
  if (found.state === 'loading') return <>{said.looking}</>;
  if (found.state === 'failed') {
    return (
      <>
        {said.failed} {found.trouble.message} {found.trouble.fix}
      </>
    );
  }
  if (!found.value) {
    return (
      <>
        {said.none} <code>npx kardashev study plans/{verdict.plan}.yaml --samples 512</code>
      </>
    );
  }
  const { study, differences } = found.value;
  const notes = [said.bands];
  if (differences > 0) notes.push(said.another(count(differences)));
  return (
    <>
      <label class="futures-switch">
        <input
          type="checkbox"
          checked={fansShown.value}
          onChange={(event) => showFans(event.currentTarget.checked)}
        />
        {said.show}
      </label>
      <span class="futures-bands" aria-hidden="true" />
      {said.study(count(study.samples))}; {funding === verdict.funding ? notes.join('; ') : said.otherFunding}
    </>
  );
}
