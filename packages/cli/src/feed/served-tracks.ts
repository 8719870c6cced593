import type { Track } from '@kardashev/contracts/ground.ts';
import { assumptionsOf } from '@kardashev/model/data/assumptions.ts';
import { follow } from '@kardashev/model/data/tracks/follow.ts';
import { trackingSchema } from '@kardashev/model/data/tracks/schema.ts';
import { readPositions } from '@kardashev/model/data/tracks/table.ts';
import type { Texts } from '../files.ts';
import { loadCatalogue } from '../plan-input.ts';
import { BadInput, need } from '../stop.ts';
import { packedTextOf } from './bytes.ts';
import { namedTracks } from './tracks-list.ts';

/** Longer ways are thinned out: nobody sees more points than these on a map. */
const mostPoints = 200;

/** Tracks of a file of positions with their ways, as `feed tracks --strip-ids` follows them: by motion alone. */
export function tracksIn(file: string): Track[] {
  const texts: Texts = new Map();
  const table = readPositions(packedTextOf(file), Date.now() / 1000);
  if (table === undefined) throw new BadInput([noPositions(file)]);
  const assumed = need(assumptionsOf('tracking', trackingSchema, need(loadCatalogue(texts), texts)), texts);
  const byIndex = new Map(table.detections.map((detection) => [detection.index, detection]));
  return namedTracks(table.detections, follow(table.detections, assumed)).map(({ rows, ...track }) => ({
    track: track.track,
    positions: track.positions,
    firstSeen: track.firstSeen,
    lastSeen: track.lastSeen,
    altitude_m: track.altitude_m,
    speed_mperS: track.speed_mperS,
    path: thinned(rows).flatMap((row) => {
      const at = byIndex.get(row);
      return at ? [[at.time_s, at.longitude_deg, at.latitude_deg] satisfies [number, number, number]] : [];
    }),
  }));
}

/** So many rows as are drawn, the last one always among them. */
function thinned(rows: readonly number[]): number[] {
  const every = Math.max(1, Math.ceil(rows.length / mostPoints));
  return rows.filter((_, at) => at % every === 0 || at === rows.length - 1);
}

const noPositions = (file: string) => ({
  code: 'feed/shape',
  message: `${file} holds no positions.`,
  at: { file },
  cause:
    'It is neither an array of records, nor a record a line, nor columns of values, with latitude among them.',
  fix: 'Give a file that kardashev feed tracks reads.',
});
