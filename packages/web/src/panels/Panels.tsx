import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Chart } from '../chart/Chart.tsx';
import { language } from '../language/language.ts';
import type { Mission } from '../state/mission.ts';
import { FuturesBar } from '../studies/FuturesBar.tsx';
import { fans } from '../studies/fans.ts';
import { followStudies } from '../studies/studies.ts';
import { AnswerLine } from './AnswerLine.tsx';
import { words as depthWords } from './depth/words.ts';
import { followRoom, openedRoom, openRoom } from './opened.ts';
import type { PanelModel, Room } from './panel.ts';
import './panels.css';
import { panels } from './panels.ts';
import { words } from './words.ts';

/** Six questions, each with its answer of the month and how it got there; each opens to its depth. */
export function Panels({ mission, inOrbit }: { mission: Mission; inOrbit: (row: string) => boolean }) {
  const models = useMemo(() => panels({ table: mission.table, inOrbit }), [mission, language.value]);
  const box = useRef<HTMLDivElement>(null);
  useEffect(followStudies, []);
  useEffect(followRoom, []);
  const before = useRef<Room | undefined>(undefined);
  useEffect(() => {
    // Back from the depth of a panel, the focus stands where one went in.
    if (!openedRoom.value && before.current) {
      const button = box.current?.querySelector<HTMLElement>(`[data-room="${before.current}"] .panel-open`);
      // Once the panels are on the page again.
      requestAnimationFrame(() => button?.focus());
    }
    before.current = openedRoom.value;
  }, [openedRoom.value]);
  return (
    <div class="panels" ref={box}>
      {models.map((model) => (
        <Panel key={model.room} model={model} labels={mission.table.labels} />
      ))}
      <FuturesBar mission={mission} />
    </div>
  );
}

function Panel({ model, labels }: { model: PanelModel; labels: readonly string[] }) {
  const { room, title, question, chart, fan_of } = model;
  const fan = fans.value.get(fan_of);
  const drawn = useMemo(() => chart && { ...chart, ...(fan ? { fan } : {}) }, [chart, fan]);
  return (
    <section
      class="panel"
      aria-labelledby={`panel-${room}`}
      data-room={room}
      data-fan={fan ? fan_of : undefined}
    >
      <header>
        <h2 id={`panel-${room}`}>{title}</h2>
        <p>{question}</p>
        <button
          type="button"
          class="panel-open"
          aria-label={depthWords().open(title)}
          onClick={() => openRoom(room)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M6 3H3v10h10v-3M9 3h4v4M13 3L7.5 8.5" />
          </svg>
        </button>
      </header>
      {drawn ? (
        <>
          <AnswerLine model={model} />
          <Chart chart={drawn} labels={labels} />
        </>
      ) : (
        <p class="panel-empty">{words().notReported}</p>
      )}
    </section>
  );
}
