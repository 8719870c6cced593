import { fetchBooks, fetchCost, fetchValue } from '../api/money.ts';
import { useDocument } from '../api/useDocument.ts';
import { type ViewProps, viewTitles } from '../app/views.ts';
import { isChanged } from '../rerun/state.ts';
import { Arrived } from './Arrived.tsx';
import { BooksSection } from './BooksSection.tsx';
import { ClaimsOfMoney } from './ClaimsOfMoney.tsx';
import { CostSection } from './CostSection.tsx';
import { LawSection } from './LawSection.tsx';
import './money.css';
import { OutsideSection } from './OutsideSection.tsx';
import { ValueSection } from './ValueSection.tsx';
import { WhenSection } from './WhenSection.tsx';
import { words } from './words.ts';

/** The money of a run: what it costs, who pays, what it is worth. */
export default function Money({ mission, inOrbit }: ViewProps) {
  const { verdict, funding } = mission;
  const { run, hash } = verdict;
  const key = `${run} ${hash} ${funding}`;
  const cost = useDocument(key, () => fetchCost(run, funding));
  const books = useDocument(key, () => fetchBooks(run, funding));
  const value = useDocument(`${run} ${hash}`, () => fetchValue(run));
  return (
    <div class="money">
      <header class="view-lead">
        <h2>{viewTitles().money}</h2>
        <p>{words().lead}</p>
      </header>
      {isChanged.value && (
        <p class="money-note" role="note">
          {words().changed}
        </p>
      )}
      <Arrived {...cost}>
        {(document) => (
          <>
            <CostSection cost={document} mission={mission} inOrbit={inOrbit} />
            {document.orbit && document.ground && (
              <WhenSection key={run} run={run} months={document.months} />
            )}
          </>
        )}
      </Arrived>
      <LawSection mission={mission} inOrbit={inOrbit} />
      <OutsideSection mission={mission} />
      <Arrived {...books}>{(document) => <BooksSection books={document} />}</Arrived>
      <Arrived {...value}>{(document) => <ValueSection value={document} />}</Arrived>
      <ClaimsOfMoney claims={verdict.claims} />
    </div>
  );
}
