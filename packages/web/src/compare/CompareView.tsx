import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { readPart, writePart } from '../app/address.ts';
import { type ViewProps, viewTitles } from '../app/views.ts';
import '../cards/card.css';
import { runs } from '../state/mission.ts';
import { Choosers } from './Choosers.tsx';
import { type Choice, chosen } from './choice.ts';
import './compare.css';
import { SideBySide } from './SideBySide.tsx';
import { words } from './words.ts';

const inAddress = (): Partial<Choice> => ({ a: readPart('a') || undefined, b: readPart('b') || undefined });

/** Two runs side by side; which two stands in the address as `a=` and `b=`. */
export default function CompareView({ mission }: ViewProps) {
  const asked = useSignal<Partial<Choice>>(inAddress());
  useEffect(() => {
    const follow = () => {
      asked.value = inAddress();
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const list = runs.value.state === 'ready' ? runs.value.value : [];
  const choice = chosen(list, asked.value, mission.verdict.run);
  const choose = (next: Choice) => {
    asked.value = next;
    writePart('a', next.a);
    writePart('b', next.b);
  };
  return (
    <div class="compare">
      <header class="view-lead">
        <h2>{viewTitles().compare}</h2>
        <p>{words().lead}</p>
      </header>
      {choice ? (
        <>
          <Choosers list={list} choice={choice} choose={choose} />
          {choice.a === choice.b ? (
            <p class="quiet">{words().same}</p>
          ) : (
            <SideBySide key={`${choice.a} ${choice.b}`} {...choice} />
          )}
        </>
      ) : (
        <OnlyOne />
      )}
    </div>
  );
}

function OnlyOne() {
  const say = words();
  return (
    <section class="card">
      <h3>{say.empty}</h3>
      <p class="quiet">{say.emptyHint}</p>
      <p>
        <code>npx kardashev run plans/as-flown.yaml</code>
      </p>
      <p>
        <code>npx kardashev run plans/million.yaml --set capital.costOfCapital="6 %/yr"</code>
      </p>
      <p class="quiet">{say.emptyPlan}</p>
    </section>
  );
}
