import {
  levelWaysAt,
  type Moment,
  Network,
  type Pair,
  roundTrip_s,
  waysAt,
} from '@kardashev/model/network/routing/round-trips.ts';
import type { StationWay } from '@kardashev/model/network/routing/station-ways.ts';
import type { Station } from '@kardashev/model/network/routing/stations.ts';
import { cellsOf, evenSide_rad } from '@kardashev/model/network/topology/cells.ts';
import { type Fleet, fleetOf } from '@kardashev/model/network/topology/fleet.ts';
import { readShells } from '@kardashev/model/network/topology/shell-file.ts';
import { readInstant_d } from '@kardashev/model/time/scales.ts';
import type { Command } from 'commander';
import type { Texts } from '../files.ts';
import { readInput } from '../orbit/input.ts';
import { print, writeTo } from '../output.ts';
import { BadInput, need } from '../stop.ts';
import { contactsCsv, contactsOf, withDeliveries } from './contacts.ts';
import { type NamedPlace, readPairs, stationOf } from './places.ts';
import { type RttOptions, withRtt } from './rtt-options.ts';
import { rttCsv, rttScreen } from './rtt-screen.ts';
import { type LinkFigures, linkFigures, summaryOf } from './rtt-summary.ts';
import { swappedPlaces } from './swapped.ts';
import { topologyOf } from './topology.ts';

/** Round trips and ways of one pair, one entry a look; null where no way leads. */
export interface PairLine {
  readonly from: string;
  readonly to: string;
  readonly rtt_ms: (number | null)[];
  readonly path: (readonly number[] | null)[];
  /**
   * With a contact plan: when something that waits at the start arrives if satellites store it and no link between
   * them is used, in seconds from the start; null where no pass leads there in time.
   */
  readonly delivery_s?: number | null;
}

/** `network rtt`: round-trip times and ways between places over shells. */
export function prepare(command: Command): void {
  withRtt(command).action(tell);
}

/** Angles hold from here on where neither shell nor command names an instant. */
const anyEpoch = '2000-01-01T00:00:00Z';

async function tell(options: RttOptions): Promise<void> {
  const texts: Texts = new Map();
  const epoch_d = options.epoch ?? (readInstant_d(anyEpoch) as number);
  const shells = need(readShells(options.shell, readInput(options.shell, texts), epoch_d), texts);
  const { places, pairs } = need(readPairs(options.places, readInput(options.places, texts)), texts);
  if (!options.acceptPlaces) {
    const swapped = swappedPlaces(options.places, places);
    if (swapped.length > 0) throw new BadInput(swapped, texts);
  }
  const fleet = fleetOf(shells);
  const from_d = options.epoch ?? shells[0]?.epoch_d ?? epoch_d;
  const topology = await topologyOf(fleet, options, from_d, texts);
  const times_s = timesOf(options);
  const network = new Network(fleet, topology);
  const route = routerOf(fleet, options.routing);
  const stations = places.map(stationOf);
  const { lines: followed, links } = follow(network, route, places, pairs, from_d, times_s);
  const contacts =
    options.contacts === undefined ? undefined : contactsOf(network, stations, from_d, times_s, options.step);
  const lines = contacts === undefined ? followed : withDeliveries(followed, pairs, contacts);
  const summary = summaryOf({ fleet, links, topology, lines, options, from_d, times_s });
  if (options.contacts !== undefined) writeTo(options.contacts, contactsCsv(stations, contacts ?? []));
  if (options.csv !== undefined) writeTo(options.csv, rttCsv(lines, times_s));
  if (options.json) print([...lines, { summary }].map((line) => JSON.stringify(line)).join('\n'));
  else if (options.csv !== '-') print(rttScreen(lines, summary));
}

/** Every step from zero on that lies before the end; at least the first. */
function timesOf({ seconds, step }: Pick<RttOptions, 'seconds' | 'step'>): number[] {
  // A hair less, so that 0.3 s in steps of 0.1 s are three looks.
  const looks = Math.max(1, Math.ceil(seconds / step - 1e-9));
  return Array.from({ length: looks }, (_, look) => look * step);
}

type Router = (moment: Moment, stations: readonly Station[], pairs: readonly Pair[]) => StationWay[];

function routerOf(fleet: Fleet, routing: RttOptions['routing']): Router {
  if (routing === 'shortest') return waysAt;
  const cells = cellsOf(fleet, evenSide_rad(fleet));
  return (moment, stations, pairs) => levelWaysAt(moment, stations, pairs, cells);
}

/** Looks at the network at every time. */
function follow(
  network: Network,
  route: Router,
  places: readonly NamedPlace[],
  pairs: readonly Pair[],
  from_d: number,
  times_s: readonly number[],
): { readonly lines: PairLine[]; readonly links: LinkFigures } {
  const stations = places.map(stationOf);
  let links: LinkFigures | undefined;
  const lines = pairs.map(
    ([from, to]): PairLine => ({ from: places[from]!.name, to: places[to]!.name, rtt_ms: [], path: [] }),
  );
  for (const time_s of times_s) {
    const moment = network.at(from_d, time_s);
    links ??= linkFigures(moment.lengths_m);
    const ways = route(moment, stations, pairs);
    for (const [index, way] of ways.entries()) {
      const time = roundTrip_s(way);
      // A nanosecond: light goes a foot, and nothing here is known better.
      lines[index]!.rtt_ms.push(time === null ? null : Number((time * 1e3).toFixed(6)));
      lines[index]!.path.push(time === null ? null : way.satellites);
    }
  }
  return { lines, links: links ?? linkFigures(new Float64Array()) };
}
