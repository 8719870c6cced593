import type { OutputSpread } from '@kardashev/model/study/monte-carlo/summary.ts';
import { labelOf } from '@kardashev/model/time/calendar.ts';
import { formatNumber } from '@kardashev/model/units/format.ts';
import { createColors } from 'picocolors';
import { fit } from '../layout.ts';
import { quantityText } from '../number-text.ts';
import type { StudyDocument } from './document.ts';

type Paint = ReturnType<typeof createColors>;

const percent = (share: number): string => `${formatNumber(100 * share, 3)} %`;

/** A study on one screen: what it says, how sure that is, and what decides it. */
export function studyScreen(document: StudyDocument, colour: boolean): string {
  const paint = createColors(colour);
  return [
    paint.bold(
      `${document.scenario}: ${document.samples} futures over ${document.assumptions} uncertain assumptions`,
    ),
    paint.dim(
      `seed ${document.seed}, ${document.sampling}, ${formatNumber(document.samplesPerSecond)} samples a second, hash ${document.hash.slice(0, 16)}`,
    ),
    '',
    ...spreads(document, paint),
    '',
    ...claims(document, paint),
    '',
    ...remarks(document),
  ].join('\n');
}

function spreads({ outputs, sensitivity }: StudyDocument, paint: Paint): string[] {
  const head = `${fit('', 30)}${['5 %', 'median', '95 %'].map((text) => fit(text, 12, true)).join('')}  decided by`;
  const rows = Object.entries(outputs).flatMap(([name, spread]) => {
    if (!spread) return [`${fit(name, 30)}${fit('in no future', 36, true)}`];
    const cells = [spread.p5, spread.p50, spread.p95].map((value) => fit(text(value, spread), 12, true));
    const [index] = sensitivity[name] ?? [];
    const by = index?.beyondChance ? `${index.assumption} ${percent(index.first)}` : '';
    const none = spread.none_share > 0 ? ` (none in ${percent(spread.none_share)})` : '';
    return [`${fit(name, 30)}${cells.join('')}  ${by}${none}`];
  });
  return [paint.dim(head), ...rows];
}

function text(value: number, { unit }: OutputSpread): string {
  return unit === 'month' ? labelOf(Math.round(value)) : quantityText(value, unit);
}

function claims({ claims: found }: StudyDocument, paint: Paint): string[] {
  const rows = Object.entries(found).map(([id, { holds_share, undecided_share, error, decidedBy }]) => {
    const holds = undecided_share > 0.999 ? 'undecided' : `${percent(holds_share)}`;
    const sure = holds_share > 0 && holds_share < 1 ? ` ± ${formatNumber(100 * error, 2)}` : '';
    const by = decidedBy[0] ? `  ${decidedBy[0].assumption} ${percent(decidedBy[0].first)}` : '';
    return `${fit(id, 30)}${fit(holds + sure, 18, true)}${by}`;
  });
  return [paint.dim(`${fit('claim', 30)}${fit('holds in', 18, true)}  decided by`), ...rows];
}

/** What a reader should know before believing the above. */
function remarks(document: StudyDocument): string[] {
  const { infeasible, neverVaries, held, expanded, gap, asOf, wouldChange, folder } = document;
  const lines: string[] = [];
  const turned = [...new Set(wouldChange.map(({ claim, assumption }) => `${claim} by ${assumption}`))];
  if (turned.length > 0)
    lines.push(
      `One assumption alone turns: ${turned.slice(0, 6).join('; ')}${turned.length > 6 ? '; …' : ''}.`,
    );
  if (infeasible.count > 0) {
    const why = Object.entries(infeasible.why).map(([code, count]) => `${code} ${count}`);
    lines.push(`${infeasible.count} futures cannot be run and hold nothing: ${why.join(', ')}.`);
  }
  if (neverVaries.length > 0) {
    lines.push(`Never varies, more often a defect than a result: ${neverVaries.join(', ')}.`);
  }
  if (expanded > 0) lines.push(`${expanded} assumptions under response tables are followed by differences.`);
  if (held.length > 0)
    lines.push(
      `${held.length} are held, as their tables are too slow to follow: ${held.slice(0, 3).join(', ')}${held.length > 3 ? ', …' : ''}.`,
    );
  if (gap)
    lines.push(
      `Against ${gap.samples} futures with exact tables that misses at most ${percent(worst(gap.outputs))} of a standard deviation.`,
    );
  if (asOf) {
    lines.push(
      `As of ${asOf.month}: ${asOf.leftOut} statements left out, ${asOf.fellBack.length} values fell back, for ${asOf.missing.length} nothing earlier is known.`,
    );
  }
  return [...lines, `Samples lie in ${folder}.`];
}

function worst(gaps: { readonly [name: string]: number | null }): number {
  return Math.max(0, ...Object.values(gaps).map((gap) => gap ?? 0));
}
