import type { Alert } from '@kardashev/model/data/fuse/alert.ts';
import { QuakeWatch } from '@kardashev/model/data/fuse/quake-watch.ts';
import { replay } from '@kardashev/model/data/fuse/replay.ts';
import { type Fusion, fusionSchema } from '@kardashev/model/data/fuse/schema.ts';
import { Voices } from '@kardashev/model/data/fuse/voices.ts';
import type { Observation } from '@kardashev/model/data/wire/observation.ts';
import { Incidents } from '@kardashev/model/data/world/associate.ts';
import { detectionOf } from '@kardashev/model/data/world/detect.ts';
import type { Setting } from '../options.ts';
import { assumedOf } from './assumed.ts';
import type { FuseSummary } from './fuse-screen.ts';
import { loadTowns } from './towns.ts';
import { knownOf, toldOf, type WorldOptions } from './world-options.ts';

interface WatchOptions extends WorldOptions {
  readonly delay: number;
  readonly set: readonly Setting[];
}

/** What a watch told of a replay: alerts in their order, or events as they stood at a moment. */
export interface Watched {
  readonly lines: readonly Alert[];
  readonly summary: FuseSummary & { readonly bursts: number; readonly incidents: number };
}

/** Plays admitted observations, by arrival, to the watch of posts and quakes, and what all senses saw to incidents. */
export function watchReplay(admitted: readonly Observation[], options: WatchOptions): Watched {
  const fusion = fusionOf(options.set);
  const watch = new QuakeWatch(fusion, loadTowns(), options.delay);
  const setAside: Record<string, number> = {};
  const posts_s = voicesOf(admitted, fusion, setAside);
  const decided = replay(
    watch,
    posts_s,
    admitted.filter(({ kind }) => kind === 'quake'),
  );
  const incidents = new Incidents(fusion);
  for (const observation of admitted) {
    const detection = detectionOf(observation, fusion);
    if (detection) incidents.take(detection);
  }
  for (const [reason, count] of Object.entries(watch.counts.setAside)) {
    setAside[reason] = (setAside[reason] ?? 0) + count;
  }
  const known = knownOf(decided, options, fusion);
  const lines = known?.events ?? toldOf(decided, options);
  const { posts, quakes, bursts } = watch.counts;
  const moment = known ? { of: known.of, knownAt: known.knownAt, worldHash: known.hash } : {};
  const counts = { posts, quakes, bursts, incidents: incidents.all.length, alerts: lines.length };
  return { lines, summary: { ...counts, ...watch.told, setAside, ...moment } };
}

/** Assumptions of fusing, with the settings of a command. */
export function fusionOf(set: readonly Setting[]): Fusion {
  return assumedOf('fusion', fusionSchema, set, new Map());
}

function voicesOf(
  admitted: readonly Observation[],
  fusion: Fusion,
  setAside: Record<string, number>,
): number[] {
  const voices = new Voices(fusion);
  return admitted.flatMap(({ kind, observed_s, text }) => {
    if (kind !== 'post') return [];
    const heard = voices.take({ at_s: observed_s, text });
    if (heard === 'new') return [observed_s];
    setAside[heard] = (setAside[heard] ?? 0) + 1;
    return [];
  });
}
