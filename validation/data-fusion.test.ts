import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadTowns } from '../packages/cli/src/feed/towns.ts';
import { fusionCases, keyOf, recordedFiles } from './cases/data-fusion.ts';
import kept from './kept/data-fusion.json' with { type: 'json' };

const folder = process.env.KARDASHEV_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const present = recordedFiles.every((file) => existsSync(`${folder}/${file}`));

describe.skipIf(!present)('posts fused with a catalogue (needs KARDASHEV_DATA/posts and quakes)', () => {
  const cases = fusionCases({
    read: (file) => readFileSync(`${folder}/${file}`, 'utf8'),
    towns: loadTowns,
  });
  it.each(cases.map(({ id }) => id))('%s gives the figures that are kept', { timeout: 120_000 }, (id) => {
    const subject = cases.find((entry) => entry.id === id)!;
    for (const figure of subject.figures) {
      const before = (kept as Record<string, number>)[keyOf(subject, figure.name)];
      expect(figure.obtained(), figure.name).toBeCloseTo(before ?? Number.NaN, 6);
    }
  });
});
