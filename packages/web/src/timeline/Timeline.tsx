import { useComputed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { count, monthName } from '../format/quantity.ts';
import { total } from '../months/table.ts';
import { goTo, type Mission, month, monthLabel, playing } from '../state/mission.ts';
import { constraintLooks } from './constraints.ts';
import { togglePlay } from './play.ts';
import { Ribbon } from './Ribbon.tsx';
import { bindingAt, spans } from './spans.ts';
import './timeline.css';

/** The plan's years: play, scrub, and what binds. The growth of the fleet lies behind. */
export function Timeline({ mission, inOrbit }: { mission: Mission; inOrbit: (row: string) => boolean }) {
  const { labels } = mission.table;
  const fleet = useMemo(() => total(mission.table, 'inService', inOrbit), [mission]);
  const ribbon = useMemo(() => spans(bindingOf(mission), labels), [mission]);
  const valueText = useComputed(() => {
    const binds = bindingAt(ribbon, month.value);
    const satellites = `${count(fleet?.[month.value] ?? 0)} satellites`;
    return `${monthName(monthLabel.value)}: ${satellites}${binds ? `, bound by ${constraintLooks[binds].label.toLowerCase()}` : ''}`;
  });
  const inset = 50 / labels.length;
  return (
    <section class="timeline" aria-label="Time line">
      <button
        type="button"
        class="play"
        onClick={togglePlay}
        aria-label={playing.value ? 'Pause' : 'Play the years'}
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
            aria-label="Month"
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

function Now({ mission, ribbon }: { mission: Mission; ribbon: ReturnType<typeof spans> }) {
  const binds = bindingAt(ribbon, month.value);
  return (
    <div class="now">
      <strong>{monthName(mission.table.labels[month.value] ?? '')}</strong>
      <span>{binds ? `Bound by ${constraintLooks[binds].label.toLowerCase()}` : 'Nothing binds'}</span>
    </div>
  );
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

/** The pass on show has its own binding; the verdict's is that of the plan's own funding. */
function bindingOf({ verdict, funding }: Mission) {
  return funding === verdict.funding ? verdict.binding : (verdict.books?.binding ?? []);
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
