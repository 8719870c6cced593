import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressOf, followAddress, readAddress, readPart, writeAddress, writePart } from './address.ts';
import { view } from './views.ts';

describe('the address', () => {
  const location = { hash: '' };
  const history = {
    pushed: 0,
    replaceState: (_: null, __: string, hash: string) => {
      location.hash = hash;
    },
    pushState: (_: null, __: string, hash: string) => {
      history.pushed += 1;
      location.hash = hash;
    },
  };

  beforeEach(() => {
    vi.stubGlobal('location', location);
    vi.stubGlobal('history', history);
    location.hash = '';
    history.pushed = 0;
    view.value = 'mission';
  });
  afterEach(() => vi.unstubAllGlobals());

  it('says view, run, pass and month, and opens the mission when it names no view that there is', () => {
    expect(readAddress('#run=million-7&funding=books&month=2034-05')).toEqual({
      view: 'mission',
      run: 'million-7',
      funding: 'books',
      month: '2034-05',
    });
    expect(readAddress('#view=nowhere&funding=gifts').view).toBe('mission');
    expect(readAddress('#funding=gifts').funding).toBeUndefined();
    expect(addressOf('claims')).toBe('#view=claims');
  });

  it('keeps what a view writes there of its own', () => {
    location.hash = '#run=a&month=2030-01';
    writePart('with', 'b & c');
    expect(readPart('with')).toBe('b & c');
    expect(readAddress(location.hash).run).toBe('a');
    writePart('with', '');
    expect(location.hash).toBe('#run=a&month=2030-01');
  });

  it('takes a step in the history when another view is opened, and none while one stays', () => {
    const stop = writeAddress();
    expect(history.pushed).toBe(0);
    view.value = 'claims';
    expect(location.hash).toBe('#view=claims');
    expect(history.pushed).toBe(1);
    stop();
  });

  it('follows the way back', () => {
    const listeners: (() => void)[] = [];
    vi.stubGlobal('addEventListener', (_: string, listen: () => void) => listeners.push(listen));
    vi.stubGlobal('removeEventListener', () => listeners.pop());
    const seen: string[] = [];
    const stop = followAddress(({ run }) => seen.push(run ?? ''));
    location.hash = '#run=before';
    listeners[0]?.();
    stop();
    expect(seen).toEqual(['before']);
    expect(listeners).toEqual([]);
  });
});
