import type { ClaimLineage } from '@kardashev/contracts/number-lineage.ts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { fetchClaimLineage, type Load, loading } from '../api/api.ts';
import { TroubleNote } from '../app/TroubleNote.tsx';
import { claimText } from '../claims/texts.ts';
import { writtenQuantity } from '../claims/written.ts';
import { monthName } from '../format/quantity.ts';
import { Assumptions } from './Assumptions.tsx';
import { NumberList } from './NumberList.tsx';
import { words } from './words.ts';

/** Where the computed quantity of a claim comes from: the columns it looked at, and what it took from the plan. */
export function ClaimNode({ run, claim }: { run: string; claim: string }) {
  const lineage = useSignal<Load<ClaimLineage>>(loading);
  useEffect(() => {
    let wanted = true;
    fetchClaimLineage(run, claim).then((answer) => {
      if (wanted) lineage.value = answer;
    });
    return () => {
      wanted = false;
    };
  }, [run, claim]);
  if (lineage.value.state === 'loading') return <p role="status">{words().loading}</p>;
  if (lineage.value.state === 'failed') return <TroubleNote trouble={lineage.value.trouble} />;
  const { quantity, computed, unit, from, to, inputs, assumptions } = lineage.value.value;
  return (
    <div data-lineage={`claim:${claim}`}>
      <p class="drawer-value">
        {writtenQuantity(computed, unit)} <span>{words().from(monthName(from), monthName(to))}</span>
      </p>
      <h3>{words().how}</h3>
      <p>{claimText({ id: claim, said: '', quantity }).quantity}</p>
      {inputs.length > 0 && (
        <>
          <h3>{words().madeOf}</h3>
          <p class="drawer-hint">{words().madeOfHint}</p>
          <NumberList numbers={inputs.map((input) => ({ ...input, number: input.column }))} />
        </>
      )}
      <h3>{words().restsOn}</h3>
      {assumptions.length === 0 ? (
        <p class="drawer-hint">{words().noneDirect}</p>
      ) : (
        <Assumptions assumptions={assumptions} />
      )}
    </div>
  );
}
