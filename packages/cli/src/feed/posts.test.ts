import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kardashev } from '../testing/command.ts';

let cwd: string;

const iso = (time_s: number) => new Date(time_s * 1000).toISOString().replace('.000Z', 'Z');
const hour = 3600;
const event_s = Date.parse('2026-01-03T00:00:00Z') / 1000;
const calm = Array.from({ length: 48 }, (_, index) => event_s - (48 - index) * hour);
const burst = Array.from({ length: 40 }, (_, index) => event_s + 10 + 9 * index);
const labelled = (on: string, name: string) =>
  `text,label\r\n${Array.from({ length: 60 }, (_, post) =>
    post % 2 === 0
      ? `"${on} destroyed homes, ${name} needs help ${post}",on-topic`
      : `my coffee and a song 😀 ${post},off-topic`,
  ).join('\r\n')}`;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'kardashev-posts-'));
  const write = (name: string, text: string) => writeFileSync(join(cwd, name), text);
  write('times.csv', `posted_utc\r\n${[...calm, ...burst].map(iso).join('\r\n')}\r\n`);
  write(
    'odd.csv',
    `id,posted_utc\n1,soon\n2,\n${[...calm, event_s + 90 * 86_400, ...burst].map((time_s, row) => `${row},${iso(time_s)}`).join('\n')}`,
  );
  write('quiet.csv', `posted_utc\n${calm.map(iso).join('\n')}\n`);
  write('no-times.csv', 'when\nnow\n');
  write('empty.csv', '');
  write('flood.csv', labelled('flood', 'Calgary'));
  write('storm.csv', labelled('storm', 'Moore'));
  write('quake.csv', labelled('earthquake', 'Amatrice'));
  write('one-label.csv', 'text,label\na,on-topic\nb,on-topic\n');
  const mention = (text: string, name: string, gold?: object) =>
    JSON.stringify({
      text,
      mentions: [{ text: name, start: text.indexOf(name), end: text.indexOf(name) + name.length, ...gold }],
    });
  write(
    'places.jsonl',
    [
      mention('Flood in Texas', 'Texas', { type: 'State', latitude_deg: 31.3, longitude_deg: -98.9 }),
      mention('Water rises in Paris, TX', 'Paris', {
        type: 'City/town',
        latitude_deg: 33.66,
        longitude_deg: -95.56,
      }),
      mention('سيول في Ankara 😱', 'Ankara'),
      '{"text": "cut off',
      '{"text": 5, "mentions": []}',
    ].join('\n'),
  );
});
afterAll(() => rmSync(cwd, { recursive: true }));

const feed = async (...args: string[]) => {
  const ended = await kardashev(['feed', ...args, '--json'], { cwd });
  const lines = ended.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return { ...ended, items: lines.slice(0, -1), summary: lines.at(-1)?.summary };
};

describe('feed bursts', () => {
  it('tells a burst with what had arrived by then, and nothing before', async () => {
    const { items, summary } = await feed('bursts', 'times.csv');
    expect(items).toHaveLength(1);
    const delay_s = Date.parse(items[0].at) / 1000 - burst[0]!;
    expect(delay_s).toBeGreaterThanOrEqual(0);
    expect(delay_s).toBeLessThanOrEqual(60);
    expect(summary).toEqual({ bursts: 1, posts: 88, setAside: {} });
    expect((await feed('bursts', 'quiet.csv')).items).toEqual([]);
  });

  it('sets aside what has no time or is dated far ahead, and tells the same burst', async () => {
    const { items, summary } = await feed('bursts', 'odd.csv');
    expect(items).toHaveLength(1);
    expect(summary.setAside).toEqual({ 'no-time': 2, leap: 1 });
  });
});

describe('feed relevance', () => {
  it('learns on crises and judges another, post by post, beside the plainest model', async () => {
    const { items, summary } = await feed(
      'relevance',
      '--train',
      'flood.csv',
      '--train',
      'storm.csv',
      '--test',
      'quake.csv',
    );
    expect(items).toHaveLength(60);
    expect(items[0]).toMatchObject({ row: 1, onTopic: true });
    expect(summary.macroF1).toBeGreaterThan(0.9);
    expect(summary).toMatchObject({
      posts: 60,
      learned: 120,
      baseline: { model: 'naive Bayes' },
      rare: { onTopic: 0.05 },
    });
    expect(summary.prequential).toHaveLength(10);
    for (const key of ['precision', 'recall', 'postsPerSecond', 'calibrationError'])
      expect(summary[key]).toBeTypeOf('number');
  });
});

describe('feed places', () => {
  it('finds places by what the post says beside them, and scores where the file has the truth', async () => {
    const { items, summary } = await feed('places', 'places.jsonl');
    expect(items).toHaveLength(3);
    for (const { latitude_deg, longitude_deg, radius_km } of items) {
      expect([latitude_deg, longitude_deg, radius_km].every(Number.isFinite)).toBe(true);
    }
    expect(items[2]).toMatchObject({ place: 'Ankara', country: 'TR' });
    expect(summary).toMatchObject({
      acc161_city: 1,
      acc161_all: 1,
      resolved: 1,
      posts: 3,
      setAside: { json: 1, 'no-text': 1 },
    });
  });
});

describe('bad input', () => {
  it.each([
    [['bursts', 'nowhere.csv'], 'file/not-found'],
    [['bursts', 'no-times.csv'], 'feed/columns'],
    [['bursts', 'empty.csv'], 'feed/columns'],
    [['relevance', '--train', 'flood.csv', '--test', 'no-times.csv'], 'feed/columns'],
    [['relevance', '--train', 'one-label.csv', '--test', 'flood.csv'], 'feed/one-label'],
    [['relevance', '--train', 'flood.csv', '--test', 'quake.csv', '--on-topic', '2'], 'command/usage'],
    [['places', 'no-times.csv'], 'feed/no-posts'],
  ])('refuses %j with a code, a cause and a fix', async (args, code) => {
    const ended = await feed(...args);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    const { error } = JSON.parse(ended.stderr);
    expect(error).toMatchObject({ code });
    expect(error.cause && error.fix).toBeTruthy();
  });
});

const data = process.env.KARDASHEV_DATA ?? join(import.meta.dirname, '../../../../../shared/data');

describe.skipIf(!existsSync(join(data, 'places')))('recorded posts (need KARDASHEV_DATA/places)', () => {
  it('are placed: four in five cities and three in five of all within 161 km', async () => {
    const [file = ''] = readdirSync(join(data, 'places')).filter((name) => name.includes('florence'));
    const { summary } = await feed('places', join(data, 'places', file));
    expect(summary.acc161_city).toBeGreaterThan(0.8);
    expect(summary.acc161_all).toBeGreaterThan(0.6);
  });
});
