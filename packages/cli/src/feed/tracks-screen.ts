import { fit } from '../layout.ts';
import { reasonsLine } from './reasons.ts';
import type { NamedTrack } from './tracks-list.ts';

interface TracksSummary {
  readonly tracks: number;
  readonly positions: number;
  readonly inTracks: number;
  readonly purity: number | null;
  readonly completeness: number | null;
  readonly continuity: number | null;
  readonly positionsPerSecond: number;
  readonly setAside: Readonly<Record<string, number>>;
}

/** More rows nobody reads. */
const shown = 12;

/** The longest tracks, and how good they are where that is known. */
export function tracksScreen(file: string, list: readonly NamedTrack[], summary: TracksSummary): string {
  const longest = [...list].sort((a, b) => b.positions - a.positions).slice(0, shown);
  const { purity, completeness, continuity } = summary;
  return [
    `${file}: ${summary.inTracks} of ${summary.positions} positions in ${summary.tracks} tracks`,
    ...(purity === null
      ? ['No names to score with.']
      : [`Purity ${share(purity)}, completeness ${share(completeness)}, continuity ${share(continuity)}.`]),
    ...reasonsLine(summary.setAside),
    ...(longest.length === 0 ? [] : ['', header, ...longest.map(row)]),
    ...(list.length > shown ? [`… and ${list.length - shown} shorter ones; --json lists them all.`] : []),
  ].join('\n');
}

const header = `${fit('track', 6)} ${fit('positions', 10, true)}  ${fit('from', 20)}  ${fit('to', 20)}  last seen`;

const row = ({ track, positions, firstSeen, lastSeen, latitude_deg, longitude_deg }: NamedTrack): string =>
  [
    fit(String(track), 6),
    `${fit(String(positions), 10, true)} `,
    `${firstSeen} `,
    `${lastSeen} `,
    `${latitude_deg.toFixed(3)}° ${longitude_deg.toFixed(3)}°`,
  ].join(' ');

const share = (value: number | null): string => `${(100 * (value ?? 0)).toFixed(1)} %`;
