import { monthName } from '../format/quantity.ts';
import { goTo, month } from '../state/mission.ts';
import { constraintHues } from './constraints.ts';
import type { Span } from './spans.ts';
import { words } from './words.ts';

interface Props {
  readonly spans: readonly Span[];
  readonly labels: readonly string[];
}

/**
 * What binds, month by month. A stretch says its name where it fits, and its dates when pointed at. There may be a
 * hundred: only that of the month on show is a stop of the Tab key.
 */
export function Ribbon({ spans, labels }: Props) {
  const { ribbon, constraints } = words();
  return (
    <ol class="ribbon" aria-label={ribbon}>
      {spans.map(({ first, last, constraint }) => {
        const { label } = constraints[constraint];
        const dates = `${monthName(labels[first] ?? '')} – ${monthName(labels[last] ?? '')}`;
        const middle = (first + last + 1) / 2 / labels.length;
        return (
          <li
            key={first}
            class={`${month.value >= first && month.value <= last ? 'current' : ''} ${last - first < 2 ? 'brief' : ''}`}
            style={{ left: percent(first, labels), width: percent(last + 1 - first, labels) }}
          >
            <button
              type="button"
              tabIndex={month.value >= first && month.value <= last ? 0 : -1}
              style={{ '--hue': constraintHues[constraint] }}
              aria-label={`${label}, ${dates}`}
              onClick={() => goTo(first)}
            >
              <span class="ribbon-label">{label}</span>
            </button>
            <span class={`ribbon-tip ${side(middle)}`} role="presentation">
              <strong>{label}</strong> {dates}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function percent(months: number, labels: readonly string[]): string {
  return `${(100 * months) / labels.length}%`;
}

/** Tips near an edge open inwards. */
function side(middle: number): string {
  if (middle < 0.2) return 'from-left';
  return middle > 0.8 ? 'from-right' : '';
}
