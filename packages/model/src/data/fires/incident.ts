import type { Observation, Position } from '../wire/observation.ts';
import { burnedArea } from './burned.ts';
import { between_m, type Middle, planeOf } from './plane.ts';
import type { IncidentAssumptions } from './schema.ts';

/** A hotspot with a place, as it lies in a fire. */
export type Hotspot = Observation & { readonly place: Position };

/** What a fire had come to when a satellite had passed. */
export interface Moment {
  readonly at_s: number;
  readonly hotspots: number;
  readonly area_m2: number;
  readonly perimeter_m: number;
}

/** One fire, from its first hotspot on. */
export interface Incident {
  /** Of its first hotspot, so that the same hotspots give the same ids. */
  readonly id: string;
  readonly hotspots: Hotspot[];
  readonly history: Moment[];
  /** Fires that turned out to be parts of this one. */
  readonly joined: string[];
}

/** A new fire of some hotspots. */
export function beginIncident(hotspots: readonly Hotspot[]): Incident {
  const [first] = hotspots as [Hotspot];
  const time = new Date(first.observed_s * 1000).toISOString().slice(0, 16).replaceAll(/[-:]/g, '');
  const { latitude_deg, longitude_deg } = first.place;
  const place = `${compass(latitude_deg, 'N', 'S')}${compass(longitude_deg, 'E', 'W')}`;
  return { id: `fire-${time}Z-${place}`, hotspots: [...hotspots], history: [], joined: [] };
}

const compass = (angle_deg: number, positive: string, negative: string): string =>
  `${Math.abs(angle_deg).toFixed(3)}${angle_deg < 0 ? negative : positive}`;

/** Ground burned by all hotspots so far, added to the history as of `at_s`. */
export function measure(incident: Incident, at_s: number, { closing_m }: IncidentAssumptions): void {
  const middle = incident.hotspots[0]!.place;
  const pixels = incident.hotspots.map(({ place, values }) => ({
    ...planeOf(middle, place),
    scan_m: values.scan_m ?? 0,
    track_m: values.track_m ?? 0,
  }));
  incident.history.push({ at_s, hotspots: pixels.length, ...burnedArea(pixels, closing_m) });
}

export const firstSeen_s = ({ hotspots }: Incident): number =>
  hotspots.reduce((first, { observed_s }) => Math.min(first, observed_s), Number.POSITIVE_INFINITY);

export const lastSeen_s = ({ hotspots }: Incident): number =>
  hotspots.reduce((last, { observed_s }) => Math.max(last, observed_s), Number.NEGATIVE_INFINITY);

/** The middle of all hotspots. */
export function middleOf({ hotspots }: Incident): Middle {
  const [{ place: origin }] = hotspots as [Hotspot];
  const mean = (pick: (hotspot: Hotspot) => number) =>
    hotspots.reduce((sum, hotspot) => sum + pick(hotspot), 0) / hotspots.length;
  const turned = mean(({ place }) => {
    const east = place.longitude_deg - origin.longitude_deg;
    return east - 360 * Math.round(east / 360);
  });
  const longitude_deg = origin.longitude_deg + turned;
  return {
    latitude_deg: mean(({ place }) => place.latitude_deg),
    longitude_deg: longitude_deg - 360 * Math.round(longitude_deg / 360),
  };
}

/** Growth of the burned area a second, over the last hours of the history; 0 of a fire that was seen once. */
export function growth_m2perS({ history }: Incident, { growthTime_s }: IncidentAssumptions): number {
  const last = history.at(-1);
  if (last === undefined) return 0;
  const before = history.findLast(({ at_s }) => at_s <= last.at_s - growthTime_s) ?? history[0]!;
  const time_s = last.at_s - before.at_s;
  return time_s > 0 ? (last.area_m2 - before.area_m2) / time_s : 0;
}

/** Whether it has stayed where it is for so long that it is some works, and no fire. */
export function isSteady(incident: Incident, { steadyReach_m, steadyTime_s }: IncidentAssumptions): boolean {
  if (lastSeen_s(incident) - firstSeen_s(incident) < steadyTime_s) return false;
  const middle = middleOf(incident);
  return incident.hotspots.every(({ place }) => between_m(middle, place) <= steadyReach_m);
}
