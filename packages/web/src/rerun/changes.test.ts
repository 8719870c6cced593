import { beforeEach, describe, expect, it } from 'vitest';
import {
  adopt,
  canRedo,
  canUndo,
  change,
  changes,
  redo,
  settle,
  takeAllBack,
  takeBack,
  undo,
} from './changes.ts';

const now = () => Object.fromEntries(changes.value);

describe('changes', () => {
  beforeEach(() => adopt(new Map()));

  it('are undone and redone step by step', () => {
    change('a', '1');
    change('b', '2');
    undo();
    expect(now()).toEqual({ a: '1' });
    redo();
    expect(now()).toEqual({ a: '1', b: '2' });
    undo();
    change('c', '3');
    expect(canRedo.value).toBe(false);
    expect(now()).toEqual({ a: '1', c: '3' });
  });

  it('take the whole movement of a slider as one step', () => {
    change('a', '1');
    for (const text of ['2', '3', '4']) change('b', text, true);
    settle();
    change('b', '5', true);
    undo();
    expect(now()).toEqual({ a: '1', b: '4' });
    undo();
    expect(now()).toEqual({ a: '1' });
  });

  it('are taken back one by one or all at once, which can be undone', () => {
    change('a', '1');
    change('b', '2');
    takeBack('a');
    expect(now()).toEqual({ b: '2' });
    takeAllBack();
    expect(now()).toEqual({});
    undo();
    undo();
    expect(now()).toEqual({ a: '1', b: '2' });
  });

  it('begin anew without a way back', () => {
    change('a', '1');
    adopt(new Map([['z', '9']]));
    expect(now()).toEqual({ z: '9' });
    expect(canUndo.value).toBe(false);
  });
});
