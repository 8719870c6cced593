import { reachesUnderHorizon } from '@kardashev/model/network/routing/stations.ts';
import type { Fleet } from '@kardashev/model/network/topology/fleet.ts';
import type { Topology } from '@kardashev/model/network/topology/links.ts';
import { altitude_m } from '@kardashev/model/network/topology/pattern.ts';
import { instantText } from '@kardashev/model/time/scales.ts';
import type { PairLine } from './rtt.ts';
import type { RttOptions } from './rtt-options.ts';

interface Looked {
  readonly fleet: Fleet;
  readonly links: LinkFigures;
  readonly topology: Topology;
  readonly lines: readonly PairLine[];
  readonly options: Pick<RttOptions, 'step'>;
  readonly from_d: number;
  readonly times_s: readonly number[];
}

/** Links at the first instant, there and back counted once; null lengths where there are none. */
export interface LinkFigures {
  readonly links: number;
  readonly linkLeast_m: number | null;
  readonly linkMost_m: number | null;
}

/** `lengths_m`: of every arc, so of every link twice. */
export function linkFigures(lengths_m: Float64Array): LinkFigures {
  let [least, most] = [Infinity, 0];
  for (const length of lengths_m) {
    least = Math.min(least, length);
    most = Math.max(most, length);
  }
  const some = lengths_m.length > 0;
  return {
    links: lengths_m.length / 2,
    linkLeast_m: some ? rounded(least) : null,
    linkMost_m: some ? rounded(most) : null,
  };
}

export type RttSummary = ReturnType<typeof summaryOf>;

/** What was looked at, and what of it is worth knowing before one trusts it. Lengths are those at the first instant. */
export function summaryOf({ fleet, links, topology, lines, options, from_d, times_s }: Looked) {
  const looks = lines.length * times_s.length;
  const reached = lines.reduce((sum, { rtt_ms }) => sum + rtt_ms.filter((rtt) => rtt !== null).length, 0);
  return {
    epoch: instantText(from_d),
    step_s: options.step,
    steps: times_s.length,
    pairs: lines.length,
    satellites: fleet.satellites,
    shells: fleet.shells.map((shell) => ({
      name: shell.name,
      altitude_m: Math.round(altitude_m(shell.pattern)),
      first: shell.first,
      satellites: shell.count,
    })),
    topology: topology.name,
    ...links,
    reachableShare: looks === 0 ? 0 : reached / looks,
    pathChanges: lines.reduce((sum, line) => sum + changes(line), 0),
    remarks: [...sightRemarks(fleet), ...neverReached(lines)],
  };
}

function sightRemarks({ shells }: Fleet): string[] {
  return shells
    .filter(({ sight, pattern }) => reachesUnderHorizon(sight, altitude_m(pattern), pattern.earth))
    .map(
      ({ name }) =>
        `${name}: maxSlantRange_m reaches under the horizon, so satellites count as seen that are not; minElevation_deg would leave them out.`,
    );
}

function neverReached(lines: readonly PairLine[]): string[] {
  return lines
    .filter(({ rtt_ms }) => rtt_ms.every((rtt) => rtt === null))
    .map(
      ({ from, to }) =>
        `No way from ${from} to ${to} at any time: one of them may be out of sight of the shell.`,
    );
}

const rounded = (length_m: number): number => Number(length_m.toFixed(3));

function changes({ path }: PairLine): number {
  let count = 0;
  for (let look = 1; look < path.length; look++) {
    if (String(path[look]) !== String(path[look - 1])) count++;
  }
  return count;
}
