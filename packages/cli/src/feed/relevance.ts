import { NearDuplicates } from '@kardashev/model/data/posts/near-duplicates.ts';
import { type LabelledPosts, readLabelled } from '@kardashev/model/data/posts/relevance/labelled.ts';
import { PlainBayes } from '@kardashev/model/data/posts/relevance/naive-bayes.ts';
import { prequential } from '@kardashev/model/data/posts/relevance/prequential.ts';
import { Relevance } from '@kardashev/model/data/posts/relevance/relevance.ts';
import { scoreRelevance } from '@kardashev/model/data/posts/relevance/score.ts';
import { KeyedRandom } from '@kardashev/model/random/philox.ts';
import { type Command, InvalidArgumentError } from 'commander';
import type { Texts } from '../files.ts';
import { whole } from '../options.ts';
import { readInput } from '../orbit/input.ts';
import { print } from '../output.ts';
import { BadInput } from '../stop.ts';
import { languagesOf } from './language.ts';
import { Lines } from './lines.ts';
import { relevanceScreen } from './relevance-screen.ts';
import { loadWordVectors } from './word-vectors.ts';

interface RelevanceOptions {
  readonly train: readonly string[];
  readonly test: string;
  readonly onTopic?: number;
  readonly seed: number;
  readonly json?: boolean;
}

const examples = `
Examples:
  kardashev feed relevance --train floods.csv --train tornado.csv --test quake.csv
  kardashev feed relevance --train floods.csv --train tornado.csv --test quake.csv --on-topic 0.05 --json

Files have columns text and label (on-topic, off-topic); each --train file is one crisis, and two or more teach what
crises have in common. Every post is judged by itself. --on-topic says how much of the stream is on topic where that
is known to differ from the training; figures for 5 % are given in any case.`;

/** Stretches of the learning curve. */
const stretches = 10;
/** Share on topic of a stream that was only filtered by keyword: assumed, by us, as the case asks. */
const rareShare = 0.05;

/** `feed relevance`: which posts are about a crisis. */
export function prepare(command: Command): void {
  command
    .requiredOption(
      '--train <file>',
      'posts of one crisis with labels, CSV; repeatable',
      (file, before: readonly string[] = []) => [...before, file],
    )
    .requiredOption('--test <file>', 'posts of another crisis with labels, CSV')
    .option('--on-topic <share>', 'share of the stream that is on topic, 0 to 1', share)
    .option('--seed <n>', 'seed of the order in which posts are learned', whole(0, 2 ** 32 - 1), 1)
    .option('--json', 'print one JSON line per post, and a summary')
    .addHelpText('after', examples)
    .action(relevance);
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && value < 1) return value;
  throw new InvalidArgumentError('Write a share between 0 and 1, such as 0.05.');
}

function relevance(options: RelevanceOptions): void {
  const texts: Texts = new Map();
  const crises = options.train.map((file) => postsOf(file, texts));
  const test = postsOf(options.test, texts);
  for (const [index, crisis] of crises.entries()) needBoth(crisis, options.train[index]!);
  const model = new Relevance(
    crises.map(({ posts }) => posts),
    loadWordVectors(),
    new KeyedRandom(options.seed, 'relevance'),
  );
  const began_ms = performance.now();
  const odds = test.posts.map(({ text }) => model.judge(model.read(text), options.onTopic));
  const wall_s = (performance.now() - began_ms) / 1000;
  const summary = summaryOf(model, crises, test, odds, wall_s, options.seed);
  if (options.json) printLines(test, odds, summary);
  else print(relevanceScreen(options.test, summary));
}

function summaryOf(
  model: Relevance,
  crises: readonly LabelledPosts[],
  test: LabelledPosts,
  told: readonly number[],
  wall_s: number,
  seed: number,
) {
  const labels = test.posts.map(({ label }) => label);
  const rare = test.posts.map(({ text }) => model.judge(model.read(text), rareShare));
  const plain = new PlainBayes();
  for (const { text, label } of crises.flatMap(({ posts }) => posts)) plain.learn(text, label);
  const plainTold = test.posts.map(({ text }) => 1 / (1 + Math.exp(-plain.score(text))));
  const setAside: Record<string, number> = {};
  for (const [reason, count] of [...crises, test].flatMap((file) => Object.entries(file.setAside))) {
    setAside[reason] = (setAside[reason] ?? 0) + count;
  }
  return {
    ...scoreRelevance(told, labels),
    postsPerSecond: wall_s > 0 ? Math.round(told.length / wall_s) : 0,
    posts: told.length,
    learned: crises.reduce((sum, { posts }) => sum + posts.length, 0),
    baseline: { model: 'naive Bayes', ...scoreRelevance(plainTold, labels) },
    rare: { onTopic: rareShare, ...scoreRelevance(rare, labels, rareShare) },
    languages: languagesOf(test.posts.map(({ text }) => text)),
    nearDuplicates: nearDuplicatesIn(test),
    // Last, since the model goes on learning.
    prequential: prequential(model, test.posts, stretches, new KeyedRandom(seed, 'prequential')),
    setAside,
  };
}

/** Posts that say what another said before. Labelled files have no times, so all are held side by side. */
function nearDuplicatesIn({ posts }: LabelledPosts): number {
  const seen = new NearDuplicates(Number.POSITIVE_INFINITY);
  return posts.filter(({ text }, number) => seen.take(text, 0) !== number).length;
}

export type RelevanceSummary = ReturnType<typeof summaryOf>;

function printLines({ rows }: LabelledPosts, told: readonly number[], summary: RelevanceSummary): void {
  const lines = new Lines();
  for (const [index, probability] of told.entries()) {
    lines.add({ row: rows[index], onTopic: probability > 0.5, probability: Number(probability.toFixed(4)) });
  }
  lines.end(summary);
}

function postsOf(file: string, texts: Texts): LabelledPosts {
  const read = readLabelled(readInput(file, texts));
  if ('missing' in read) throw new BadInput([columnFault(file, read.missing)], texts);
  if (read.posts.length === 0) throw new BadInput([emptyFault(file)], texts);
  return read;
}

function needBoth({ posts }: LabelledPosts, file: string): void {
  if (new Set(posts.map(({ label }) => label)).size === 2) return;
  throw new BadInput([
    {
      code: 'feed/one-label',
      message: `All posts of ${file} have the same label.`,
      at: { file },
      cause: 'What posts on and off topic have apart can only be learned from both.',
      fix: 'Give a file with posts of both labels, on-topic and off-topic.',
    },
  ]);
}

const emptyFault = (file: string) => ({
  code: 'feed/no-posts',
  message: `${file} holds no post that can be used.`,
  at: { file },
  cause: 'No row has both a text and a label that is known.',
  fix: 'Write a text and one of on-topic and off-topic in each row.',
});

const columnFault = (file: string, missing: readonly string[]) => ({
  code: 'feed/columns',
  message: `${file} lacks ${missing.length > 1 ? 'columns' : 'a column'}: ${missing.join(', ')}.`,
  at: { file, line: 1 },
  cause: 'The first line of the table names its columns, and these are not among them.',
  fix: 'Name the columns in the first line: text,label.',
});
