import { describe, expect, it } from 'vitest';
import { BadInput } from './stop.ts';
import { type Errand, workBook } from './work-book.ts';

/** An errand that ends when it is told to. */
function errand(key: string) {
  let kept: string | undefined;
  let begun = 0;
  let finish: (answer: string) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const one: Errand<string> = {
    key,
    carryOut: (signal, onProgress) => {
      begun += 1;
      onProgress(1, 3);
      return new Promise((resolve, reject) => {
        finish = resolve;
        fail = reject;
        signal.addEventListener('abort', () => reject(new Error('ended')));
      });
    },
    kept: () => kept,
    keep: (answer) => {
      kept = answer;
    },
  };
  return {
    one,
    begun: () => begun,
    finish: (answer: string) => finish(answer),
    fail: (error: unknown) => fail(error),
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a book of work', () => {
  it('carries out one errand after the other, and none twice', async () => {
    const book = workBook(new AbortController().signal);
    const [first, second] = [errand('first'), errand('second')];
    expect(book.look(first.one).work.state).toBe('none');
    expect(book.start(first.one).work.state).toBe('waiting');
    book.start(second.one);
    book.start(first.one);
    await settled();
    expect(book.look(first.one).work).toMatchObject({ state: 'running', done: 1, total: 3 });
    expect(book.look(second.one).work.state).toBe('waiting');
    first.finish('done');
    await settled();
    expect(book.look(first.one)).toMatchObject({ work: { state: 'finished', done: 3 }, answer: 'done' });
    expect(book.look(second.one).work.state).toBe('running');
    expect([first.begun(), second.begun()]).toEqual([1, 1]);
  });

  it('has what another server kept', () => {
    const kept = errand('kept');
    kept.one.keep('before');
    expect(workBook(new AbortController().signal).look(kept.one)).toMatchObject({
      work: { state: 'finished' },
      answer: 'before',
    });
  });

  it('ends an errand when asked, never begins one that was ended before its turn, and can begin it again', async () => {
    const book = workBook(new AbortController().signal);
    const [first, second] = [errand('first'), errand('second')];
    book.start(first.one);
    book.start(second.one);
    await settled();
    expect(book.cancel(second.one).work.state).toBe('cancelled');
    expect(book.cancel(first.one).work.state).toBe('cancelled');
    await settled();
    expect(second.begun()).toBe(0);
    expect(book.look(first.one).work).toMatchObject({ state: 'cancelled', trouble: null });
    book.start(second.one);
    await settled();
    expect(book.look(second.one).work.state).toBe('running');
  });

  it('tells why an errand failed, in the words of its fault', async () => {
    const book = workBook(new AbortController().signal);
    const failing = errand('failing');
    book.start(failing.one);
    await settled();
    const fault = { code: 'compare/unlike', message: 'm', at: {}, cause: 'c', fix: 'f' };
    failing.fail(new BadInput([fault]));
    await settled();
    expect(book.look(failing.one).work).toMatchObject({
      state: 'failed',
      trouble: { code: 'compare/unlike', cause: 'c' },
    });
    const broken = errand('broken');
    book.start(broken.one);
    await settled();
    broken.fail(new Error('out of memory'));
    await settled();
    expect(book.look(broken.one).work.trouble).toMatchObject({
      code: 'server/failed',
      cause: 'out of memory',
    });
  });

  it('ends all when the server ends', async () => {
    const end = new AbortController();
    const book = workBook(end.signal);
    const running = errand('running');
    book.start(running.one);
    await settled();
    end.abort();
    await settled();
    expect(book.look(running.one).work.state).not.toBe('failed');
  });
});
