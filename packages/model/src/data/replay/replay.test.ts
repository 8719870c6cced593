import { expect, it } from 'vitest';
import { KeyedRandom } from '../../random/philox.ts';
import type { Observation } from '../wire/observation.ts';
import { syntheticPosts, syntheticSource } from './synthetic-posts.ts';

const quake = (id: string, magnitude: number): Observation => ({
  kind: 'quake',
  id,
  source: 'test',
  revision: 0,
  observed_s: 1.5e9,
  received_s: 1.5e9 + 300,
  values: { magnitude },
});

it('makes posts that say they are made, of quakes that people feel, the same ones every time', () => {
  const made = () =>
    syntheticPosts([quake('a', 6), quake('b', 2), quake('c', 5)], new KeyedRandom(1, 'posts'));
  const posts = made();
  expect(made()).toEqual(posts);
  expect(new Set(posts.map(({ source }) => source))).toEqual(new Set([syntheticSource]));
  expect(posts.every(({ observed_s, place }) => observed_s > 1.5e9 && place === undefined)).toBe(true);
  const of = (id: string) => posts.filter((post) => post.id.startsWith(`${id}/`)).length;
  expect(of('a')).toBeGreaterThan(of('c'));
  expect(of('b')).toBe(0);
});
