import { count, monthName, quantity, text } from '../format/quantity.ts';
import { bounds, pathOf, type Span } from './curve.ts';
import type { Growing } from './growing.ts';
import type { Live } from './live.ts';
import { words } from './words.ts';

const size = { width: 240, height: 64 };

/** Four small charts of a run in the making; each pass is a line of its own, with its last value in figures. */
export function GrowingLines({ live: { labels, lines } }: { live: Live }) {
  const fundings = lines[0]?.lines.map(({ funding }) => funding) ?? [];
  return (
    <>
      <div class="growing">
        {lines.map((each) => (
          <GrowingLine key={each.name} growing={each} labels={labels} />
        ))}
      </div>
      {fundings.length > 1 && (
        <p class="growing-key">
          {fundings.map((funding) => (
            <span key={funding}>
              <svg viewBox="0 0 24 8" aria-hidden="true">
                <path class={funding} d="M0 4H24" />
              </svg>
              {words().pass[funding]}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function GrowingLine({ growing, labels }: { growing: Growing; labels: readonly string[] }) {
  const { name, unit, lines } = growing;
  const title = words().lines[name];
  const span: Span = { months: labels.length, ...bounds(lines.map(({ values }) => values)) };
  const latest = lines.at(-1);
  const write = (value: number | undefined) =>
    name === 'units' ? count(value ?? Number.NaN) : text(quantity(value, unit));
  const told = lines.map(({ funding, values }) =>
    words().grows(title, words().pass[funding], write(values.at(-1))),
  );
  return (
    <figure data-line={name}>
      <figcaption>
        <span>{title}</span>
        <b>{write(latest?.values.at(-1))}</b>
      </figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={told.join('; ')}
      >
        <line class="zero" x1={0} x2={size.width} y1={zeroAt(span)} y2={zeroAt(span)} />
        {lines.map(({ funding, values }) => (
          <path key={funding} class={funding} d={pathOf(values, span, size)} />
        ))}
      </svg>
      <p class="growing-axis">
        <span>{monthName(labels[0] ?? '')}</span>
        <span>{monthName(labels.at(-1) ?? '')}</span>
      </p>
    </figure>
  );
}

const zeroAt = ({ low, high }: Span) => (size.height * high) / (high - low);
