import { Figure } from '../lineage/Figure.tsx';
import { month } from '../state/mission.ts';
import type { PanelModel, Room } from './panel.ts';
import { words } from './words.ts';

/** The column whose value of the month each panel's figure is. */
const columns: Readonly<Record<Room, string>> = {
  energy: 'powerToCompute_W',
  transport: 'launchMass_kg',
  network: 'deliverableShare',
  compute: 'tokens_perS',
  data: 'revisit_s',
  capital: 'cash_USD',
};

/** The panel's question answered for the month on show. */
export function AnswerLine({ model }: { model: PanelModel }) {
  const { reply, figure, rest } = model.answer(month.value);
  return (
    <p class="answer">
      <span class={`reply ${reply}`}>{words().replies[reply]}</span>{' '}
      <strong>{reply === 'unknown' ? figure : <Figure number={columns[model.room]}>{figure}</Figure>}</strong>{' '}
      {rest}.
    </p>
  );
}
