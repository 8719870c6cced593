import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { StudyEngine, StudyTask } from '@kardashev/cluster/study/engine.ts';
import { localEngine } from '@kardashev/cluster/study/local.ts';
import { fillStudy } from '@kardashev/cluster/study/prepare.ts';
import { Convergence, isStop } from '@kardashev/model/study/monte-carlo/convergence.ts';
import { studyId } from '@kardashev/model/study/monte-carlo/hash.ts';
import { joined, Sampler } from '@kardashev/model/study/monte-carlo/sampler.ts';
import {
  type Rows,
  type Shard,
  type Study,
  shardSize,
  shardsOf,
} from '@kardashev/model/study/monte-carlo/study.ts';
import { formatNumber } from '@kardashev/model/units/format.ts';
import { writeJson } from '@kardashev/store/atomic.ts';
import { hasShard, readShards, shardsIn } from '@kardashev/store/study/shard-file.ts';
import { makeStudy, type StudyFolder } from '@kardashev/store/study/study-folder.ts';
import { tableStore } from '@kardashev/store/table-store.ts';
import { codeHash } from '../house.ts';
import type { Session } from '../simulation.ts';
import { Interrupted, need } from '../stop.ts';
import { onBullmq } from './on-bullmq.ts';
import type { StudyOptions } from './options.ts';

/** A study whose samples lie on disk, and in hand. */
export interface FinishedStudy {
  readonly folder: StudyFolder;
  readonly sampler: Sampler;
  readonly rows: Rows;
  /** Samples that this call computed, and how long that took. */
  readonly computed: number;
  readonly wall_s: number;
  readonly samplesPerSecond: number;
  /** Whether `--until` was reached before `--samples`. */
  readonly reached?: boolean;
}

const folderOf = (study: Study, id: string, out: string): string =>
  join(out, 'studies', `${study.plan.name.replaceAll(/[^A-Za-z0-9_-]/g, '-')}-${id.slice(0, 12)}`);

/** Makes a study's folder and fills its tables. */
export async function openFolder(
  study: Study,
  options: StudyOptions,
  session: Session,
): Promise<StudyFolder> {
  const code = codeHash();
  const id = studyId(study, code);
  const folder = makeStudy(folderOf(study, id, options.out), { id, code, study });
  tellWhenInterrupted(folder, options, session);
  need(
    await fillStudy(folder, tableStore(join(options.out, '.tables')), {
      workers: session.workers,
      signal: session.signal,
      onProgress: (done, total) => session.view.preparing('asking the fast models', done, total),
    }),
  );
  return folder;
}

/** Who stops the work hears what lies here once all has ended. */
function tellWhenInterrupted({ path }: StudyFolder, { samples }: StudyOptions, { signal }: Session): void {
  const tell = () => {
    if (!(signal.reason instanceof Interrupted)) return;
    signal.reason.kept = () => {
      const there = shardsIn(path).reduce((sum, { from, to }) => sum + to - from, 0);
      return `${there} samples lie in ${path}, of ${samples} asked for.`;
    };
  };
  signal.addEventListener('abort', tell, { once: true });
}

/** Computes what is missing of a study, up to its samples or until its means are known. */
export async function carryOut(
  study: Study,
  options: StudyOptions,
  session: Session,
): Promise<FinishedStudy> {
  const folder = await openFolder(study, options, session);
  const clock = new Clock(folder, options, session);
  const convergence = new Convergence();
  const parts: Rows[] = [];
  let samples = 0;
  while (samples < options.samples) {
    const end = nextStop(samples, options);
    const shards = shardsOf(end, samples);
    await clock.compute(shards);
    const rows = await readShards(folder.path, shards);
    for (const part of rows) convergence.add(part);
    parts.push(...rows);
    samples = end;
    if (options.until === undefined) break;
    tell(convergence, session);
    if (convergence.reached(options.until)) break;
  }
  const sampler = need(Sampler.of(study));
  const reached = options.until === undefined ? {} : { reached: convergence.reached(options.until) };
  return { folder, sampler, rows: joined(parts), ...clock.told(), ...reached };
}

/** Computes one part of a study only: every n-th shard from the i-th on. */
export async function carryOutPart(study: Study, options: StudyOptions, session: Session) {
  const { part, of } = options.shard as { part: number; of: number };
  const folder = await openFolder(study, options, session);
  const clock = new Clock(folder, options, session);
  const own = shardsOf(options.samples).filter((_, index) => index % of === part - 1);
  await clock.compute(own);
  return { folder, shards: own.length, ...clock.told() };
}

const firstStop = 4 * shardSize;

/** Doublings of the first stop; all at once where nothing is to be stopped for. */
function nextStop(done: number, { samples, until }: StudyOptions): number {
  if (until === undefined) return samples;
  let stop = done + 1;
  while (!isStop(stop, firstStop) && stop < samples) stop++;
  return Math.min(samples, stop);
}

function tell(convergence: Convergence, { view }: Session): void {
  const [worst] = convergence.known();
  if (!worst) return;
  view.say(
    `${convergence.samples} samples: ${worst.name} is known least, to ${formatNumber(100 * worst.relativeError)} %`,
  );
}

/** Has shards computed, with progress, and keeps how long it took beside them. */
class Clock {
  readonly #folder: StudyFolder;
  readonly #engine: StudyEngine;
  readonly #session: Session;
  #computed = 0;
  #wall_s = 0;

  constructor(folder: StudyFolder, options: StudyOptions, session: Session) {
    this.#folder = folder;
    this.#engine = engineOf(options);
    this.#session = session;
  }

  async compute(shards: readonly Shard[]): Promise<void> {
    const { path, id, code } = this.#folder;
    const tasks = shards
      .filter((shard) => !hasShard(path, shard))
      .map((shard): StudyTask => ({ folder: path, id, code, shard }));
    const total = tasks.reduce((sum, { shard }) => sum + shard.to - shard.from, 0);
    if (total === 0) return;
    const begin = performance.now();
    const seen = new Set<number>();
    let done = 0;
    const { view, signal } = this.#session;
    const onShard = ({ from, to }: Shard) => {
      if (seen.has(from)) return;
      seen.add(from);
      done += to - from;
      view.preparing('sampling futures', done, total);
    };
    try {
      await this.#engine.run(tasks, { signal, onShard, say: (line) => view.say(line) });
    } finally {
      this.#computed += done;
      this.#wall_s += (performance.now() - begin) / 1000;
      this.#keep();
    }
  }

  told(): { computed: number; wall_s: number; samplesPerSecond: number } {
    const { computed, wall_s } = this.#kept();
    return {
      computed: this.#computed,
      wall_s: this.#wall_s,
      samplesPerSecond: wall_s > 0 ? computed / wall_s : 0,
    };
  }

  get #file(): string {
    return join(this.#folder.path, 'pace.json');
  }

  #kept(): { computed: number; wall_s: number } {
    return existsSync(this.#file) ? JSON.parse(readFileSync(this.#file, 'utf8')) : { computed: 0, wall_s: 0 };
  }

  /** Of the last time that anything was computed, so that a study read again still says its pace. */
  #keep(): void {
    if (this.#computed > 0) writeJson(this.#file, { computed: this.#computed, wall_s: this.#wall_s });
  }
}

function engineOf({ on, workers, redis, out }: StudyOptions): StudyEngine {
  return on === 'bullmq' ? onBullmq(redis, out) : localEngine(workers);
}
