import { useLayoutEffect, useRef } from 'preact/hooks';
import { monthName } from '../format/quantity.ts';
import { goTo, playing } from '../state/mission.ts';
import { colourOf, constraintName, families, familyColour } from './constraints.ts';
import type { Milestone } from './milestones.ts';
import type { Span } from './spans.ts';
import { inFull, when } from './told.ts';
import { words } from './words.ts';

interface Props {
  readonly milestones: readonly Milestone[];
  readonly spans: readonly Span[];
  readonly labels: readonly string[];
  close(): void;
}

/** The time line in words: what the hues mean, every milestone, every stretch. */
export function Key({ milestones, spans, labels, close }: Props) {
  const box = useRef<HTMLElement>(null);
  const text = words();
  // At once, so that Escape is heard however long the next picture takes.
  useLayoutEffect(() => box.current?.focus(), []);
  const go = (index: number) => {
    playing.value = false;
    goTo(index);
  };
  return (
    <section
      class="timeline-key"
      id="timeline-key"
      ref={box}
      tabIndex={-1}
      aria-labelledby="timeline-key-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <header>
        <h2 id="timeline-key-title">{text.keyTitle}</h2>
        <button type="button" class="quiet-button" onClick={close}>
          {text.close}
        </button>
      </header>
      <div class="timeline-key-body">
        <div>
          <h3>{text.milestones}</h3>
          <ul>
            {milestones.map((milestone) => (
              <li key={milestone.kind} class="key-row">
                <When milestone={milestone} labels={labels} go={go} />
                <span>{inFull(milestone)}</span>
              </li>
            ))}
          </ul>
          <h3>{text.families}</h3>
          <ul class="families">
            {families.map((family) => (
              <li key={family}>
                <span class="family-swatch" style={{ '--hue': familyColour(family) }} />
                {text.family[family]}
              </li>
            ))}
          </ul>
        </div>
        <Stretches spans={spans} labels={labels} go={go} />
      </div>
    </section>
  );
}

interface Going {
  readonly labels: readonly string[];
  go(index: number): void;
}

function When({ milestone, labels, go }: Going & { milestone: Milestone }) {
  const { month } = milestone;
  if (month === null) return <span class="key-never">{words().never}</span>;
  return (
    <button type="button" class="key-month" onClick={() => go(month)}>
      {when(milestone, labels)}
    </button>
  );
}

function Stretches({ spans, labels, go }: Going & { spans: readonly Span[] }) {
  const { stretches, from, to, whatBinds } = words();
  return (
    <div>
      <h3 id="stretches">{stretches}</h3>
      <table aria-labelledby="stretches">
        <thead>
          <tr>
            <th scope="col">{from}</th>
            <th scope="col">{to}</th>
            <th scope="col">{whatBinds}</th>
          </tr>
        </thead>
        <tbody>
          {spans.map(({ first, last, constraint }) => (
            <tr key={first}>
              <td>
                <button type="button" class="key-month" onClick={() => go(first)}>
                  {monthName(labels[first] ?? '')}
                </button>
              </td>
              <td>{monthName(labels[last] ?? '')}</td>
              <td>
                <span class="family-swatch" style={{ '--hue': colourOf(constraint) }} />
                {constraintName(constraint)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
