import type { Work } from '@kardashev/contracts/work.ts';
import { TroubleNote } from '../app/TroubleNote.tsx';
import './work-bar.css';

interface WorkWords {
  readonly start: string;
  /** How long it takes. */
  readonly takes: string;
  readonly waiting: string;
  readonly begun: string;
  readonly running: (done: number, total: number) => string;
  readonly cancel: string;
  readonly cancelled: string;
}

interface WorkBarProps {
  readonly work: Work;
  readonly start: () => void;
  readonly cancel: () => void;
  readonly words: WorkWords;
}

/** Work that the server does when it is asked: the button that asks, then how far it is and a way to end it. */
export function WorkBar({ work, start, cancel, words }: WorkBarProps) {
  const { state, done, total, trouble } = work;
  if (state === 'waiting' || state === 'running') {
    const told = state === 'waiting' ? words.waiting : total > 0 ? words.running(done, total) : words.begun;
    return (
      <div class="work-bar">
        <progress max={total || 1} {...(total > 0 ? { value: done } : {})} aria-label={told} />
        <span role="status">{told} …</span>
        <button type="button" class="retry" onClick={cancel}>
          {words.cancel}
        </button>
      </div>
    );
  }
  return (
    <>
      {state === 'failed' && trouble && <TroubleNote trouble={trouble} />}
      <div class="work-bar">
        <button type="button" class="retry" onClick={start}>
          {words.start}
        </button>
        <span class="quiet" role="status">
          {state === 'cancelled' ? words.cancelled : words.takes}
        </span>
      </div>
    </>
  );
}
