import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Observation } from '@kardashev/model/data/wire/observation.ts';
import { failure, type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import { removeTemporaries } from '../atomic.ts';
import { literal } from '../duck.ts';
import { isLock, type Lock, takeLock } from '../lock.ts';
import { makeFolder } from '../make-folder.ts';
import { conditionsOf, type ObservationQuery } from './query.ts';
import { type Segment, segmentsOf, writeSegment } from './segments.ts';
import { fillTable, observationOf } from './table.ts';

/** Which observation it is: these three are the same for no other. */
export type ObservationName = Pick<Observation, 'source' | 'id' | 'revision'>;

/** Rows of a group that is read or left out as one: of smaller ones there are too many to look at. */
const group_rows = 16_384;
/** So many segments of like size are made one, which is of the next tier. */
const segmentsOfTier = 8;
const tierOf = (batches: number): number => Math.floor(Math.log(batches) / Math.log(segmentsOfTier) + 1e-9);

/**
 * Observations on disk, by hour and cell: Parquet segments, each a batch that was acknowledged, or several that were
 * made one. A batch is on the disk when `append` has come back, and never half of it. One process writes at a time.
 */
export class ObservationKeep {
  readonly #folder: string;
  readonly #instance: DuckDBInstance;
  readonly #duck: DuckDBConnection;
  readonly #lock: Lock;
  #segments: Segment[];

  private constructor(folder: string, instance: DuckDBInstance, duck: DuckDBConnection, lock: Lock) {
    this.#folder = folder;
    this.#instance = instance;
    this.#duck = duck;
    this.#lock = lock;
    this.#segments = segmentsOf(folder);
  }

  /** Opens a folder, which is made where there is none. Fails with `keep/locked` where another process writes. */
  static async open(folder: string): Promise<Outcome<ObservationKeep>> {
    makeFolder(folder);
    const lock = takeLock(join(folder, 'lock'));
    if (!isLock(lock)) return failure(locked(folder, lock.pid));
    removeTemporaries(folder);
    const instance = await DuckDBInstance.create(':memory:', {
      threads: '1',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const duck = await instance.connect();
    await duck.run('SET parquet_metadata_cache = true');
    const keep = new ObservationKeep(folder, instance, duck, lock);
    await keep.#see();
    return success(keep);
  }

  /** Stores a batch. When this has come back, the batch survives whatever happens to the process. */
  async append(observations: readonly Observation[]): Promise<void> {
    if (observations.length === 0) return;
    const batch = (this.#segments.at(-1)?.to ?? 0) + 1;
    await fillTable(this.#duck, 'batch', observations);
    this.#segments.push(await writeSegment(this.#folder, batch, batch, (file) => this.#copy('batch', file)));
    await this.#tidy();
    await this.#see();
  }

  /**
   * Makes segments one, sorted anew, so that questions read less. A segment stays as it is while it is larger than
   * all that came after it: so few are left, and none is written again for every handful that is added.
   */
  async compact(): Promise<void> {
    const sizes = this.#segments.map(({ file }) => statSync(file).size);
    const after = (index: number): number => sizes.slice(index + 1).reduce((sum, size) => sum + size, 0);
    const first = sizes.findIndex((size, index) => size <= after(index));
    if (first < 0) return;
    await this.#merge(this.#segments.slice(first));
    await this.#see();
  }

  /** What is asked for, in the order of time; of what was corrected, the last revision. */
  async query(query: ObservationQuery): Promise<Observation[]> {
    if (this.#segments.length === 0) return [];
    const order = query.latest === undefined ? '' : `DESC LIMIT ${query.latest}`;
    const rows = await this.#duck.runAndReadAll(
      `SELECT * FROM kept WHERE ${conditionsOf(query)} ORDER BY observed_s ${order}`,
    );
    return lastRevisions(rows.getRowsJS().map(observationOf));
  }

  /** Names of all that was received from a time on, for an intake that begins again. */
  async names(receivedFrom_s: number): Promise<ObservationName[]> {
    if (this.#segments.length === 0) return [];
    const rows = await this.#duck.runAndReadAll(
      `SELECT source, id, revision FROM kept WHERE received_s >= ${receivedFrom_s} ORDER BY ALL`,
    );
    return rows.getRowObjectsJS() as unknown as ObservationName[];
  }

  /** Rows in all, and in how many segments. */
  async size(): Promise<{ readonly observations: number; readonly segments: number }> {
    if (this.#segments.length === 0) return { observations: 0, segments: 0 };
    const rows = await this.#duck.runAndReadAll('SELECT count(*)::DOUBLE FROM kept');
    return { observations: rows.getRowsJS()[0]![0] as number, segments: this.#segments.length };
  }

  close(): void {
    this.#duck.closeSync();
    this.#instance.closeSync();
    this.#lock.release();
  }

  /** Makes one of the last segments of like size, again and again, so that no batch is written more than a few times. */
  async #tidy(): Promise<void> {
    for (;;) {
      const { from, to } = this.#segments.at(-1)!;
      const tier = tierOf(to - from + 1);
      const alike = this.#segments.filter((segment) => tierOf(segment.to - segment.from + 1) === tier);
      if (alike.length < segmentsOfTier) return;
      await this.#merge(alike);
    }
  }

  async #merge(old: readonly Segment[]): Promise<void> {
    const files = old.map(({ file }) => literal(file)).join(', ');
    const merged = await writeSegment(this.#folder, old[0]!.from, old.at(-1)!.to, (file) =>
      this.#copy(`read_parquet([${files}])`, file),
    );
    for (const { file } of old) rmSync(file, { force: true });
    this.#segments = [...this.#segments.filter((segment) => !old.includes(segment)), merged];
  }

  async #copy(table: string, file: string): Promise<void> {
    await this.#duck.run(
      `COPY (SELECT * FROM ${table} ORDER BY kind, hour, cell, observed_s, source, id, revision) TO ${literal(file)}
       (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${group_rows})`,
    );
  }

  /** Points the view at the segments as they are now. */
  async #see(): Promise<void> {
    if (this.#segments.length === 0) return;
    const files = this.#segments.map(({ file }) => literal(file)).join(', ');
    await this.#duck.run(`CREATE OR REPLACE VIEW kept AS SELECT * FROM read_parquet([${files}])`);
  }
}

/** Of what was corrected the last revision, in the order of time. */
function lastRevisions(found: readonly Observation[]): Observation[] {
  const last = new Map<string, Observation>();
  for (const observation of found) {
    const name = `${observation.source}\n${observation.id}`;
    const before = last.get(name);
    if (before === undefined || before.revision < observation.revision) last.set(name, observation);
  }
  return [...last.values()].sort(
    (a, b) => a.observed_s - b.observed_s || compare(a.source, b.source) || compare(a.id, b.id),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const locked = (folder: string, pid: number) => ({
  code: 'keep/locked',
  message: `Another process writes observations to ${folder}.`,
  at: { file: folder },
  cause: `Process ${pid} holds its lock.`,
  fix: 'Wait for it, stop it, or keep these observations in another folder.',
});
