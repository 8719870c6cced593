import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../packages/cli/src/feed/gazetteer.ts';
import { loadWordVectors } from '../packages/cli/src/feed/word-vectors.ts';
import { keyOf, postCases, postFiles } from './cases/data-posts.ts';
import kept from './kept/data-posts.json' with { type: 'json' };

const folder = process.env.KARDASHEV_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const present = postFiles.every((file) => existsSync(`${folder}/${file}`));

describe.skipIf(!present)('posts (needs KARDASHEV_DATA/posts and places)', () => {
  const cases = postCases({
    read: (file) => readFileSync(`${folder}/${file}`, 'utf8'),
    vectors: loadWordVectors,
    gazetteer: loadGazetteer,
  });
  it.each(cases.map(({ id }) => id))(
    '%s has the figures that are kept',
    (id) => {
      const subject = cases.find((entry) => entry.id === id)!;
      for (const figure of subject.figures) {
        const before = (kept as Record<string, number>)[keyOf(subject, figure.name)];
        expect(figure.obtained(), figure.name).toBeCloseTo(before ?? Number.NaN, 6);
      }
    },
    300_000,
  );
});
