import type { Detection } from '@kardashev/model/data/tracks/detection.ts';
import { unixText } from '@kardashev/model/data/wire/globe.ts';

/** A track as it is told: when and where it began and was last seen, and which rows of the file are in it. */
export interface NamedTrack {
  readonly track: number;
  readonly positions: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly latitude_deg: number;
  readonly longitude_deg: number;
  readonly altitude_m: number | null;
  readonly speed_mperS: number | null;
  /** Rows of the file, counted from 0. */
  readonly rows: readonly number[];
}

/** Tracks of two positions and more, in the order in which they began. */
export function namedTracks(detections: readonly Detection[], numbers: readonly number[]): NamedTrack[] {
  const groups = Map.groupBy(detections.keys(), (row) => numbers[row]!);
  return [...groups.values()]
    .filter((rows) => rows.length >= 2)
    .map((rows, index) =>
      trackOf(
        index + 1,
        rows.map((row) => detections[row]!),
      ),
    );
}

function trackOf(track: number, members: readonly Detection[]): NamedTrack {
  const last = members.at(-1)!;
  return {
    track,
    positions: members.length,
    firstSeen: unixText(members[0]!.time_s),
    lastSeen: unixText(last.time_s),
    latitude_deg: last.latitude_deg,
    longitude_deg: last.longitude_deg,
    altitude_m: finite(last.altitude_m),
    speed_mperS: finite(Math.hypot(last.east_mperS, last.north_mperS)),
    rows: members.map(({ index }) => index),
  };
}

const finite = (value: number): number | null =>
  Number.isFinite(value) ? Math.round(10 * value) / 10 : null;
