import { quantity, text } from '../format/quantity.ts';
import { at, total } from '../months/table.ts';
import { chartOf, type PanelInput, type PanelModel, type Reply } from './panel.ts';
import { words } from './words.ts';

/** The announcement's "every pixel in real time", as the claim every-pixel reads it. */
const realTime_s = 60;
/** A look every hour is not real time and not nothing. */
const hour_s = 3600;

export function dataPanel({ table }: PanelInput): PanelModel {
  const revisit = total(table, 'revisit_s');
  const imagers = total(table, 'imagers');
  const said = words().data;
  const chart = chartOf(said.chart, 's', [said.line, revisit?.map((s) => (s > 0 ? s : Number.NaN))]);
  return {
    room: 'data',
    fan_of: 'revisit_s',
    title: said.title,
    question: said.question,
    chart: chart && { ...chart, logarithmic: true },
    answer: (month) => {
      const gap = at(revisit, month);
      const seen = Number.isFinite(gap) && gap > 0;
      return {
        reply: seen ? replyToGap(gap) : 'unknown',
        figure: seen ? said.every(text(quantity(gap, 's'))) : said.never,
        rest: said.looks(text(quantity(at(imagers, month), '1'))),
      };
    },
  };
}

function replyToGap(gap_s: number): Reply {
  if (gap_s <= realTime_s) return 'yes';
  return gap_s <= hour_s ? 'nearly' : 'no';
}
