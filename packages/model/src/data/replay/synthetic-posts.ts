import type { KeyedRandom } from '../../random/philox.ts';
import type { Observation } from '../wire/observation.ts';

/** The source that every post made here names, so that nobody takes it for one that somebody wrote. */
export const syntheticSource = 'synthetic-posts';

/** From this magnitude on somebody writes. Assumed, by us, 2026-11. */
const leastMagnitude = 4.5;
/** Posts of the weakest such quake, and by how much more they are a magnitude up. Assumed, by us, 2026-11. */
const leastPosts = 5;
const postsPerMagnitude = 6;
/** More are not made of one quake: the stream is to be looked at, not to weigh. */
const mostPosts = 400;
/** Median lag from quake to post, and spread of its logarithm. Assumed, by us, 2026-11. */
const medianLag_s = 240;
const lagSpread = 1.1;

const texts = [
  'earthquake!',
  'did anybody feel that?',
  '¿temblor?',
  '地震だ',
  'gempa!',
  'deprem oldu',
] as const;

/**
 * Posts as people might have written them about quakes: made up, and saying so in their source. How many and when
 * is drawn, keyed by quake; they have no place, as real ones mostly have none.
 */
export function syntheticPosts(quakes: readonly Observation[], random: KeyedRandom): Observation[] {
  const posts = quakes.flatMap((quake, index) => postsOf(quake, index, random));
  return posts.sort((a, b) => a.observed_s - b.observed_s);
}

function postsOf(quake: Observation, index: number, random: KeyedRandom): Observation[] {
  const above = (quake.values.magnitude ?? 0) - leastMagnitude;
  if (above < 0) return [];
  const count = Math.min(mostPosts, Math.round(leastPosts * postsPerMagnitude ** above));
  return Array.from({ length: count }, (_, post): Observation => {
    const key = index * mostPosts + post;
    const [u, v] = [random.uniform(key, 0), random.uniform(key, 1)];
    const normal = Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);
    const observed_s = quake.observed_s + medianLag_s * Math.exp(lagSpread * normal);
    const text = texts[Math.floor(random.uniform(key, 2) * texts.length)]!;
    return {
      kind: 'post',
      id: `${quake.id}/${post}`,
      source: syntheticSource,
      revision: 0,
      observed_s,
      received_s: observed_s,
      values: { synthetic: 1 },
      text,
    };
  });
}
