import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadTowns } from '../packages/cli/src/feed/towns.ts';
import { fusionCases, keyOf } from './cases/data-fusion.ts';

/** Computes the figures of the cases on fusing anew, where the records lie, and keeps them for VALIDATION.md. */
const folder = process.env.KARDASHEV_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const cases = fusionCases({
  read: (file) => readFileSync(`${folder}/${file}`, 'utf8'),
  towns: loadTowns,
});
const kept = Object.fromEntries(
  cases.flatMap((subject) =>
    subject.figures.map((figure) => [keyOf(subject, figure.name), Number(figure.obtained().toPrecision(9))]),
  ),
);
writeFileSync(
  fileURLToPath(new URL('./kept/data-fusion.json', import.meta.url)),
  `${JSON.stringify(kept, null, 2)}\n`,
);
