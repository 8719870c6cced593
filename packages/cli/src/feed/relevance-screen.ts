import { fit } from '../layout.ts';
import { reasonsLine } from './reasons.ts';
import type { RelevanceSummary } from './relevance.ts';

const percent = (share: number) => fit(`${(100 * share).toFixed(1)} %`, 8, true);

/** How well posts were told apart, beside the plainest model, and how that grows with learning. */
export function relevanceScreen(file: string, summary: RelevanceSummary): string {
  const { baseline, rare, learned, posts, prequential, setAside } = summary;
  const row = (
    name: string,
    score: { macroF1: number; precision: number; recall: number; calibrationError: number },
  ) =>
    `${fit(name, 24)}${score.macroF1.toFixed(3)}   ${percent(score.precision)} ${percent(score.recall)} ${percent(score.calibrationError)}`;
  return [
    `${file}: ${posts} posts, judged after ${learned} of other crises`,
    '',
    `${fit('', 24)}macro F1 precision   recall calibration error`,
    row('this model', summary),
    row(baseline.model, baseline),
    row(`if ${100 * rare.onTopic} % were on topic`, rare),
    '',
    `learning on, macro F1 by tenths: ${prequential.map(({ macroF1 }) => macroF1.toFixed(3)).join(' ')}`,
    `languages: ${told(summary.languages)}`,
    `${summary.nearDuplicates} posts repeat another; ${summary.postsPerSecond} posts a second.`,
    ...reasonsLine(setAside),
  ].join('\n');
}

/** The commonest, the rest together. */
function told(languages: Readonly<Record<string, number>>): string {
  const all = Object.entries(languages);
  const rest = all.slice(4).reduce((sum, [, count]) => sum + count, 0);
  return [
    ...all.slice(0, 4).map(([name, count]) => `${count} ${name}`),
    ...(rest > 0 ? [`${rest} others`] : []),
  ].join(', ');
}
