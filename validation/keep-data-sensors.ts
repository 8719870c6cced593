import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keyOf, sensorCases } from './cases/data-sensors.ts';

/** Computes the figures of the cases on sensors anew, where the recordings lie, and keeps them for VALIDATION.md. */
const folder = process.env.KARDASHEV_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const kept = Object.fromEntries(
  sensorCases((file) => readFileSync(`${folder}/${file}`)).flatMap((subject) =>
    subject.figures.map((figure) => [keyOf(subject, figure.name), Number(figure.obtained().toPrecision(9))]),
  ),
);
writeFileSync(
  fileURLToPath(new URL('./kept/data-sensors.json', import.meta.url)),
  `${JSON.stringify(kept, null, 2)}\n`,
);
