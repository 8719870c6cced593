import type { Lineage } from '@kardashev/contracts/lineage.ts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { fetchLineage, type Load, loading } from '../api/api.ts';
import { TroubleNote } from '../app/TroubleNote.tsx';
import { quantity, text } from '../format/quantity.ts';
import { Assumptions } from './Assumptions.tsx';
import { Formula } from './Formula.tsx';
import { NumberList } from './NumberList.tsx';
import { words } from './words.ts';

/** Where a headline comes from: formula, columns, then assumptions by how much they matter. */
export function HeadlineNode({ run, headline }: { run: string; headline: string }) {
  const lineage = useSignal<Load<Lineage>>(loading);
  useEffect(
    () =>
      follow(run, headline, (answer) => {
        lineage.value = answer;
      }),
    [run, headline],
  );
  if (lineage.value.state === 'loading') return <p role="status">{words().loading}</p>;
  if (lineage.value.state === 'failed') return <TroubleNote trouble={lineage.value.trouble} />;
  const { value, unit, formula, columns = [], assumptions, working } = lineage.value.value;
  const ranked = [...assumptions].sort((a, b) => Math.abs(b.elasticity ?? 0) - Math.abs(a.elasticity ?? 0));
  return (
    <>
      <p class="drawer-value" data-lineage={headline}>
        {text(quantity(value, unit))} <span>{words().atEnd}</span>
      </p>
      <h3>{words().how}</h3>
      <Formula text={formula} />
      {columns.length > 0 && (
        <>
          <h3>{words().madeOf}</h3>
          <NumberList numbers={columns.map((column) => ({ number: column }))} />
        </>
      )}
      <h3>{words().restsOn}</h3>
      <p class="drawer-hint">{words().elasticityHint}</p>
      {waiting(lineage.value.value) > 0 && (
        <p class="drawer-hint" role="status">
          {working === false ? words().otherCode : words().working}
        </p>
      )}
      <Assumptions assumptions={ranked} elasticities />
    </>
  );
}

/** Elasticities take the server minutes to work out: as long as some are missing it is asked again. */
const askAgain_ms = 4000;

function follow(run: string, headline: string, show: (answer: Load<Lineage>) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ended = false;
  const ask = async () => {
    const answer = await fetchLineage(run, headline);
    if (ended) return;
    show(answer);
    if (answer.state === 'ready' && answer.value.working !== false && waiting(answer.value) > 0) {
      timer = setTimeout(ask, askAgain_ms);
    }
  };
  ask();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

function waiting({ assumptions }: Lineage): number {
  return assumptions.filter(({ elasticity }) => elasticity === null).length;
}
