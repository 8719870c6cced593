import type { Keyed } from '../../../random/keyed.ts';
import { shuffled } from './experts.ts';
import type { LabelledText, Relevance } from './relevance.ts';
import { scoreRelevance } from './score.ts';

/** How well the model did on a stretch of posts, each judged before its label was shown. */
export interface Stretch {
  /** Posts seen up to the end of the stretch. */
  readonly posts: number;
  readonly macroF1: number;
}

/**
 * Test, then train (Dawid's prequential principle, 1984): every post is judged, then learned from. Labelled files are
 * often sorted by label, and a stream is not: posts come in an order drawn by `random`. The model changes.
 */
export function prequential(
  model: Relevance,
  sorted: readonly LabelledText[],
  stretches: number,
  random: Keyed,
): Stretch[] {
  const posts = Array.from(shuffled(sorted.length, random, 0), (index) => sorted[index]!);
  const size = Math.max(1, Math.ceil(posts.length / stretches));
  const curve: Stretch[] = [];
  for (let from = 0; from < posts.length; from += size) {
    const stretch = posts.slice(from, from + size);
    const told = stretch.map(({ text, label }) => {
      const reading = model.read(text);
      const probability = model.judge(reading);
      model.learn(reading, label);
      return probability;
    });
    const { macroF1 } = scoreRelevance(
      told,
      stretch.map(({ label }) => label),
    );
    curve.push({ posts: from + stretch.length, macroF1 });
  }
  return curve;
}
