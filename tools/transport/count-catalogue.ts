import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/**
 * Counts a catalogue of two-line element sets by bins of altitude, for `debris/tracked.ts`:
 * `node tools/transport/count-catalogue.ts "$KARDASHEV_DATA/orbits/catalog-2022-08.tle.gz"`.
 */
interface Entry {
  readonly number: number;
  readonly launch: string;
  readonly piece: string;
  readonly altitude_km: number;
  readonly eccentricity: number;
  readonly inclination_deg: number;
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name the catalogue.');
const lines = gunzipSync(readFileSync(file))
  .toString()
  .split('\n')
  .filter((line) => /^[12] /.test(line));
const entries = lines.flatMap((line, at) => (at % 2 === 0 ? [read(line, lines[at + 1]!)] : []));

function read(one: string, two: string): Entry {
  const motion_radperS = (Number(two.slice(52, 63)) * 2 * Math.PI) / 86_400;
  const designator = one.slice(9, 17).trim();
  return {
    number: Number(one.slice(2, 7)),
    launch: designator.slice(0, 5),
    piece: designator.slice(5),
    altitude_km: (398_600.4418 / motion_radperS ** 2) ** (1 / 3) - 6378.137,
    eccentricity: Number(`0.${two.slice(26, 33)}`),
    inclination_deg: Number(two.slice(8, 16)),
  };
}

/** Launches since 2019 of at least 15 objects, four fifths of them on Starlink's inclinations. */
function starlinkLaunches(): Set<string> {
  const launches = Map.groupBy(entries, ({ launch }) => launch);
  const on = ({ eccentricity, inclination_deg }: Entry): boolean =>
    eccentricity < 0.005 &&
    [
      [53, 0.35],
      [70, 0.2],
      [97.6, 0.15],
    ].some(([at, within]) => Math.abs(inclination_deg - at!) < within!);
  return new Set(
    [...launches]
      .filter(([launch, of]) => {
        const year = Number(launch.slice(0, 2));
        return year >= 19 && year <= 22 && of.length >= 15 && of.filter(on).length > 0.8 * of.length;
      })
      .map(([launch]) => launch),
  );
}

const starlink = starlinkLaunches();
const isIntact = ({ piece }: Entry): boolean => /^[A-E]$/.test(piece);
const isOld = ({ number }: Entry): boolean => number < 43_900;
const counted = (of: (entry: Entry) => boolean): number[] => {
  const counts = new Array<number>(36).fill(0);
  for (const entry of entries) {
    const bin = Math.floor((entry.altitude_km - 200) / 50);
    if (bin >= 0 && bin < counts.length && of(entry)) counts[bin] = counts[bin]! + 1;
  }
  return counts;
};
const other = (entry: Entry): boolean => !starlink.has(entry.launch);
const rows = {
  intact: counted((entry) => other(entry) && isIntact(entry)),
  fragments: counted((entry) => other(entry) && !isIntact(entry)),
  starlink: counted((entry) => !other(entry)),
  intactBefore2019: counted((entry) => other(entry) && isOld(entry) && isIntact(entry)),
  fragmentsBefore2019: counted((entry) => other(entry) && isOld(entry) && !isIntact(entry)),
};
for (const [name, counts] of Object.entries(rows)) process.stdout.write(`${name}: ${counts.join(', ')}\n`);
