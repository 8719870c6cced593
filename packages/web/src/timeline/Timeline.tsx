import { useComputed, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { count, monthName } from '../format/quantity.ts';
import { numberLocale } from '../language/language.ts';
import { total } from '../months/table.ts';
import { goTo, type Mission, month, monthLabel, playing } from '../state/mission.ts';
import { passOf } from '../state/passes.ts';
import { constraintInSentence, constraintName } from './constraints.ts';
import { area } from './growth.ts';
import { Key } from './Key.tsx';
import { Milestones } from './Milestones.tsx';
import { milestones } from './milestones.ts';
import { togglePlay } from './play.ts';
import { Ribbon } from './Ribbon.tsx';
import { bindingAt, type Span, spans } from './spans.ts';
import './milestones.css';
import './ribbon.css';
import './timeline.css';
import './key.css';
import { words } from './words.ts';
import { Years } from './Years.tsx';

/** The plan's years: play, scrub, milestones, and what binds. The growth of the fleet lies behind. */
export function Timeline({ mission, inOrbit }: { mission: Mission; inOrbit: (row: string) => boolean }) {
  const { labels } = mission.table;
  const keyOpen = useSignal(false);
  const fleet = useMemo(() => total(mission.table, 'inService', inOrbit), [mission]);
  const ribbon = useMemo(() => spans(bindingOf(mission), labels), [mission]);
  const marks = useMemo(() => milestones({ ...mission, inOrbit }), [mission]);
  return (
    <section class="timeline" aria-label={words().timeline}>
      {keyOpen.value && (
        <Key
          milestones={marks}
          spans={ribbon}
          labels={labels}
          close={() => {
            keyOpen.value = false;
            document.querySelector<HTMLElement>('.timeline-key-toggle')?.focus();
          }}
        />
      )}
      <PlayButton />
      <Now mission={mission} ribbon={ribbon}>
        <button
          type="button"
          class="timeline-key-toggle"
          aria-expanded={keyOpen}
          aria-controls="timeline-key"
          onClick={() => {
            keyOpen.value = !keyOpen.value;
          }}
        >
          {words().key}
        </button>
      </Now>
      <div class="track">
        <Milestones all={marks} labels={labels} />
        <div class="track-top">
          <svg class="growth" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <path d={area(fleet)} />
          </svg>
          <Years labels={labels} />
          <Slider labels={labels} fleet={fleet} ribbon={ribbon} />
        </div>
        <Ribbon spans={ribbon} labels={labels} />
      </div>
    </section>
  );
}

function PlayButton() {
  const { play, pause } = words();
  return (
    <button
      type="button"
      class="play"
      onClick={togglePlay}
      aria-label={playing.value ? pause : play}
      data-playing={playing}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={playing.value ? 'M7 5h3.5v14H7zM13.5 5H17v14h-3.5z' : 'M8 5l11 7-11 7z'} />
      </svg>
    </button>
  );
}

interface SliderProps {
  readonly labels: readonly string[];
  readonly fleet: Float64Array | undefined;
  readonly ribbon: readonly Span[];
}

function Slider({ labels, fleet, ribbon }: SliderProps) {
  const valueText = useComputed(() => {
    const binds = bindingAt(ribbon, month.value);
    const { state, satellites } = words();
    return state(
      monthName(monthLabel.value),
      satellites(count(fleet?.[month.value] ?? 0)),
      binds ? constraintInSentence(binds, numberLocale.value) : '',
    );
  });
  const inset = 50 / labels.length;
  return (
    <input
      type="range"
      min={0}
      max={labels.length - 1}
      step={1}
      value={month}
      aria-label={words().month}
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
  );
}

interface NowProps {
  readonly mission: Mission;
  readonly ribbon: readonly Span[];
  readonly children: ComponentChildren;
}

function Now({ mission, ribbon, children }: NowProps) {
  const binds = bindingAt(ribbon, month.value);
  const { boundBy, nothingBinds } = words();
  const said = binds ? boundBy(constraintInSentence(binds, numberLocale.value)) : nothingBinds;
  return (
    <div class="now">
      <strong>{monthName(mission.table.labels[month.value] ?? '')}</strong>
      <span class="now-binds" title={binds && constraintName(binds)}>
        {said}
      </span>
      {children}
    </div>
  );
}

/** The pass on show has its own binding; the verdict's is that of the plan's own funding. */
function bindingOf({ verdict, funding }: Mission) {
  return passOf(verdict, funding)?.binding ?? [];
}
