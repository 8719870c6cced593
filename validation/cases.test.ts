import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allCases } from './all.ts';
import { validationPage } from './page.ts';
import { scoreOf } from './score.ts';

/** Cases that a model misses, each with the reason in its remark. A case that is met again must leave this list. */
const missed: readonly string[] = ['D1', 'D2', 'C6', 'P3', 'T9p', 'L15', 'Q2'];

describe('reference cases', () => {
  for (const subject of allCases) {
    it(`${subject.id} ${subject.title}`, () => {
      const scores = scoreOf(subject);
      const failing = scores.filter((score) => !score.passes);
      if (missed.includes(subject.id)) {
        expect(failing, 'a case that is met again leaves the list of missed ones').not.toEqual([]);
        expect(subject.remark).toBeTruthy();
      } else {
        expect(failing.map(({ figure, obtained }) => [figure.name, figure.expected, obtained])).toEqual([]);
      }
    });
  }

  it('are listed as they are in VALIDATION.md', () => {
    const page = readFileSync(new URL('../VALIDATION.md', import.meta.url), 'utf8');
    expect(page).toBe(validationPage(allCases));
  });
});
