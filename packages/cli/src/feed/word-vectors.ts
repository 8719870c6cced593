import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { WordVectors } from '@kardashev/model/data/posts/relevance/word-vectors.ts';

const file = fileURLToPath(new URL('../../data/word-vectors.bin', import.meta.url));
const newline = 10;

/** The commonest English words as vectors, as tools/data/keep-word-vectors.ts packed them. Source: GloVe 6B. */
export function loadWordVectors(): WordVectors {
  const bytes = readFileSync(file);
  const headEnd = bytes.indexOf(newline);
  const wordsEnd = bytes.indexOf(newline, headEnd + 1);
  const { dimensions, step } = JSON.parse(bytes.toString('utf8', 0, headEnd)) as {
    readonly dimensions: number;
    readonly step: number;
  };
  const words = bytes.toString('utf8', headEnd + 1, wordsEnd).split(' ');
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset + wordsEnd + 1, words.length * dimensions);
  return new WordVectors(words, rows, dimensions, step);
}
