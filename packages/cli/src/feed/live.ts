import { systemClock } from '@kardashev/feeds/live/clock.ts';
import { linesOverTcp } from '@kardashev/feeds/live/lines-over-tcp.ts';
import { firmsAddress, poll, usgsAddress } from '@kardashev/feeds/live/poll.ts';
import type { Ears, LiveSource } from '@kardashev/feeds/live/source.ts';
import { jetstream } from '@kardashev/feeds/live/websocket.ts';
import { interruptible } from '../interrupt.ts';
import { BadInput } from '../stop.ts';
import type { IngestOptions } from './ingest.ts';
import type { KeepWriter } from './keep-writer.ts';

/** What waits is stored so often, however little it is. */
const flush_s = 2;
const minute_s = 60;

/** Listens to the source of a format until the command is interrupted. */
export async function listenLive(options: IngestOptions, writer: KeepWriter): Promise<void> {
  // One after another: a batch must be stored before the next is told.
  let work = Promise.resolve();
  const next = (job: () => Promise<void>) => {
    work = work.then(job);
  };
  const flushing = setInterval(() => next(() => writer.flush()), flush_s * 1000);
  const source = sourceOf(options);
  const ears: Ears = {
    payload: (text, received_s) => next(() => writer.take(text, received_s)),
    alive: (received_s) => writer.alive(received_s),
    lost: (why, again_s) => process.stderr.write(`${why}; trying again in ${again_s} s\n`),
  };
  try {
    await interruptible((signal) => source(ears, systemClock, signal));
    await work;
  } finally {
    clearInterval(flushing);
  }
}

function sourceOf({ format, from, key }: IngestOptions): LiveSource {
  if (format === 'usgs') return poll(usgsAddress, minute_s);
  if (format === 'jetstream') return jetstream();
  if (format === 'firms' && key !== undefined) return poll(firmsAddress(key), 10 * minute_s);
  const [, host, port] = /^(.+):(\d+)$/.exec(from ?? '') ?? [];
  if (format === 'sbs' && host !== undefined) return linesOverTcp(host, Number(port));
  throw new BadInput([
    {
      code: 'command/usage',
      message: `--live cannot listen to ${format} as it is asked to.`,
      at: { path: '--live' },
      cause:
        'It needs to know where: --from host:port for sbs, --key for firms; x, stac and cloudevents come as files.',
      fix: 'Write, for example, --live --format sbs --from localhost:30003.',
    },
  ]);
}
