import type { Observation, Position } from '../wire/observation.ts';
import { exceedance, reach_m, type Shaking } from './intensity.ts';
import type { Fusion } from './schema.ts';
import type { Towns } from './towns.ts';

/** A published quake as bursts of posts are explained by it. */
export interface PublishedQuake {
  readonly id: string;
  readonly origin_s: number;
  readonly published_s: number;
  readonly place: Position;
  readonly magnitude: number;
  /** Chance that it causes a burst of posts. */
  readonly burstChance: number;
  /** How far it is felt strongly. */
  readonly strong_m: number;
}

/** Deeper than most of the crust, where a catalogue gives no depth: its own stopgap for shallow quakes. */
const usualDepth_m = 10_000;
/** An alert's circle is at least as wide as the epicentre is uncertain. */
const narrowest_m = 10_000;

/** Reads what a quake means for posts: who feels it, and how likely they are to write of it. */
export function quakeOf(observation: Observation, towns: Towns, fusion: Fusion): PublishedQuake | undefined {
  const { place, values } = observation;
  const { magnitude, depth_m = usualDepth_m } = values;
  if (place === undefined || magnitude === undefined) return undefined;
  const shaking: Shaking = { magnitude, depth_m: Math.max(0, depth_m) };
  const felt_m = reach_m(shaking, fusion.feltIntensity);
  // Where it is felt nowhere, not even those who live right above it feel it.
  const people = felt_m > 0 ? towns.within(place.latitude_deg, place.longitude_deg, felt_m) : 0;
  // Towns may be missing near it; but what cannot be felt even above its focus, nobody writes of.
  const least = fusion.feltLeast * exceedance(shaking, fusion.feltIntensity);
  return {
    id: observation.id,
    origin_s: observation.observed_s,
    published_s: observation.received_s,
    place,
    magnitude,
    burstChance: least + ((1 - least) * people) / (people + fusion.feltHalf),
    strong_m: Math.max(narrowest_m, place.radius_m, reach_m(shaking, fusion.strongIntensity)),
  };
}
