import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { keyOf, sensorCases, sensorFiles } from './cases/data-sensors.ts';
import kept from './kept/data-sensors.json' with { type: 'json' };
import { scoreOf } from './score.ts';

const folder = process.env.KARDASHEV_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const present = sensorFiles.every((file) => existsSync(`${folder}/${file}`));

describe.skipIf(!present)('sensors (needs KARDASHEV_DATA/fires, aircraft and radio)', () => {
  const cases = sensorCases((file) => readFileSync(`${folder}/${file}`));
  it.each(cases.map(({ id }) => id))('%s is met, with the figures that are kept', (id) => {
    const subject = cases.find((entry) => entry.id === id)!;
    for (const figure of subject.figures) {
      const before = (kept as Record<string, number>)[keyOf(subject, figure.name)];
      expect(figure.obtained(), figure.name).toBeCloseTo(before ?? Number.NaN, 6);
    }
    const missed = scoreOf(subject).filter((score) => !score.passes);
    expect(missed.map(({ figure, obtained }) => `${figure.name}: ${obtained}`)).toEqual([]);
  });
});
