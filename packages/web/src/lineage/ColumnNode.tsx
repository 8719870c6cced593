import type { ColumnLineage } from '@kardashev/contracts/number-lineage.ts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { fetchColumnLineage, type Load, loading } from '../api/api.ts';
import { TroubleNote } from '../app/TroubleNote.tsx';
import { count } from '../format/quantity.ts';
import { Assumptions } from './Assumptions.tsx';
import { ColumnMonths } from './ColumnMonths.tsx';
import { Formula } from './Formula.tsx';
import { NumberList } from './NumberList.tsx';
import { roomName, words } from './words.ts';

/** Where a monthly column comes from: its months, the room that writes it, what that room reads and assumes. */
export function ColumnNode({ run, column, row }: { run: string; column: string; row: string | undefined }) {
  const lineage = useSignal<Load<ColumnLineage>>(loading);
  useEffect(() => {
    let wanted = true;
    fetchColumnLineage(run, column, row).then((answer) => {
      if (wanted) lineage.value = answer;
    });
    return () => {
      wanted = false;
    };
  }, [run, column, row]);
  if (lineage.value.state === 'loading') return <p role="status">{words().loading}</p>;
  if (lineage.value.state === 'failed') return <TroubleNote trouble={lineage.value.trouble} />;
  const { room, unit, doc, formula, inputs, readers, headlines, assumptions } = lineage.value.value;
  const between = [
    words().writtenBy(roomName(room)),
    ...(readers.length > 0 ? [words().readBy(readers.map(roomName).join(', '))] : []),
  ];
  return (
    <div data-lineage={row ? `${column}/${row}` : column}>
      <ColumnMonths run={run} column={column} row={row} unit={unit} />
      <h3>{words().meaning}</h3>
      <p lang="en">{doc}</p>
      <p class="drawer-hint">
        <code>{column}</code> · {between.join(' · ')}
      </p>
      {formula !== '' && (
        <>
          <h3>{words().how}</h3>
          <Formula text={formula} self={column} />
        </>
      )}
      {inputs.length > 0 && (
        <>
          <h3>{words().reads(roomName(room))}</h3>
          <p class="drawer-hint">{words().readsHint}</p>
          <NumberList numbers={inputs.map((input) => ({ ...input, number: input.column }))} />
        </>
      )}
      {headlines.length > 0 && (
        <>
          <h3>{words().headlines}</h3>
          <NumberList numbers={headlines.map((number) => ({ number }))} />
        </>
      )}
      <h3>{words().restsOn}</h3>
      <p class="drawer-hint">{words().columnHint(count(assumptions.length))}</p>
      <Assumptions assumptions={assumptions} />
    </div>
  );
}
