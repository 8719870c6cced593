import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Network, roundTrip_s, waysAt } from '@kardashev/model/network/routing/round-trips.ts';
import { fleetOf } from '@kardashev/model/network/topology/fleet.ts';
import { gridTopology } from '@kardashev/model/network/topology/grids.ts';
import { readShells } from '@kardashev/model/network/topology/shell-file.ts';
import { radians } from '@kardashev/model/sky/angle.ts';
import { readInstant_d } from '@kardashev/model/time/scales.ts';
import { describe, expect, it } from 'vitest';

const data = process.env.KARDASHEV_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url));
const file = `${data}/network/hypatia-kuiper-rtt.json`;
const shellFile = fileURLToPath(new URL('../plans/shells/kuiper-k1.yaml', import.meta.url));

type Place = readonly [name: string, latitude: string, longitude: string];
interface Golden {
  readonly pairs: readonly {
    readonly src: Place;
    readonly dst: Place;
    readonly rtt_ms: readonly (number | null)[];
    readonly paths: readonly (readonly number[] | null)[];
  }[];
}

describe('Hypatia, Kuiper K1, every second and every way', () => {
  it.skipIf(!existsSync(file))('needs KARDASHEV_DATA/network/hypatia-kuiper-rtt.json', () => {
    const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden;
    const shells = readShells(shellFile, readFileSync(shellFile, 'utf8'), 0);
    if (!shells.ok) throw new Error(shells.faults[0]?.message);
    const fleet = fleetOf(shells.value);
    const network = new Network(fleet, gridTopology(fleet));
    const stations = golden.pairs.flatMap(({ src, dst }) =>
      [src, dst].map(([name, latitude, longitude]) => ({
        name,
        latitude_rad: radians(Number(latitude)),
        longitude_rad: radians(Number(longitude)),
      })),
    );
    const pairs = golden.pairs.map((_, pair) => [2 * pair, 2 * pair + 1] as const);
    let looks = 0;
    let equal = 0;
    let worst_ms = 0;
    for (let second = 0; second < (golden.pairs[0]?.rtt_ms.length ?? 0); second++) {
      const ways = waysAt(network.at(readInstant_d('2000-01-01') as number, second), stations, pairs);
      for (const [pair, way] of ways.entries()) {
        const theirs = golden.pairs[pair]!;
        looks++;
        if (String(way.satellites) !== String(theirs.paths[second] ?? [])) continue;
        equal++;
        const time_s = roundTrip_s(way);
        if (time_s !== null) worst_ms = Math.max(worst_ms, Math.abs(time_s * 1e3 - theirs.rtt_ms[second]!));
      }
    }
    expect(looks).toBe(1200);
    expect(equal / looks).toBeGreaterThan(0.995);
    expect(worst_ms).toBeLessThan(0.002);
  });
});
