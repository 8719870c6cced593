import { useMemo } from 'preact/hooks';
import { Chart } from '../chart/Chart.tsx';
import { language } from '../language/language.ts';
import { type Mission, month } from '../state/mission.ts';
import type { PanelModel } from './panel.ts';
import './panels.css';
import { panels } from './panels.ts';
import { words } from './words.ts';

/** Six questions, each with its answer of the month and how it got there. */
export function Panels({ mission, inOrbit }: { mission: Mission; inOrbit: (row: string) => boolean }) {
  const models = useMemo(() => panels({ table: mission.table, inOrbit }), [mission, language.value]);
  return (
    <div class="panels">
      {models.map((model) => (
        <Panel key={model.room} model={model} labels={mission.table.labels} />
      ))}
    </div>
  );
}

function Panel({ model, labels }: { model: PanelModel; labels: readonly string[] }) {
  const { room, title, question, chart } = model;
  return (
    <section class="panel" aria-labelledby={`panel-${room}`} data-room={room}>
      <header>
        <h2 id={`panel-${room}`}>{title}</h2>
        <p>{question}</p>
      </header>
      {chart ? (
        <>
          <AnswerLine model={model} />
          <Chart chart={chart} labels={labels} />
        </>
      ) : (
        <p class="panel-empty">{words().notReported}</p>
      )}
    </section>
  );
}

function AnswerLine({ model }: { model: PanelModel }) {
  const { reply, figure, rest } = model.answer(month.value);
  return (
    <p class="answer">
      <span class={`reply ${reply}`}>{words().replies[reply]}</span> <strong>{figure}</strong> {rest}.
    </p>
  );
}
