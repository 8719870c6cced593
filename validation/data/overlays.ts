import type { Alert } from '../../packages/model/src/data/fuse/alert.ts';
import type { PublishedQuake } from '../../packages/model/src/data/fuse/felt.ts';
import { quakeOf } from '../../packages/model/src/data/fuse/felt.ts';
import { QuakeWatch } from '../../packages/model/src/data/fuse/quake-watch.ts';
import { replay } from '../../packages/model/src/data/fuse/replay.ts';
import type { Fusion } from '../../packages/model/src/data/fuse/schema.ts';
import { distance_between_m, type Towns } from '../../packages/model/src/data/fuse/towns.ts';
import { unixTime_s } from '../../packages/model/src/data/wire/globe.ts';
import type { Observation } from '../../packages/model/src/data/wire/observation.ts';
import { KeyedRandom } from '../../packages/model/src/random/philox.ts';

/** A recorded burst: times of posts, when the event was, and whether it was a quake. */
export interface RecordedBurst {
  readonly posts_s: readonly number[];
  readonly origin_s: number;
  readonly quake: boolean;
}

/** How overlays are made. */
export interface OverlayRules {
  readonly publishDelay_s: number;
  /** Share of overlays whose burst has no quake behind it. */
  readonly without: number;
  /** Decoys: quakes elsewhere, their origins within so much of the burst's beginning. */
  readonly decoys: number;
  readonly decoyWithin_s: number;
  /** Quakes at random, or such as people felt: at random among those, by their chance of a burst. */
  readonly felt: boolean;
}

/** What became of one overlay. */
export interface OverlayOutcome {
  /** The quake behind the burst; undefined where there is none. */
  readonly quake: string | undefined;
  readonly first: Alert | undefined;
  /** First alert that names the right quake, after its publication. */
  readonly wait_s: number | undefined;
  readonly last: Alert | undefined;
  readonly right: boolean;
}

const before_s = 24 * 3600;
const after_s = 3 * 3600;
const farEnough_m = 1e6;

/** Lays recorded bursts on quakes of the catalogue and plays them to the watch. */
export function overlays(
  count: number,
  seed: number,
  bursts: readonly RecordedBurst[],
  catalogue: readonly Observation[],
  towns: Towns,
  fusion: Fusion,
  rules: OverlayRules,
): OverlayOutcome[] {
  const random = new KeyedRandom(seed, 'overlays');
  const known = catalogue.map((quake) => quakeOf(quake, towns, fusion) as PublishedQuake);
  return Array.from({ length: count }, (_, index) =>
    overlay(index, random, bursts, catalogue, known, towns, fusion, rules),
  );
}

function overlay(
  index: number,
  random: KeyedRandom,
  bursts: readonly RecordedBurst[],
  catalogue: readonly Observation[],
  known: readonly PublishedQuake[],
  towns: Towns,
  fusion: Fusion,
  rules: OverlayRules,
): OverlayOutcome {
  let draw = 0;
  const uniform = () => random.uniform(index, draw++);
  const oneOf = <T>(items: readonly T[]): T => items[Math.floor(uniform() * items.length)] as T;
  const without = uniform() < rules.without;
  const burst = oneOf(bursts.filter((recorded) => recorded.quake !== without));
  let at = Math.floor(uniform() * catalogue.length);
  while (rules.felt && uniform() > known[at]!.burstChance) at = Math.floor(uniform() * catalogue.length);
  const quake = catalogue[at]!;
  // A burst without a quake goes to any time that the catalogue covers.
  const covered_s = catalogue.at(-1)!.observed_s - catalogue[0]!.observed_s;
  const to_s = without ? catalogue[0]!.observed_s + covered_s * uniform() : quake.observed_s;
  const posts_s = burst.posts_s
    .filter((time_s) => time_s > burst.origin_s - before_s && time_s < burst.origin_s + after_s)
    .map((time_s) => time_s - burst.origin_s + to_s);
  const quakes = catalogue.filter(({ observed_s }) => Math.abs(observed_s - to_s) < before_s);
  for (let decoy = 0; decoy < rules.decoys; decoy++) {
    let other = oneOf(catalogue);
    while (distance_between_m(other.place!, quake.place!) < farEnough_m) other = oneOf(catalogue);
    const observed_s = Math.round(to_s + (2 * uniform() - 1) * rules.decoyWithin_s);
    quakes.push({ ...other, id: `decoy-${decoy}-${other.id}`, observed_s });
  }
  const published = quakes.map((one) => ({ ...one, received_s: one.observed_s + rules.publishDelay_s }));
  const watch = new QuakeWatch(fusion, towns, rules.publishDelay_s);
  return outcomeOf(replay(watch, posts_s, published), without ? undefined : quake, rules);
}

function outcomeOf(
  alerts: readonly Alert[],
  quake: Observation | undefined,
  { publishDelay_s }: OverlayRules,
): OverlayOutcome {
  const first = alerts[0];
  // Of the first event only: what comes later is news of it.
  const ours = alerts.filter(({ event }) => event === first?.event);
  const named = ours.find(({ lineage }) => quake && lineage.includes(`quake/${quake.id}`));
  const wait_s =
    named && quake ? unixTime_s(named.decidedAt)! - (quake.observed_s + publishDelay_s) : undefined;
  const last = ours.at(-1);
  const placed = last?.latitude_deg !== null && last !== undefined;
  const right = quake ? last?.lineage.includes(`quake/${quake.id}`) === true : !placed;
  return { quake: quake?.id, first, wait_s, last, right };
}
