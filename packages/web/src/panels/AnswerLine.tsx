import { month } from '../state/mission.ts';
import type { PanelModel } from './panel.ts';
import { words } from './words.ts';

/** The panel's question answered for the month on show. */
export function AnswerLine({ model }: { model: PanelModel }) {
  const { reply, figure, rest } = model.answer(month.value);
  return (
    <p class="answer">
      <span class={`reply ${reply}`}>{words().replies[reply]}</span> <strong>{figure}</strong> {rest}.
    </p>
  );
}
