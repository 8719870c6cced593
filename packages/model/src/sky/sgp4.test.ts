import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Sgp4Satellite, sgp4Position_m, sgp4Satellite, untilEnd } from './sgp4.ts';
import { readTle } from './tle.ts';

const folder =
  process.env.KARDASHEV_DATA ?? fileURLToPath(new URL('../../../../../shared/data', import.meta.url));
const files = ['orbits/SGP4-VER.TLE', 'orbits/tcppver.out'].map((file) => `${folder}/${file}`);
const present = files.every((file) => existsSync(file));
const [source = '', output = ''] = present ? files.map((file) => readFileSync(file, 'utf8')) : [];

interface Block {
  readonly number: number;
  /** Minutes and position in km. */
  readonly rows: number[][];
}

/** The lines that are expected of each satellite. */
function expectedBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split(/\r?\n/)) {
    const head = /^\s*(\d+) xx/.exec(line);
    if (head) blocks.push({ number: Number(head[1]), rows: [] });
    else if (line.trim() !== '') blocks.at(-1)!.rows.push(line.trim().split(/\s+/).map(Number));
  }
  return blocks;
}

/** Farthest from the expected places, in metres. */
function worst_m(satellite: Sgp4Satellite, rows: readonly number[][]): number {
  const misses = rows.map(([minutes, x, y, z]) => {
    const [a, b, c] = sgp4Position_m(satellite, minutes!);
    return Math.hypot(a - x! * 1e3, b - y! * 1e3, c - z! * 1e3);
  });
  return Math.max(...misses);
}

/** Satellites at whose end SGP4 is meant to give an error, with the minute and the fault. */
const ending = new Map([
  [33333, [25, 'sgp4/semi-latus-rectum']],
  [28872, [55, 'sgp4/decayed']],
  [29141, [440, 'sgp4/decayed']],
] as const);

describe.skipIf(!present)(
  'SGP4 on the verification set of AIAA 2006-6753 (needs KARDASHEV_DATA/orbits)',
  () => {
    // The later sets of it were changed by hand, and their check digits left as they were.
    const read = readTle(source, { repairChecksums: true });
    const sets = read.ok ? read.value.sets : [];
    const blocks = expectedBlocks(output);

    it('reads every set of it', () => {
      expect(read.ok ? [] : read.faults).toEqual([]);
      expect(sets.map(({ catalogueNumber }) => Number(catalogueNumber))).toEqual(
        blocks.map(({ number }) => number),
      );
    });

    it('E14: has every place to 1 mm', () => {
      for (const [index, set] of sets.entries()) {
        // What stands there for 33334 is the place of the satellite before it: it is meant to fail.
        if (set.catalogueNumber === '33334') continue;
        const satellite = sgp4Satellite(set);
        if (!satellite.ok) throw new Error(satellite.faults[0]!.message);
        expect(worst_m(satellite.value, blocks[index]!.rows)).toBeLessThan(1e-3);
      }
    });

    it('E14: fails where it is meant to', () => {
      for (const set of sets) {
        const satellite = sgp4Satellite(set);
        if (set.catalogueNumber === '33334') expect(satellite.ok).toBe(false);
        const end = ending.get(Number(set.catalogueNumber) as 33333);
        if (!end || !satellite.ok) continue;
        const [minute, code] = end;
        const outcome = untilEnd(() => sgp4Position_m(satellite.value, minute));
        expect(outcome.ok ? 'a place' : outcome.faults[0]!.code).toBe(code);
        expect(outcome.ok ? '' : outcome.faults[0]!.message).toContain(set.catalogueNumber);
      }
    });
  },
);
