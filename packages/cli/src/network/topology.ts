import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { csvRows } from '@kardashev/model/evidence/csv.ts';
import { betweenShells } from '@kardashev/model/network/topology/between-shells.ts';
import { type Fleet, planesOf } from '@kardashev/model/network/topology/fleet.ts';
import { gridTopology, joined, noLinks } from '@kardashev/model/network/topology/grids.ts';
import { fixed, type Topology } from '@kardashev/model/network/topology/links.ts';
import { type LinkRow, ownLinks } from '@kardashev/model/network/topology/links-file.ts';
import { unsound } from '@kardashev/model/network/topology/soundness.ts';
import {
  failedAtRandom,
  savingInShadow,
  type Thinning,
  thinned,
  withoutLinks,
  withoutPolarCrossing,
  withoutSatellites,
} from '@kardashev/model/network/topology/thinning.ts';
import { KeyedRandom } from '@kardashev/model/random/philox.ts';
import { sunPosition_m } from '@kardashev/model/sky/sun.ts';
import { length, times } from '@kardashev/model/sky/vector.ts';
import type { Texts } from '../files.ts';
import { refuse } from '../orbit/faults.ts';
import { readInput } from '../orbit/input.ts';
import { BadInput, need } from '../stop.ts';
import type { RttOptions } from './rtt-options.ts';

/** The topology that the options ask for, checked before anything is taken out of it. */
export async function topologyOf(
  fleet: Fleet,
  options: RttOptions,
  from_d: number,
  texts: Texts,
): Promise<Topology> {
  const base = await baseTopology(fleet, options.topology, texts);
  const whole = joined([base, ...between(fleet, options.betweenShells)]);
  if (options.topology !== 'none') {
    const own = options.topology !== 'grid';
    const faults = unsound(fleet, whole, from_d, own).filter(
      ({ code }) => !(options.allowIsolated && code === 'network/isolated'),
    );
    const at = (path?: string) => ({ file: own ? options.topology : options.shell, path });
    if (faults.length > 0)
      throw new BadInput(
        faults.map((fault) => ({ ...fault, at: at(fault.at.path) })),
        texts,
      );
  }
  const moves = options.savePower === true || options.polarLimit !== undefined;
  return thinned(whole, rules(fleet, options, from_d), moves);
}

async function baseTopology(fleet: Fleet, wanted: string, texts: Texts): Promise<Topology> {
  if (wanted === 'grid') return gridTopology(fleet);
  if (wanted === 'none') return noLinks;
  const rows = /\.[cm]?[jt]s$/.test(wanted) ? await askFunction(fleet, wanted) : readRows(wanted, texts);
  return fixed(wanted, need(ownLinks(wanted, rows, fleet.satellites), texts));
}

/** Rows of a CSV of links: columns `from` and `to` in any order, or two columns without header. */
function readRows(file: string, texts: Texts): LinkRow[] {
  const [head, ...rest] = csvRows(readInput(file, texts));
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const named = names.includes('from') && names.includes('to');
  const [from, to] = named ? [names.indexOf('from'), names.indexOf('to')] : [0, 1];
  const rows = named || head === undefined ? rest : [head, ...rest];
  return rows.map(({ line, cells }) => ({ line, from: cells[from] ?? '', to: cells[to] ?? '' }));
}

/**
 * Links that a file of the user's says: its default export is called with the shells and the number of satellites,
 * and gives pairs of satellites.
 */
async function askFunction(fleet: Fleet, file: string): Promise<LinkRow[]> {
  const shells = fleet.shells.map(({ name, first, pattern: { planes, perPlane } }) => ({
    name,
    first,
    planes,
    perPlane,
  }));
  try {
    const module = (await import(pathToFileURL(resolve(file)).href)) as { default?: unknown };
    if (typeof module.default !== 'function') throw new Error('It has no function as its default export.');
    const pairs = (await module.default({ shells, satellites: fleet.satellites })) as Iterable<
      [number, number]
    >;
    return Array.from(pairs, ([from, to], index) => ({
      line: index + 1,
      from: String(from),
      to: String(to),
    }));
  } catch (error) {
    return refuse(
      'network/topology',
      '--topology',
      `${file} does not say who is linked.`,
      (error as Error).message,
      'Export a function by default that takes {shells, satellites} and gives pairs [from, to].',
    );
  }
}

function between({ shells }: Fleet, reach_m: number | undefined): Topology[] {
  if (reach_m === undefined) return [];
  return shells.slice(1).map((shell, index) => betweenShells(shells[index]!, shell, reach_m));
}

/** What takes links out: failures, and what is switched off. */
function rules(fleet: Fleet, options: RttOptions, from_d: number): Thinning[] {
  const { satellites, links } = failedParts(options.failed, fleet.satellites);
  const drawn = failedAtRandom(
    fleet.satellites,
    options.failedShare,
    new KeyedRandom(options.seed, 'network/failed'),
  );
  const out: Thinning[] = [];
  if (satellites.length + drawn.length > 0) out.push(withoutSatellites([...satellites, ...drawn]));
  if (links.length > 0) out.push(withoutLinks(links));
  if (options.polarLimit !== undefined) out.push(withoutPolarCrossing(planesOf(fleet), options.polarLimit));
  if (options.savePower) {
    const sun = sunPosition_m(from_d, 'teme');
    const radius_m = fleet.shells[0]!.pattern.earth.radius_m;
    out.push(savingInShadow(planesOf(fleet), times(sun, 1 / length(sun)), radius_m));
  }
  return out;
}

/** `12,40-41`: satellite 12, and the link between 40 and 41. */
function failedParts(text: string, satellites: number) {
  const alone: number[] = [];
  const links: [number, number][] = [];
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') continue;
    const [, from = '', to] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (from === '' || Number(from) >= satellites || Number(to ?? 0) >= satellites) {
      refuse(
        'network/failed',
        '--failed',
        `"${part}" is neither a satellite nor a link.`,
        `Satellites are numbered from 0 to ${satellites - 1}.`,
        'Write --failed 12,40-41 for satellite 12 and the link between 40 and 41.',
      );
    }
    if (to === undefined) alone.push(Number(from));
    else links.push([Number(from), Number(to)]);
  }
  return { satellites: alone, links };
}
