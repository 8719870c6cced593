import { useMemo } from 'preact/hooks';
import { monthName, share } from '../../format/quantity.ts';
import type { MonthTable } from '../../months/table.ts';
import { goTo, month, playing } from '../../state/mission.ts';
import { colourOf, constraintName } from '../../timeline/constraints.ts';
import { type Limit, limitsOf, stretches } from './limits.ts';
import { words } from './words.ts';

/** What each constraint alone held back, as a strip over the months: the darker the more. */
export function Limits({ table, name }: { table: MonthTable; name: string | undefined }) {
  const limits = useMemo(() => limitsOf(table, name), [table, name]);
  const doc = name === undefined ? '' : (table.columns.get(name)?.doc ?? '');
  const said = words();
  return (
    <section class="depth-part limits" aria-labelledby="depth-limits">
      <h3 id="depth-limits">{said.limits}</h3>
      {doc && (
        <p class="depth-doc" lang="en">
          {doc}
        </p>
      )}
      {limits.length === 0 ? (
        <p class="depth-empty">{name === undefined ? said.unlimited : said.noLimits}</p>
      ) : (
        <ul>
          {limits.map((limit) => (
            <Strip key={limit.constraint} limit={limit} labels={table.labels} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Strip({ limit, labels }: { limit: Limit; labels: readonly string[] }) {
  const { constraint, shares, most } = limit;
  const said = words();
  const now = shares[month.value] ?? 0;
  const peak = said.limitsMost(share(most.share), monthName(labels[most.month] ?? ''));
  return (
    <li class="limit" style={{ '--hue': colourOf(constraint) }}>
      <span class="limit-name">{constraintName(constraint)}</span>
      <span class="limit-now">{said.limitsNow(share(now))}</span>
      <svg viewBox={`0 0 ${labels.length} 10`} preserveAspectRatio="none" role="img" aria-label={peak}>
        {stretches(shares).map(({ from, months, strength }) => (
          <rect key={from} x={from} width={months} y="0" height="10" class={`strength-${strength}`} />
        ))}
        <line x1={month.value + 0.5} x2={month.value + 0.5} y1="0" y2="10" />
      </svg>
      <button
        type="button"
        class="limit-most"
        onClick={() => {
          playing.value = false;
          goTo(most.month);
        }}
      >
        {peak}
      </button>
    </li>
  );
}
