import { existsSync } from 'node:fs';
import { Coverage, cellCount, middleOf, type Reach } from '@kardashev/model/data/reach/coverage.ts';
import { unixText } from '@kardashev/model/data/wire/globe.ts';
import type { Observation } from '@kardashev/model/data/wire/observation.ts';
import { type Incident, Incidents } from '@kardashev/model/data/world/associate.ts';
import { detectionOf } from '@kardashev/model/data/world/detect.ts';
import type { Sensed } from '@kardashev/server/world.ts';
import { ObservationKeep } from '@kardashev/store/observations/keep.ts';
import type { ObservationQuery } from '@kardashev/store/observations/query.ts';
import type { Setting } from '../options.ts';
import { BadInput, need } from '../stop.ts';
import { loadTownList } from './towns.ts';
import { fusionOf } from './watch-replay.ts';

/** What of a folder of observations is asked for, in the order of time. A folder that is not there is bad input. */
export async function keptOf(folder: string, query: ObservationQuery): Promise<Observation[]> {
  // Opening would make it.
  if (!existsSync(folder)) throw new BadInput([noFolder(folder)]);
  const keep = need(await ObservationKeep.open(folder));
  try {
    return await keep.query(query);
  } finally {
    keep.close();
  }
}

/** What a server shows of a folder, as it is now. */
export async function sensedIn(folder: string): Promise<Sensed> {
  const observations = await keptOf(folder, {});
  return { coverage: coverageOf(observations, {}), incidents: incidentsOf(observations, []) };
}

/** An incident as it is told to people and programs. */
export interface IncidentLine {
  readonly event: string;
  readonly kind: string;
  readonly from: string;
  readonly until: string;
  readonly latitude_deg: number | null;
  readonly longitude_deg: number | null;
  readonly radius_km: number | null;
  readonly confidence: number;
  readonly senses: readonly string[];
  readonly lineage: readonly string[];
}

/** Observations put together to incidents of several senses. */
export function incidentsOf(observations: readonly Observation[], set: readonly Setting[]): IncidentLine[] {
  const fusion = fusionOf(set);
  const incidents = new Incidents(fusion);
  for (const observation of observations) {
    const detection = detectionOf(observation, fusion);
    if (detection) incidents.take(detection);
  }
  return incidents.all.map(lineOf);
}

const lineOf = ({ event, kind, from_s, until_s, place, probability, senses, lineage }: Incident) => ({
  event,
  kind,
  from: unixText(from_s),
  until: unixText(until_s),
  latitude_deg: place?.latitude_deg ?? null,
  longitude_deg: place?.longitude_deg ?? null,
  radius_km: place ? place.radius_m / 1e3 : null,
  confidence: Math.round(probability * 1e4) / 1e4,
  senses,
  lineage,
});

/** Where and when senses reached, and where none did. */
export interface CoverageView {
  readonly from: string;
  readonly until: string;
  readonly hours: number;
  readonly reach: Readonly<Record<string, Reach>>;
  /** Cells of equal area with the share of hours in which no sense reached them. */
  readonly cells: readonly {
    readonly latitude_deg: number;
    readonly longitude_deg: number;
    readonly blind: number;
  }[];
}

/** Coverage by observations that have a place, from the first of them to the last; undefined where none has. */
export function coverageOf(
  observations: readonly Observation[],
  asked: Pick<ObservationQuery, 'from_s' | 'until_s'>,
): CoverageView | undefined {
  const placed = observations.filter(({ place }) => place !== undefined);
  const from_s = asked.from_s ?? placed[0]?.observed_s;
  const until_s = asked.until_s ?? (placed.at(-1)?.observed_s ?? 0) + 1;
  if (placed.length === 0 || from_s === undefined) return undefined;
  const coverage = new Coverage(from_s, until_s, loadTownList());
  for (const { kind, place, observed_s } of placed) {
    coverage.add(kind, place!.latitude_deg, place!.longitude_deg, observed_s);
  }
  const blind = coverage.blind();
  const cells = Array.from({ length: cellCount }, (_, cell) => ({ ...middleOf(cell), blind: blind[cell]! }));
  return {
    from: unixText(from_s),
    until: unixText(until_s),
    hours: coverage.hours,
    reach: coverage.reach(),
    cells,
  };
}

const noFolder = (folder: string) => ({
  code: 'file/not-found',
  message: `There is no folder ${folder}.`,
  at: { file: folder },
  cause: 'Nothing has been kept there yet.',
  fix: 'Fill it: kardashev feed replay --into DIR, or kardashev feed ingest … --into DIR.',
});
