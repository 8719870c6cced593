/**
 * How well tracks hold together what belongs together, on positions whose aircraft and flights are known. Only
 * tracks of two positions or more are tracks; one position alone has no motion.
 */
export interface TrackScore {
  readonly tracks: number;
  /** Of the positions in tracks, the share that is of the aircraft to which most of their track belongs. */
  readonly purity: number;
  /** Of all positions, the share that is in a track and of the aircraft to which most of that track belongs. */
  readonly completeness: number;
  /** Of all positions, the share that is in the longest track of its flight: falls when flights break. */
  readonly continuity: number;
  /** Of all positions, the share that is in tracks at all. */
  readonly assigned: number;
}

/** `tracks`, `aircraft` and `flights` name each position's; positions without a known aircraft are not scored. */
export function scoreTracks(
  tracks: readonly number[],
  aircraft: readonly (string | undefined)[],
  flights: readonly (string | undefined)[],
): TrackScore | undefined {
  const known = [...tracks.keys()].filter((index) => aircraft[index] !== undefined);
  if (known.length === 0) return undefined;
  const sizes = counts(tracks.map(String));
  const inTracks = known.filter((index) => sizes.get(String(tracks[index]))! >= 2);
  const ofTrack = pairs(
    inTracks,
    (index) => String(tracks[index]),
    (index) => aircraft[index]!,
  );
  const ofFlight = pairs(
    inTracks,
    (index) => flights[index] ?? aircraft[index]!,
    (index) => String(tracks[index]),
  );
  const pure = sumOfMost(ofTrack);
  return {
    tracks: [...sizes.values()].filter((size) => size >= 2).length,
    purity: inTracks.length === 0 ? 0 : pure / inTracks.length,
    completeness: pure / known.length,
    continuity: sumOfMost(ofFlight) / known.length,
    assigned: inTracks.length / known.length,
  };
}

function counts(names: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return found;
}

/** For each `one`, how often each `other` comes with it. */
function pairs(
  indices: readonly number[],
  one: (index: number) => string,
  other: (index: number) => string,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const index of indices) {
    const list = found.get(one(index)) ?? [];
    list.push(other(index));
    found.set(one(index), list);
  }
  return found;
}

const sumOfMost = (groups: ReadonlyMap<string, readonly string[]>): number =>
  [...groups.values()].reduce((sum, names) => sum + Math.max(...counts(names).values()), 0);
