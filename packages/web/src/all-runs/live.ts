import type { StateHeader } from '@kardashev/contracts/job.ts';
import type { Signal } from '@preact/signals';
import { type Growing, growing } from './growing.ts';
import { StateReader } from './state-reader.ts';

/** What is on show of a run in the making. */
export interface Live {
  readonly labels: readonly string[];
  readonly lines: readonly Growing[];
}

/** Watches a job's months; `shown` changes at most once a frame, however fast they come. */
export function watch(job: string, shown: Signal<Live | undefined>): () => void {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/jobs/${job}/state`);
  socket.binaryType = 'arraybuffer';
  let reader: StateReader | undefined;
  let waiting = 0;
  const show = () => {
    waiting = 0;
    if (reader) shown.value = { labels: reader.header.labels, lines: growing(reader) };
  };
  socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
    if (typeof data === 'string') reader = new StateReader(JSON.parse(data) as StateHeader);
    else reader?.take(data);
    waiting ||= requestAnimationFrame(show);
  });
  return () => {
    cancelAnimationFrame(waiting);
    socket.close();
  };
}
