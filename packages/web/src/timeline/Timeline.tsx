import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { count, monthName } from '../format/quantity.ts';
import { total } from '../months/table.ts';
import { goTo, type Mission, month, monthLabel, playing } from '../state/mission.ts';
import { passOf } from '../state/passes.ts';
import { togglePlay } from './play.ts';
import { Ribbon } from './Ribbon.tsx';
import { bindingAt, type Span, spans } from './spans.ts';
import './timeline.css';
import { words } from './words.ts';

/** The plan's years: play, scrub, and what binds. The growth of the fleet lies behind. */
export function Timeline({ mission, inOrbit }: { mission: Mission; inOrbit: (row: string) => boolean }) {
  const { labels } = mission.table;
  const fleet = useMemo(() => total(mission.table, 'inService', inOrbit), [mission]);
  const ribbon = useMemo(
    () => spans(passOf(mission.verdict, mission.funding)?.binding ?? [], labels),
    [mission],
  );
  const valueText = useComputed(() => {
    const satellites = words().satellites(count(fleet?.[month.value] ?? 0));
    return `${monthName(monthLabel.value)}: ${satellites}. ${bound(ribbon)}`;
  });
  const said = words();
  const inset = 50 / labels.length;
  return (
    <section class="timeline" aria-label={said.timeline}>
      <button
        type="button"
        class="play"
        onClick={togglePlay}
        aria-label={playing.value ? said.pause : said.play}
        data-playing={playing}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={playing.value ? 'M7 5h3.5v14H7zM13.5 5H17v14h-3.5z' : 'M8 5l11 7-11 7z'} />
        </svg>
      </button>
      <Now mission={mission} ribbon={ribbon} />
      <div class="track">
        <div class="track-top">
          <svg class="growth" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <path d={area(fleet)} />
          </svg>
          <Years labels={labels} />
          <input
            type="range"
            min={0}
            max={labels.length - 1}
            step={1}
            value={month}
            aria-label={said.month}
            aria-valuetext={valueText}
            style={{ left: `${inset}%`, width: `${100 - 2 * inset}%` }}
            onInput={(event) => {
              playing.value = false;
              goTo(event.currentTarget.valueAsNumber);
            }}
            onKeyDown={(event) => {
              const years = { PageUp: 1, PageDown: -1 }[event.key];
              if (years === undefined) return;
              event.preventDefault();
              goTo(month.value + 12 * years);
            }}
          />
        </div>
        <Ribbon spans={ribbon} labels={labels} />
      </div>
    </section>
  );
}

function Now({ mission, ribbon }: { mission: Mission; ribbon: readonly Span[] }) {
  return (
    <div class="now">
      <strong>{monthName(mission.table.labels[month.value] ?? '')}</strong>
      <span>{bound(ribbon)}</span>
    </div>
  );
}

/** What binds in the month on show. */
function bound(ribbon: readonly Span[]): string {
  const { boundBy, unbound, constraints } = words();
  const binds = bindingAt(ribbon, month.value);
  return binds ? boundBy(constraints[binds].by) : unbound;
}

function Years({ labels }: { labels: readonly string[] }) {
  const marks = labels.flatMap((label, index) =>
    /-01$/.test(label) ? [{ year: label.slice(0, 4), index }] : [],
  );
  return (
    <ol class="years" aria-hidden="true">
      {marks.map(({ year, index }) => (
        <li
          key={year}
          class={markClass(Number(year), index / labels.length)}
          style={{ left: `${(100 * index) / labels.length}%` }}
        >
          <span>{year}</span>
        </li>
      ))}
    </ol>
  );
}

/** Every fifth year has its number; at the right end it stands before its mark. */
function markClass(year: number, position: number): string {
  if (year % 5 !== 0 && position > 0) return '';
  return position > 0.92 ? 'major end' : 'major';
}

function area(fleet: Float64Array | undefined): string {
  if (!fleet || fleet.length === 0) return '';
  const top = Math.max(1, ...fleet.map((value) => (Number.isFinite(value) ? value : 0)));
  const points = [...fleet].map((value, index) => {
    const x = ((index + 0.5) / fleet.length) * 100;
    return `${x.toFixed(2)},${(100 - (88 * (Number.isFinite(value) ? value : 0)) / top).toFixed(2)}`;
  });
  return `M0,100 L${points.join(' L')} L100,${points.at(-1)?.split(',')[1] ?? 100} L100,100 Z`;
}
