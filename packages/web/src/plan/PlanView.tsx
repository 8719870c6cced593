import { useEffect } from 'preact/hooks';
import { TroubleNote } from '../app/TroubleNote.tsx';
import type { ViewProps } from '../app/views.ts';
import { Exports } from '../exports/Exports.tsx';
import { count } from '../format/quantity.ts';
import { beginSession, type OpenPlan, openPlan } from '../rerun/session.ts';
import { keptMission } from '../rerun/state.ts';
import type { Mission } from '../state/mission.ts';
import { Assumptions } from './Assumptions.tsx';
import { BeforeAfter } from './BeforeAfter.tsx';
import './plan.css';
import '../style/plain-button.css';
import { Progress } from './Progress.tsx';
import { Strip } from './Strip.tsx';
import { words } from './words.ts';

/** The plan with every assumption under it, each of which can be changed: the run is redone in this page. */
export default function PlanView({ mission }: ViewProps) {
  const { run } = mission.verdict;
  const begin = () => beginSession(keptMission.peek() ?? mission);
  useEffect(() => {
    begin();
  }, [run]);
  const plan = openPlan.value;
  if (plan.state === 'failed') return <TroubleNote trouble={plan.trouble} retry={begin} />;
  return (
    <div class="plan-view">
      <header class="plan-head">
        <h2>{words().title}</h2>
        {plan.state === 'ready' && (
          <p>{words().intro(count(Object.keys(plan.value.document.plan.values).length))}</p>
        )}
      </header>
      <Strip mission={mission} />
      {plan.state === 'ready' ? (
        <Open plan={plan.value} mission={mission} />
      ) : (
        <div aria-busy="true">
          <p class="unseen" role="status">
            {words().loading}
          </p>
          <div class="skeleton" />
        </div>
      )}
    </div>
  );
}

function Open({ plan, mission }: { plan: OpenPlan; mission: Mission }) {
  const { document } = plan;
  return (
    <div class="plan-columns">
      <div class="plan-main">
        <Progress />
        {!document.sameModels && <p class="plan-warning">{words().otherModels}</p>}
        <Assumptions plan={plan} run={document.run} />
      </div>
      <aside class="plan-side">
        <Exports plan={document} mission={mission} />
        <BeforeAfter mission={mission} />
        <details class="plan-text">
          <summary>{words().planFile}</summary>
          {document.text === null ? (
            <p class="plan-hint">{words().noText}</p>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
            <pre lang="en" tabIndex={0}>
              {document.text}
            </pre>
          )}
        </details>
      </aside>
    </div>
  );
}
