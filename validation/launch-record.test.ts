import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { keyOf, type LaunchRecord, launchRecordCases, recordFiles } from './cases/launch-record.ts';
import kept from './kept/launch-record.json' with { type: 'json' };
import { scoreOf } from './score.ts';

const folder = process.env.KARDASHEV_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const present = Object.values(recordFiles).every((file) => existsSync(`${folder}/${file}`));

describe.skipIf(!present)('the launch record (needs KARDASHEV_DATA/launches)', () => {
  const read = (file: string): string => (present ? readFileSync(`${folder}/${file}`, 'utf8') : '');
  const record = Object.fromEntries(
    Object.entries(recordFiles).map(([name, file]) => [name, read(file)]),
  ) as unknown as LaunchRecord;
  const cases = launchRecordCases(() => record);
  it.each(cases.map(({ id }) => id))('%s gives the figures that are kept', (id) => {
    const subject = cases.find((entry) => entry.id === id)!;
    for (const figure of subject.figures) {
      const before = (kept as Record<string, number>)[keyOf(subject, figure.name)];
      expect(figure.obtained(), figure.name).toBeCloseTo(before ?? Number.NaN, 6);
    }
    const missed = scoreOf(subject).filter((score) => !score.passes);
    expect(
      missed.map(({ figure, obtained }) => `${figure.name}: ${obtained} for ${figure.expected}`),
    ).toEqual([]);
  });
});
