import { describe, expect, it } from 'vitest';
import { syntheticRun, syntheticRuns } from '../../dev/fixture.ts';
import { passesOf, passOf } from './passes.ts';

describe('the passes of a run', () => {
  it('are the plan’s own and those it reports, each with its numbers', async () => {
    const verdict = (await syntheticRuns.verdict(syntheticRun))!;
    const apart = { ...verdict, apart: verdict.books };
    expect(passesOf({ ...verdict, books: undefined })).toEqual(['as-needed']);
    expect(passesOf(apart)).toEqual(['as-needed', 'books', 'apart']);
    expect(passesOf({ ...apart, funding: 'apart' })).toEqual(['apart', 'books']);
    expect(passOf(verdict, 'as-needed')).toBe(verdict);
    expect(passOf(apart, 'apart')).toBe(verdict.books);
    expect(passOf({ ...verdict, funding: 'books' }, 'as-needed')).toBeUndefined();
  });
});
