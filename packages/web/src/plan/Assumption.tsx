import type { PlanValue } from '@kardashev/contracts/plan.ts';
import { saidBy } from '../format/source.ts';
import { numberLocale } from '../language/language.ts';
import { change, changes, takeBack } from '../rerun/changes.ts';
import { rerunState } from '../rerun/state.ts';
import type { Row } from './rows.ts';
import { ValueField } from './ValueField.tsx';
import { words } from './words.ts';
import { bareText, sourced } from './written-value.ts';

/** One assumption: what it is, where it can be changed, who says so and who says otherwise. */
export function Assumption({ row, elasticity }: { row: Row; elasticity?: number | null }) {
  const { path, entry, title, value, facts } = row;
  const changed = changes.value.has(path);
  return (
    <li class={changed ? 'assumption changed' : 'assumption'} data-path={path}>
      <div class="assumption-name">
        <h4>
          <span lang="en">{title}</span>
          {entry && (
            <span class="assumption-entry" lang="en">
              {entry}
            </span>
          )}
          {elasticity !== undefined && <Weight elasticity={elasticity} />}
        </h4>
        <p lang="en">{facts.doc}</p>
      </div>
      <ValueField row={row} />
      <div class="assumption-source">
        <Source value={value} path={path} changed={changed} />
        <Others row={row} />
      </div>
      <div class="assumption-reset">
        {changed && (
          <>
            <span class="assumption-was">{words().was(value.text)}</span>
            <button
              type="button"
              class="plain-button"
              aria-label={words().resetOf(title)}
              onClick={() => takeBack(path)}
            >
              {words().reset}
            </button>
          </>
        )}
      </div>
    </li>
  );
}

const weight = (elasticity: number) =>
  Math.abs(elasticity).toLocaleString(numberLocale.value, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });

/** How strongly the figure hangs on it, as a bar: right where more is more, left where more is less. */
function Weight({ elasticity }: { elasticity: number | null }) {
  if (elasticity === null) return null;
  const width = Math.min(1, Math.abs(elasticity)) * 50;
  const sign = elasticity > 0 ? '+' : '−';
  return (
    <span class="assumption-weight">
      <span class="weight-bar" aria-hidden="true">
        <span style={{ left: `${elasticity < 0 ? 50 - width : 50}%`, width: `${width}%` }} />
      </span>
      {sign}
      {weight(elasticity)}
    </span>
  );
}

function Source({ value, path, changed }: { value: PlanValue; path: string; changed: boolean }) {
  const state = rerunState.value;
  const read = changed && state.state === 'shown' ? state.rerun.values[path] : undefined;
  const evidence = (read ?? value).evidence;
  const { kinds } = words();
  const here = changed && !evidence;
  if (!evidence && !value.evidence) return <p>{here ? kinds.here : kinds.plan}</p>;
  const said = evidence ? (taken(value, evidence.source) ?? evidence) : value.evidence!;
  return (
    <p class={here ? 'superseded' : ''}>
      {here && `${kinds.here}; ${words().before}: `}
      <span class={`kind ${said.kind}`}>{kinds[said.kind]}</span>{' '}
      <span lang="en">{saidBy(said.kind, said.source)}</span>, {said.asOf}
      {said.note && <em lang="en"> {said.note}</em>}
    </p>
  );
}

/** What is known of a source that was chosen among those in conflict. */
function taken({ conflicts = [] }: PlanValue, source: string) {
  return conflicts.find((other) => other.evidence.source === source)?.evidence;
}

function Others({ row: { path, value } }: { row: Row }) {
  const { conflicts = [] } = value;
  if (conflicts.length === 0) return null;
  const now = changes.value.get(path);
  const { kinds, others, take, taken: isTaken } = words();
  return (
    <details>
      <summary>{others(conflicts.length)}</summary>
      <ul class="other-sources">
        {conflicts.map(({ text, evidence }) => {
          const wanted = sourced(text, evidence);
          return (
            <li key={wanted}>
              <strong>{bareText(text)}</strong>
              <span>
                <span class={`kind ${evidence.kind}`}>{kinds[evidence.kind]}</span>{' '}
                <span lang="en">{saidBy(evidence.kind, evidence.source)}</span>, {evidence.asOf}
              </span>
              <button
                type="button"
                class="plain-button"
                aria-pressed={now === wanted}
                onClick={() => change(path, wanted)}
              >
                {now === wanted ? isTaken : take}
                <span class="unseen">: {text}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
