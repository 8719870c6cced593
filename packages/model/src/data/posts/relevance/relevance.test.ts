import { describe, expect, it } from 'vitest';
import { KeyedRandom } from '../../../random/philox.ts';
import { readLabelled } from './labelled.ts';
import { prequential } from './prequential.ts';
import { type LabelledText, Relevance } from './relevance.ts';
import { scoreRelevance } from './score.ts';
import { tokensOf } from './tokens.ts';
import { WordVectors } from './word-vectors.ts';

const words = ['flood', 'storm', 'quake', 'coffee', 'song', 'party', 'the', 'my', 'high', 'river'];
/** Two dimensions: danger, leisure. */
const vectors = new WordVectors(
  words,
  Int8Array.from([60, 0, 60, 0, 60, 0, 0, 60, 0, 60, 0, 60, 0, 0, 5, 5, 0, 0, 30, 0]),
  2,
  1 / 60,
);
const random = new KeyedRandom(1, 'test');

/** A crisis with a word of its own, among posts of every day. */
function crisis(word: string, name: string, size: number): LabelledText[] {
  return Array.from({ length: size }, (_, post) =>
    post % 2 === 0
      ? { text: `the ${word} in ${name} http://t.co/${post}`, label: 1 as const }
      : { text: `my ${['coffee', 'song', 'party'][post % 3]} @friend${post}`, label: 0 as const },
  );
}

describe('tokensOf', () => {
  it('turns what changes from crisis to crisis into classes', () => {
    expect(tokensOf('RT @bob: 12 homes gone! http://t.co/x #HighRiver', vectors.segment)).toEqual([
      'REPOST',
      'PERSON',
      'NUMBER2',
      'homes',
      'gone',
      '!',
      'LINK',
      'HASHTAG',
      'high',
      'river',
    ]);
  });

  it('takes hashtags apart, other scripts as they are, and emoji as nothing', () => {
    expect(tokensOf('#riverflood زلزال قوي 😱', vectors.segment)).toEqual([
      'HASHTAG',
      'river',
      'flood',
      'زلزال',
      'قوي',
    ]);
    expect(tokensOf('')).toEqual([]);
  });
});

describe('Relevance', () => {
  const model = () =>
    new Relevance(
      [crisis('flood', 'Calgary', 200), crisis('storm', 'Moore', 200), crisis('flood', 'Brisbane', 200)],
      vectors,
      random,
    );

  it('knows a crisis of a kind that it was never taught, by the meaning of its words', () => {
    const taught = model();
    const test = crisis('quake', 'Amatrice', 100);
    const told = test.map(({ text }) => taught.judge(taught.read(text)));
    expect(
      scoreRelevance(
        told,
        test.map(({ label }) => label),
      ).macroF1,
    ).toBeGreaterThan(0.95);
  });

  it('judges a post by itself, and moves with the share that is on topic', () => {
    const taught = model();
    const reading = taught.read('the quake in Amatrice');
    const alone = taught.judge(reading);
    taught.judge(taught.read('my coffee'));
    expect(taught.judge(reading)).toBe(alone);
    expect(taught.judge(reading, 0.05)).toBeLessThan(alone);
  });

  it('gets better the more it sees', () => {
    const taught = model();
    const news = Array.from({ length: 300 }, (_, post) =>
      post % 2 === 0
        ? { text: `avalancha ${post}`, label: 1 as const }
        : { text: `gatito ${post}`, label: 0 as const },
    );
    const curve = prequential(taught, news, 3, random);
    expect(curve.at(-1)!.macroF1).toBeGreaterThan(Math.max(0.9, curve[0]!.macroF1));
  });

  it('learns the same from the same seed, and from one crisis alone', () => {
    const [one, two] = [model(), model()];
    const reading = one.read('the storm');
    expect(one.judge(reading)).toBe(two.judge(reading));
    const single = new Relevance([crisis('flood', 'Calgary', 200)], vectors, random);
    expect(single.judge(single.read('the storm'))).toBeGreaterThan(0.5);
  });
});

describe('readLabelled', () => {
  it('takes columns in any order, quotes and line breaks, and sets the rest aside with a reason', () => {
    const read = readLabelled(
      'id,Label,text\r\n1,on-topic,"a ""b"",\nc"\r\n2,Off-Topic,d\r\n3,maybe,e\r\n4,on-topic,\r\n5\r\n',
    );
    expect(read).toEqual({
      posts: [
        { text: 'a "b",\nc', label: 1 },
        { text: 'd', label: 0 },
      ],
      rows: [1, 2],
      setAside: { 'no-label': 1, 'no-text': 1, 'wrong-cells': 1 },
    });
    expect(readLabelled('words,label\na,on-topic')).toEqual({ missing: ['text'] });
    expect(readLabelled('')).toEqual({ missing: ['text', 'label'] });
  });
});

describe('scoreRelevance', () => {
  it('is the mean of the F1 of both labels, and zero gap where probabilities come true', () => {
    const score = scoreRelevance([0.9, 0.9, 0.1, 0.1], [1, 0, 0, 0]);
    expect(score.macroF1).toBeCloseTo((2 / 3 + 4 / 5) / 2, 12);
    expect(score).toMatchObject({ precision: 0.5, recall: 1 });
    expect(scoreRelevance([0.5, 0.5], [1, 0]).calibrationError).toBe(0);
  });

  it('weighs posts to a share on topic', () => {
    expect(scoreRelevance([0.9, 0.9, 0.1, 0.1], [1, 0, 0, 0], 0.5).precision).toBeCloseTo(0.75, 12);
  });
});
