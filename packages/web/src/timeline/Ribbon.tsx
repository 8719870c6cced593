import { monthName } from '../format/quantity.ts';
import { goTo, month } from '../state/mission.ts';
import { colourOf, constraintName } from './constraints.ts';
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
  return (
    <ol class="ribbon" aria-label={words().whatBinds}>
      {spans.map(({ first, last, constraint }) => {
        const name = constraintName(constraint);
        const dates = `${monthName(labels[first] ?? '')} – ${monthName(labels[last] ?? '')}`;
        const middle = (first + last + 1) / 2 / labels.length;
        const current = month.value >= first && month.value <= last;
        return (
          <li
            key={first}
            class={`${current ? 'current' : ''} ${last - first < 2 ? 'brief' : ''}`}
            style={{ left: percent(first, labels), width: percent(last + 1 - first, labels) }}
          >
            <button
              type="button"
              tabIndex={current ? 0 : -1}
              style={{ '--hue': colourOf(constraint) }}
              aria-label={`${name}, ${dates}`}
              onClick={() => goTo(first)}
            >
              <span class="ribbon-label">{name}</span>
            </button>
            <span class={`ribbon-tip ${side(middle)}`} role="presentation">
              <strong>{name}</strong> {dates}
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
