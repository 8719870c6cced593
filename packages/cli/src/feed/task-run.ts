import { assumptionsOf } from '@kardashev/model/data/assumptions.ts';
import { dataSchema } from '@kardashev/model/data/schema.ts';
import { knownImager } from '@kardashev/model/data/task/known-imagers.ts';
import { isLow, type Look, Looks } from '@kardashev/model/data/task/looks.ts';
import { type PassReport, reportPass, type Tasked } from '@kardashev/model/data/task/report.ts';
import { taskingSchema } from '@kardashev/model/data/task/schema.ts';
import { simulateSeason } from '@kardashev/model/data/task/worth-sending.ts';
import type { Catalogue } from '@kardashev/model/evidence/catalogue.ts';
import { networkSchema } from '@kardashev/model/network/schema.ts';
import { success } from '@kardashev/model/outcome/outcome.ts';
import { readPlan } from '@kardashev/model/plan/read.ts';
import { composeSchema } from '@kardashev/model/plan/schema.ts';
import { viewOf } from '@kardashev/model/plan/view.ts';
import { radians } from '@kardashev/model/sky/angle.ts';
import type { ElementSet } from '@kardashev/model/sky/element-set.ts';
import type { GroundPlace } from '@kardashev/model/sky/passes.ts';
import { type Sgp4Satellite, sgp4Satellite } from '@kardashev/model/sky/sgp4.ts';
import { instantText } from '@kardashev/model/time/scales.ts';
import type { Texts } from '../files.ts';
import { readElementSets } from '../orbit/satellites.ts';
import { loadCatalogue } from '../plan-input.ts';
import { need } from '../stop.ts';
import { packedTextOf } from './bytes.ts';
import type { TaskOptions } from './task.ts';

/** What was looked through, and what came of it. */
export interface TaskSummary {
  readonly at: string;
  readonly until: string;
  readonly satellites: number;
  readonly low: number;
  /** Whether all low ones are taken to carry an imager, those known to, or those named by the user. */
  readonly imagers: 'assumed' | 'known' | 'named';
  readonly ended: number;
  readonly passes: number;
  readonly dark: number;
  readonly first_look_utc: string | null;
  readonly first_known_utc: string | null;
  readonly cloud: number;
  /** A simulation with published rates, not of these passes. */
  readonly valueDensity: { readonly simulated: true; readonly gain: number; readonly usefulLost: number };
}

/** So long a piece of time is searched at once: most askers want the first passes only. */
const piece_s = 3600;
const simulatedFrames = 20_000;

/** Passes of the satellites of a file over a place, soonest first, as many as were asked for. */
export function task(options: TaskOptions): {
  passes: readonly PassReport[];
  summary: TaskSummary;
  /** Of the square that is pictured. */
  side_m: number;
} {
  const texts: Texts = new Map();
  const catalogue = need(loadCatalogue(texts), texts);
  for (const { path, text } of options.set) texts.set(`--set ${path}`, text);
  const of = (name: string) => options.set.filter(({ path }) => path.startsWith(`${name}.`));
  const tasking = need(assumptionsOf('tasking', taskingSchema, catalogue, of('tasking')), texts);
  const sectionOnly = { section: dataSchema.section, collections: {} };
  const imager = need(assumptionsOf('data', sectionOnly, catalogue, of('data')), texts);
  const { low, all } = satellitesOf(options, texts);
  const place = { latitude_rad: radians(options.latitude), longitude_rad: radians(options.longitude) };
  const setting: Tasked = {
    place,
    imager,
    tasking,
    at_d: options.at,
    stations: stationsOf(catalogue),
    side_m: options.side ?? imager.swath_m,
    lasers: options.lasers === true,
    probability: options.probability,
  };
  const looks = new Looks(place, tasking.farthestOffNadir_rad);
  const found = search(looks, low, options, imager.leastSun_rad, tasking.order_s);
  const passes = found.told.map((look) => reportPass(look, setting));
  const seeing = passes.filter(({ daylight }) => daylight);
  const known = seeing.map(({ known_utc }) => known_utc).filter((text) => text !== null);
  const season = simulateSeason(simulatedFrames, 1, imager.cloud, tasking);
  const summary = {
    at: instantText(options.at),
    until: instantText(found.until_d),
    satellites: all,
    low: low.length,
    imagers: imagersOf(options.satellites),
    ended: looks.ended.size,
    passes: found.lit,
    dark: found.dark,
    first_look_utc: seeing[0]?.look_utc ?? null,
    first_known_utc: known.sort()[0] ?? null,
    cloud: imager.cloud,
    valueDensity: { simulated: true as const, gain: season.gain, usefulLost: season.usefulLost },
  };
  return { passes, summary, side_m: setting.side_m };
}

