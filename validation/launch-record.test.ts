import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type LaunchRecord, launchRecordCases, recordFiles } from './cases/launch-record.ts';
import { scoreOf } from './score.ts';

const folder = process.env.KARDASHEV_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const present = Object.values(recordFiles).every((file) => existsSync(`${folder}/${file}`));

describe.skipIf(!present)('the launch record (needs KARDASHEV_DATA/launches)', () => {
  const read = (file: string): string => (present ? readFileSync(`${folder}/${file}`, 'utf8') : '');
  const record = Object.fromEntries(
    Object.entries(recordFiles).map(([name, file]) => [name, read(file)]),
  ) as unknown as LaunchRecord;
  it.each(['L1', 'L2', 'L3', 'L4', 'L10'])('%s', (id) => {
    const subject = launchRecordCases(record).find((entry) => entry.id === id)!;
    const missed = scoreOf(subject).filter((score) => !score.passes);
    expect(
      missed.map(({ figure, obtained }) => `${figure.name}: ${obtained} for ${figure.expected}`),
    ).toEqual([]);
  });
});
