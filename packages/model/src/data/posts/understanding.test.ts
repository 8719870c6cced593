import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NearDuplicates } from './near-duplicates.ts';
import { TopicBursts } from './topic-bursts.ts';

describe('NearDuplicates', () => {
  it('counts reposts, other links and a word more once, and other posts by themselves', () => {
    const seen = new NearDuplicates(3600);
    const first = 'Bridge over the river is closed after the quake tonight http://t.co/a';
    const take = (text: string, at_s = 0) => seen.take(text, at_s);
    expect(take(first)).toBe(0);
    expect(take(`RT @news: ${first}`)).toBe(0);
    expect(take('Bridge over the river is closed after the quake tonight! http://t.co/b')).toBe(0);
    expect(take('Hospital in town needs water and blankets for forty people')).toBe(3);
    expect(take('زلزال قوي يضرب المدينة الآن 😱')).toBe(4);
    expect(take('RT @x: زلزال قوي يضرب المدينة الآن 😱')).toBe(4);
  });

  it('forgets what is old', () => {
    const seen = new NearDuplicates(3600);
    expect([0, 3000, 9000].map((at_s) => seen.take('the same words once again', at_s))).toEqual([0, 0, 2]);
  });

  it('takes any text, and knows its exact copy', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const seen = new NearDuplicates(60);
        const first = seen.take(text, 0);
        const second = seen.take(text, 1);
        expect(
          second === first || !/[\p{L}\p{N}\p{Extended_Pictographic}#@_]/u.test(text) || second === 1,
        ).toBe(true);
        if (/^[a-z]{3,}( [a-z]{3,})*$/.test(text)) expect(second).toBe(first);
      }),
    );
  });
});

describe('TopicBursts', () => {
  it('judges each topic and cell by its own past', () => {
    const bursts = new TopicBursts();
    const told: string[] = [];
    const take = (topic: string, cell: string, at_s: number) => {
      const burst = bursts.take(topic, cell, at_s);
      if (burst !== undefined) told.push(`${burst.topic} ${burst.cell}`);
    };
    // A busy cell has a post each ten seconds, a quiet one each hour; then both get a post each ten seconds.
    for (let at_s = 0; at_s < 86_400; at_s += 10) {
      take('flood', 'busy', at_s);
      if (at_s % 3600 === 0) take('flood', 'quiet', at_s);
    }
    for (let at_s = 86_400; at_s < 87_000; at_s += 10)
      for (const cell of ['busy', 'quiet']) take('flood', cell, at_s);
    expect(told).toEqual(['flood quiet']);
  });
});
