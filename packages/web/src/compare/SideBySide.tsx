import type { Months } from '@kardashev/contracts/months.ts';
import type { ShellRow, Shells } from '@kardashev/contracts/shell.ts';
import type { Verdict } from '@kardashev/contracts/verdict.ts';
import { both, getKept, type Load } from '../api/api.ts';
import { askCompare } from '../api/money.ts';
import { useDocument } from '../api/useDocument.ts';
import { useWork } from '../api/work.ts';
import { TroubleNote } from '../app/TroubleNote.tsx';
import { Assumptions } from './Assumptions.tsx';
import { Charts, chartColumns } from './Charts.tsx';
import type { Choice } from './choice.ts';
import { Explanation } from './Explanation.tsx';
import { Headlines } from './Headlines.tsx';
import { TurnedClaims } from './TurnedClaims.tsx';
import { words } from './words.ts';

/** What is shown of each of the two. */
export interface Side {
  readonly verdict: Verdict;
  readonly months: Months;
  readonly shells: readonly ShellRow[];
}

export function SideBySide({ a, b }: Choice) {
  const sides = useDocument(`${a} ${b}`, async () => both(...(await Promise.all([sideOf(a), sideOf(b)]))));
  const why = useWork(`${a} ${b}`, (way) => askCompare(a, b, way));
  const { document } = sides;
  if (document.state === 'failed') return <TroubleNote trouble={document.trouble} retry={sides.again} />;
  if (document.state === 'loading') return <Loading />;
  const [left, right] = document.value;
  return (
    <>
      <Headlines a={left.verdict} b={right.verdict} />
      <Explanation watched={why} a={left.verdict} b={right.verdict} />
      <Charts a={left} b={right} />
      <TurnedClaims a={left.verdict} b={right.verdict} />
      {why.document.state === 'ready' && <Assumptions compared={why.document.value} />}
    </>
  );
}

async function sideOf(run: string): Promise<Load<Side>> {
  const path = `/api/runs/${run}`;
  const verdict = await getKept<Verdict>(path);
  if (verdict.state !== 'ready') return verdict;
  const query = new URLSearchParams({ funding: verdict.value.funding, columns: chartColumns.join(',') });
  const found = both(
    ...(await Promise.all([getKept<Months>(`${path}/months?${query}`), getKept<Shells>(`${path}/shells`)])),
  );
  if (found.state !== 'ready') return found;
  const [months, { shells }] = found.value;
  return { state: 'ready', value: { verdict: verdict.value, months, shells } };
}

function Loading() {
  return (
    <section class="card" aria-busy="true">
      <p class="quiet" role="status">
        {words().loading} …
      </p>
    </section>
  );
}