function search(
  looks: Looks,
  satellites: readonly Sgp4Satellite[],
  options: TaskOptions,
  leastSun_rad: number,
  order_s: number,
): { told: Look[]; lit: number; dark: number; until_d: number } {
  const told: Look[] = [];
  let lit = 0;
  let dark = 0;
  // Nobody can look before the order is there.
  let from_s = Math.min(order_s, options.within);
  for (; from_s < options.within && told.length < options.most; from_s += piece_s) {
    const from_d = options.at + from_s / 86_400;
    const span_s = Math.min(piece_s, options.within - from_s);
    const found = satellites.flatMap((satellite) => looks.of(satellite, from_d, span_s));
    found.sort((one, other) => one.look_d - other.look_d);
    for (const look of found) {
      const seen = look.sunElevation_rad >= leastSun_rad;
      if (seen) lit++;
      else dark++;
      if ((seen || options.dark) && told.length < options.most) told.push(look);
    }
  }
  return { told, lit, dark, until_d: options.at + Math.min(from_s, options.within) / 86_400 };
}

function satellitesOf(options: TaskOptions, texts: Texts): { low: Sgp4Satellite[]; all: number } {
  const text = packedTextOf(options.elements);
  texts.set(options.elements, text);
  const file = options.elements.replace(/\.gz$/, '');
  const { sets } = need(readElementSets(text, file, options.repairChecksums === true), texts);
  const low = sets
    .filter(chosenBy(options.satellites))
    .map(withName)
    .flatMap((set) => {
      const satellite = sgp4Satellite(set);
      return satellite.ok && isLow(satellite.value) ? [satellite.value] : [];
    });
  return { low, all: sets.length };
}

/** Without a name of its own a set goes by its number. */
const withName = (set: ElementSet): ElementSet =>
  set.name === set.catalogueNumber ? { ...set, name: knownImager(set)?.name ?? set.name } : set;

/** Numbers are compared without leading zeros, as some files write them and some do not. */
function chosenBy(satellites: string | undefined): (set: ElementSet) => boolean {
  if (satellites === undefined) return () => true;
  if (satellites === 'imagers') return (set) => knownImager(set) !== undefined;
  const wanted = new Set(satellites.split(',').map((number) => number.trim().replace(/^0+/, '')));
  return ({ catalogueNumber }) => wanted.has(catalogueNumber.replace(/^0+/, ''));
}

/** Who is taken to carry an imager. */
const imagersOf = (satellites: string | undefined): TaskSummary['imagers'] =>
  satellites === undefined ? 'assumed' : satellites === 'imagers' ? 'known' : 'named';

/** The catalogue's ground stations, as places. */
function stationsOf(catalogue: Catalogue): GroundPlace[] {
  const names = [...catalogue.keys()].flatMap((id) => /^stations\.([^.]+)\.latitude$/.exec(id)?.[1] ?? []);
  const { latitude_rad, longitude_rad } = networkSchema.collections.stations;
  const schema = { section: {}, collections: { stations: { latitude_rad, longitude_rad } } };
  const text = `stations: {${names.map((name) => `${name}: {}`).join(', ')}}`;
  const plan = need(
    readPlan({
      file: 'stations',
      readText: () => success({ file: 'stations', text }),
      catalogue,
      schema: composeSchema([{ name: 'network', schema }]),
      overrides: [],
    }),
  );
  return [...viewOf(plan, 'network', schema).stations];
}
