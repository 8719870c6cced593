import type { Job } from '@kardashev/contracts/job.ts';
import type { EventStream } from '../streams.ts';
import { isOpen, type JobBoard } from './board.ts';

/** More often nobody sees. */
const pace_ms = 100;

/** Tells how far a job is: at once, then at most ten times a second, and its end, with which the stream ends. */
export function tellProgress(stream: EventStream, board: JobBoard, id: string): void {
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const job = board.get(id) as Job;
    stream.tell('job', job);
    if (!isOpen(job.state)) stream.end();
  };
  const changed = ({ state }: Job): void => {
    if (!isOpen(state)) tell();
    else timer ??= setTimeout(tell, pace_ms);
  };
  const unfollow = board.follow(id, changed);
  stream.onEnd(() => {
    clearTimeout(timer);
    unfollow();
  });
  tell();
}
