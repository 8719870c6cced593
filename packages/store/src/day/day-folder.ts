import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FleetSpec, PlaneSpec } from '@kardashev/model/engine/day/lay.ts';
import { shellOf, shellsOf } from '@kardashev/model/engine/day/shell-day.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { writeAtomic, writeJson } from '../atomic.ts';
import { makeFolder } from '../make-folder.ts';
import { shardsFolder } from '../study/study-folder.ts';

/**
 * A day of a fleet on disk, to be stepped shell by shell: `day.json`, a file a shell with its planes, and a Parquet file a shell
 * that was stepped. All that a worker on another machine needs.
 */
export interface DayFile {
  readonly id: string;
  /** Hash of the code whose models step it. */
  readonly code: string;
  readonly plan: ResolvedPlan;
  /** Midnight UTC, days since J2000. */
  readonly begin_d: number;
  readonly step_s: number;
  readonly hosts: FleetSpec['hosts'];
  readonly month: number;
  /** Places of the shells that have satellites, among `hosts`. */
  readonly shells: readonly number[];
}

const fileOf = (folder: string): string => join(folder, 'day.json');
const planesFile = (folder: string, shell: number): string => join(folder, `planes-${shell}.json`);

/** Whether a folder holds a day. */
export const holdsDay = (folder: string): boolean => existsSync(fileOf(folder));

/** A shell's planes as text: numbers come back bit by bit. */
export const planesText = (spec: FleetSpec, shell: number): string =>
  JSON.stringify(
    shellOf(spec, shell).planes.map((plane) => ({ ...plane, phases_rad: [...plane.phases_rad] })),
  );

/** Makes a day's folder, or takes it up again. */
export function makeDay(
  folder: string,
  file: Omit<DayFile, 'hosts' | 'month' | 'shells'>,
  spec: FleetSpec,
): DayFile {
  const { hosts, month } = spec;
  const shells = shellsOf(spec);
  const whole = { ...file, hosts, month, shells };
  makeFolder(shardsFolder(folder));
  for (const shell of shells) writeAtomic(planesFile(folder, shell), planesText(spec, shell));
  // Last, since who sees it begins.
  writeJson(fileOf(folder), whole);
  return whole;
}

export const readDay = (folder: string): DayFile =>
  JSON.parse(readFileSync(fileOf(folder), 'utf8')) as DayFile;

/** The fleet of one shell. */
export function readShell(folder: string, { hosts, month }: DayFile, shell: number): FleetSpec {
  const planes = JSON.parse(readFileSync(planesFile(folder, shell), 'utf8')) as (Omit<
    PlaneSpec,
    'phases_rad'
  > & {
    phases_rad: number[];
  })[];
  return {
    hosts,
    month,
    planes: planes.map((plane) => ({ ...plane, phases_rad: Float64Array.from(plane.phases_rad) })),
  };
}
