import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keyOf, type LaunchRecord, launchRecordCases, recordFiles } from './cases/launch-record.ts';

/** Computes the figures of the cases on the launch record anew, where it lies, and keeps them for VALIDATION.md. */
const folder = process.env.KARDASHEV_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const record = Object.fromEntries(
  Object.entries(recordFiles).map(([name, file]) => [name, readFileSync(`${folder}/${file}`, 'utf8')]),
) as unknown as LaunchRecord;
const kept = Object.fromEntries(
  launchRecordCases(() => record).flatMap((subject) =>
    subject.figures.map((figure) => [keyOf(subject, figure.name), Number(figure.obtained().toPrecision(9))]),
  ),
);
writeFileSync(
  fileURLToPath(new URL('./kept/launch-record.json', import.meta.url)),
  `${JSON.stringify(kept, null, 2)}\n`,
);
