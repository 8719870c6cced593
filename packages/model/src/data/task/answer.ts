import { combined, probabilityOf } from '../fuse/log-odds.ts';
import type { Tasking } from './schema.ts';

/** What a look came back with. */
export type Answer = 'seen' | 'not-seen' | 'cloudy';

/**
 * Probability of an event after a look at it. What clouds hid changes nothing; what was not seen speaks against it.
 *
 * @param group names the sense, which counts once however often it looks at the same time
 */
export function afterLook(
  probability: number,
  answer: Answer,
  { seen, seenWrongly }: Pick<Tasking, 'seen' | 'seenWrongly'>,
  group = 'imagers',
): number {
  if (answer === 'cloudy') return probability;
  const ratio = answer === 'seen' ? seen / seenWrongly : (1 - seen) / (1 - seenWrongly);
  return probabilityOf(combined(probability, [{ group, logRatio: Math.log(ratio), reliability: 1 }]));
}

/** How much a look is expected to tell: the mean change of probability that it brings. */
export function worthOfLook(
  probability: number,
  clear: number,
  tasking: Pick<Tasking, 'seen' | 'seenWrongly'>,
): number {
  const shows = probability * tasking.seen + (1 - probability) * tasking.seenWrongly;
  const after = (answer: Answer): number => Math.abs(afterLook(probability, answer, tasking) - probability);
  return clear * (shows * after('seen') + (1 - shows) * after('not-seen'));
}
