import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadGazetteer } from '../packages/cli/src/feed/gazetteer.ts';
import { loadWordVectors } from '../packages/cli/src/feed/word-vectors.ts';
import { keyOf, postCases } from './cases/data-posts.ts';

/** Computes the figures of the cases on posts anew, where the recordings lie, and keeps them for VALIDATION.md. */
const folder = process.env.KARDASHEV_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const record = {
  read: (file: string) => readFileSync(`${folder}/${file}`, 'utf8'),
  vectors: loadWordVectors,
  gazetteer: loadGazetteer,
};
const kept = Object.fromEntries(
  postCases(record).flatMap((subject) =>
    subject.figures.map((figure) => [keyOf(subject, figure.name), Number(figure.obtained().toPrecision(9))]),
  ),
);
writeFileSync(
  fileURLToPath(new URL('./kept/data-posts.json', import.meta.url)),
  `${JSON.stringify(kept, null, 2)}\n`,
);
