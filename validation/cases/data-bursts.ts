import { median } from '../../packages/kernels/src/numeric/statistics.ts';
import { readPostTimes } from '../../packages/model/src/data/fuse/post-times.ts';
import { BurstDetector } from '../../packages/model/src/data/posts/bursts.ts';
import { unixTime_s } from '../../packages/model/src/data/wire/globe.ts';
import { KeyedRandom } from '../../packages/model/src/random/philox.ts';
import type { Case } from '../case.ts';
import { atMost, exact } from './bounds.ts';
import { once } from './once.ts';

/** Recorded streams of times: the event, when it was, and whether it was a quake. Times of quakes are the USGS's. */
const streams = [
  ['2012_Costa_Rica_earthquake', '2012-09-05T14:42:08Z', true],
  ['2012_Guatemala_earthquake', '2012-11-07T16:35:47Z', true],
  ['2013_Glasgow_helicopter_crash', '2013-11-29T22:22:00Z', false],
  ['2013_Russia_meteor', '2013-02-15T03:20:30Z', false],
  ['2013_West_Texas_explosion', '2013-04-18T00:50:38Z', false],
] as const;
const timesOf = (name: string) => `posts/t26-${name}-times.csv`;
/** Recordings that the case reads, below the folder of records. */
export const burstFiles: readonly string[] = streams.map(([name]) => timesOf(name));

interface Onset {
  readonly falseAlarms: number;
  /** From the first post after the event; undefined where it was not found within an hour. */
  readonly delay_s: number | undefined;
}

function onset(times_s: readonly number[], event_s: number): Onset {
  const detector = new BurstDetector();
  const told = times_s.flatMap((time_s) => detector.push(time_s).burst?.at_s ?? []);
  const first_s = times_s.find((time_s) => time_s >= event_s) ?? event_s;
  const hit_s = told.find((at_s) => at_s >= event_s && at_s < first_s + 3600);
  return {
    falseAlarms: told.filter((at_s) => at_s < event_s).length,
    delay_s: hit_s === undefined ? undefined : hit_s - first_s,
  };
}

const drawn = 50;

/** A stream with every other post left out by chance, or with each post twice, the second within a minute. */
function varied(times_s: readonly number[], seed: number, twice: boolean): number[] {
  const random = new KeyedRandom(seed, 'streams');
  if (!twice) return times_s.filter((_, post) => random.uniform(post, 0) < 0.5);
  return times_s
    .flatMap((time_s, post) => [time_s, Math.round(time_s + 120 * (random.uniform(post, 0) - 0.5))])
    .toSorted((a, b) => a - b);
}

/** Bursts in times of posts; `read` gives a recording's text. */
export function burstCase(read: (file: string) => string): Case {
  const all = once(() =>
    streams.map(([name, at, quake]) => {
      const times_s = readPostTimes(read(timesOf(name)))?.times_s ?? [];
      const event_s = unixTime_s(at)!;
      const seeds = Array.from({ length: drawn }, (_, seed) => seed);
      const of = (twice: boolean) => seeds.map((seed) => onset(varied(times_s, seed, twice), event_s));
      return { quake, whole: onset(times_s, event_s), half: of(false), twice: of(true) };
    }),
  );
  const quakes = () => all().filter(({ quake }) => quake);
  const found = (onsets: readonly Onset[]) =>
    onsets.filter(({ delay_s }) => delay_s !== undefined).length / onsets.length;
  const alarms = (onsets: readonly Onset[]) => onsets.reduce((sum, { falseAlarms }) => sum + falseAlarms, 0);
  const delay = (onsets: readonly Onset[]) => median(onsets.map(({ delay_s }) => delay_s ?? 3600));
  return {
    id: 'D1',
    title: 'Onset of sudden events from times of posts alone',
    room: 'data',
    kind: 'prediction',
    source:
      'CrisisLexT26; to reach: every quake, no false alarm before it, median within 60 s of the first post of the event',
    figures: [
      exact('quakes found', 1, () => found(quakes().map(({ whole }) => whole))),
      exact('false alarms before the five events', 0, () => alarms(all().map(({ whole }) => whole))),
      atMost('median delay of quakes', 's', 60, () => delay(quakes().map(({ whole }) => whole))),
      exact(`quakes found on ${drawn} thinnings to a half`, 1, () =>
        found(quakes().flatMap(({ half }) => half)),
      ),
      exact('false alarms on them, all events', 0, () => alarms(all().flatMap(({ half }) => half))),
      atMost('median delay on them', 's', 60, () => delay(quakes().flatMap(({ half }) => half))),
      exact(`quakes found on ${drawn} thickenings twofold`, 1, () =>
        found(quakes().flatMap(({ twice }) => twice)),
      ),
      exact('false alarms on them, all five', 0, () => alarms(all().flatMap(({ twice }) => twice))),
      atMost('median delay on those', 's', 60, () => delay(quakes().flatMap(({ twice }) => twice))),
    ],
    remark:
      'A trigger on short over long averages finds them 46–597 s after the first post. Thickened: each post twice, the second within a minute of the first. Of a stream with half its posts the third post of the event, without which two people are a burst, comes later than 60 s more often than not.',
  };
}
