import { follow } from '@kardashev/model/data/tracks/follow.ts';
import { trackingSchema } from '@kardashev/model/data/tracks/schema.ts';
import { scoreTracks } from '@kardashev/model/data/tracks/score.ts';
import { type PositionTable, readPositions } from '@kardashev/model/data/tracks/table.ts';
import type { Command } from 'commander';
import type { Texts } from '../files.ts';
import { type Setting, withSettings } from '../options.ts';
import { print } from '../output.ts';
import { BadInput } from '../stop.ts';
import { assumedOf } from './assumed.ts';
import { packedTextOf } from './bytes.ts';
import { Lines } from './lines.ts';
import { countReasons } from './reasons.ts';
import { type NamedTrack, namedTracks } from './tracks-list.ts';
import { tracksScreen } from './tracks-screen.ts';

interface TracksOptions {
  readonly stripIds?: boolean;
  readonly json?: boolean;
  readonly set: readonly Setting[];
}

const examples = `
Examples:
  kardashev feed tracks positions.json.gz --strip-ids
  kardashev feed tracks positions.json.gz --strip-ids --set tracking.certainty=0.9 --json

The file holds records with timestamp, latitude and longitude, and as far as they are known altitude, geoaltitude
(ft), groundspeed (kt), track (degrees) and vertical_rate (ft/min). With --strip-ids aircraft are followed by these
alone, and names (icao24, flight_id) only score what came of it. purity: of the positions in tracks, the share that
is of its track's commonest aircraft. completeness: the same positions as a share of all. continuity: the share of
all positions that is in the longest track of its flight.`;

/** `feed tracks`: which positions belong to the same aircraft. */
export function prepare(command: Command): void {
  withSettings(command)
    .option('--strip-ids', 'follow by position and motion alone, and use names for scoring only')
    .option('--json', 'print one JSON line per track, and a summary')
    .addHelpText('after', examples)
    .action(tracks);
}

function tracks(file: string, options: TracksOptions): void {
  const texts: Texts = new Map();
  const table = readPositions(packedTextOf(file), Date.now() / 1000);
  if (table === undefined) throw new BadInput([shapeFault(file)]);
  const assumed = assumedOf('tracking', trackingSchema, options.set, texts);
  const began_ms = performance.now();
  const numbers = options.stripIds ? follow(table.detections, assumed) : followNamed(table, assumed);
  const wall_s = (performance.now() - began_ms) / 1000;
  const score = scoreTracks(numbers, table.aircraft, table.flights);
  const list = namedTracks(table.detections, numbers);
  const summary = {
    tracks: list.length,
    purity: score?.purity ?? null,
    completeness: score?.completeness ?? null,
    positionsPerSecond: wall_s > 0 ? Math.round(table.detections.length / wall_s) : 0,
    continuity: score?.continuity ?? null,
    positions: table.detections.length,
    inTracks: list.reduce((sum, { positions }) => sum + positions, 0),
    setAside: countReasons(table.setAside),
  };
  if (options.json) printLines(list, summary);
  else print(tracksScreen(file, list, summary));
}

/** With names known, each aircraft is followed by itself: its silences still end tracks. */
function followNamed(table: PositionTable, assumed: Parameters<typeof follow>[1]): number[] {
  const tracks: number[] = Array(table.detections.length);
  const rowsOf = Map.groupBy(table.detections.keys(), (row) => table.aircraft[row]);
  let count = 0;
  for (const rows of rowsOf.values()) {
    let last_s = Number.NEGATIVE_INFINITY;
    for (const row of rows) {
      const { time_s } = table.detections[row]!;
      if (time_s - last_s > assumed.longestSilence_s) count++;
      tracks[row] = count - 1;
      last_s = time_s;
    }
  }
  return tracks;
}

function printLines(list: readonly NamedTrack[], summary: object): void {
  const lines = new Lines();
  for (const track of list) lines.add(track);
  lines.end(summary);
}

const shapeFault = (file: string) => ({
  code: 'feed/shape',
  message: `${file} holds no positions.`,
  at: { file },
  cause:
    'It is neither an array of records, nor a record a line, nor columns of values, with latitude among them.',
  fix: 'Write JSON such as [{"timestamp": 1599702342000, "latitude": 47.01, "longitude": -122.44, …}, …].',
});
