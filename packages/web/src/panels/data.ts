import { quantity, text } from '../format/quantity.ts';
import { at, total } from '../months/table.ts';
import { chartOf, type PanelInput, type PanelModel, type Reply } from './panel.ts';

/** The announcement's "every pixel in real time", as the claim every-pixel reads it. */
const realTime_s = 60;
/** A look every hour is not real time and not nothing. */
const hour_s = 3600;

export function dataPanel({ table }: PanelInput): PanelModel {
  const revisit = total(table, 'revisit_s');
  const imagers = total(table, 'imagers');
  const chart = chartOf('Time between looks', 's', [
    'revisit',
    revisit?.map((s) => (s > 0 ? s : Number.NaN)),
  ]);
  return {
    room: 'data',
    title: 'Data',
    question: 'Do we have the picture?',
    chart: chart && { ...chart, logarithmic: true },
    answer: (month) => {
      const gap = at(revisit, month);
      const seen = Number.isFinite(gap) && gap > 0;
      return {
        reply: seen ? replyToGap(gap) : 'unknown',
        figure: seen ? `Every ${text(quantity(gap, 's'))}` : 'No looks',
        rest: `a look at any place, by ${text(quantity(at(imagers, month), '1'))} imagers`,
      };
    },
  };
}

function replyToGap(gap_s: number): Reply {
  if (gap_s <= realTime_s) return 'yes';
  return gap_s <= hour_s ? 'nearly' : 'no';
}
