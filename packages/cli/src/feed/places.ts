import { type PostWithMentions, postOf } from '@kardashev/model/data/places/posts.ts';
import { PlaceFinder, type Resolved } from '@kardashev/model/data/places/resolve.ts';
import { type JudgedMention, type PlaceScore, scorePlaces } from '@kardashev/model/data/places/score.ts';
import type { Command } from 'commander';
import type { Texts } from '../files.ts';
import { readInput } from '../orbit/input.ts';
import { print } from '../output.ts';
import { BadInput } from '../stop.ts';
import { loadGazetteer } from './gazetteer.ts';
import { Lines } from './lines.ts';
import { placesScreen } from './places-screen.ts';

interface PlacesOptions {
  readonly json?: boolean;
}

const examples = `
Examples:
  kardashev feed places posts.jsonl
  kardashev feed places posts.jsonl --json

A line a post: {"text": "Flood in Ellicott City", "mentions": [{"text": "Ellicott City", "start": 9, "end": 22}]}. Where
a mention also has type, latitude_deg and longitude_deg, these score what was found and are not read before.
radius_km: about even chances that the place meant lies within.`;

/** `feed places`: where the places are that posts mention. */
export function prepare(command: Command): void {
  command
    .option('--json', 'print one JSON line per mention, and a summary')
    .addHelpText('after', examples)
    .action(places);
}

/** A mention and what was found for it. */
interface Found {
  readonly post: PostWithMentions;
  readonly index: number;
  readonly found: Resolved | undefined;
}

export interface PlacesSummary extends PlaceScore {
  readonly posts: number;
  readonly mentions: number;
  readonly postsPerSecond: number;
  readonly setAside: Readonly<Record<string, number>>;
}

function places(file: string, options: PlacesOptions): void {
  const texts: Texts = new Map();
  const setAside: Record<string, number> = {};
  const posts = postsOf(readInput(file, texts), setAside);
  if (posts.length === 0) throw new BadInput([emptyFault(file, setAside)]);
  const finder = new PlaceFinder(loadGazetteer());
  const began_ms = performance.now();
  const found = posts.flatMap((post): Found[] =>
    finder
      .find(
        post.text,
        post.mentions.map(({ text }) => text),
      )
      .map((place, index) => ({ post, index, found: place })),
  );
  const wall_s = (performance.now() - began_ms) / 1000;
  const summary: PlacesSummary = {
    ...scoreOf(found),
    posts: posts.length,
    mentions: found.length,
    postsPerSecond: wall_s > 0 ? Math.round(posts.length / wall_s) : 0,
    setAside,
  };
  if (options.json) printLines(found, summary);
  else print(placesScreen(file, summary));
}

function postsOf(text: string, setAside: Record<string, number>): PostWithMentions[] {
  const posts: PostWithMentions[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const post = postOf(line, index + 1);
    if ('setAside' in post) setAside[post.setAside] = (setAside[post.setAside] ?? 0) + 1;
    else posts.push(post);
  }
  return posts;
}

/** Without gold there is nothing to score but how many were found. */
function scoreOf(found: readonly Found[]): PlaceScore {
  const judged = found.flatMap(({ post, index, found: place }): JudgedMention[] => {
    const gold = post.mentions[index]?.gold;
    return gold === undefined ? [] : [{ ...gold, found: place }];
  });
  const resolved =
    found.length === 0 ? null : found.filter(({ found: place }) => place !== undefined).length / found.length;
  return { ...scorePlaces(judged), resolved };
}

function printLines(all: readonly Found[], summary: PlacesSummary): void {
  const lines = new Lines();
  for (const { post, index, found } of all) {
    const { text, start, end } = post.mentions[index]!;
    lines.add({
      line: post.line,
      mention: text,
      start,
      end,
      latitude_deg: rounded(found?.latitude_deg, 5),
      longitude_deg: rounded(found?.longitude_deg, 5),
      radius_km: rounded(found?.radius_km, 1),
      place: found?.place?.name ?? null,
      kind: found?.place?.kind ?? null,
      country: found?.place?.country ?? null,
    });
  }
  lines.end(summary);
}

const rounded = (value: number | undefined, digits: number): number | null =>
  value === undefined ? null : Number(value.toFixed(digits));

const emptyFault = (file: string, setAside: Readonly<Record<string, number>>) => ({
  code: 'feed/no-posts',
  message: `${file} holds no post that can be used.`,
  at: { file },
  cause: `No line has a text and mentions${Object.keys(setAside).length > 0 ? ` (${Object.keys(setAside).join(', ')})` : ''}.`,
  fix: 'Write a line a post: {"text": "…", "mentions": [{"text": "…", "start": 0, "end": 5}]}.',
});
