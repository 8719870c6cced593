import type { DayPlanes } from '../../flows/day.ts';
import type { Keyed } from '../../random/keyed.ts';
import type { ComputeSection } from '../schema.ts';
import type { Work } from '../work.ts';
import type { JobKind, JobRow } from './jobs.ts';

const day_s = 86_400;
const hour_s = 3600;
const hoursPerDay = 24;
/** Of the fleet, for one job of mean size. */
const largestShare = 1 / 4;
const bitsPerByte = 8;
const bytesOf = { bf16: 2, fp8: 1 } as const;
/** Training jobs of mean size take half a day of the day that asks for them: so that one in two ends within it. */
const trainingDuration_s = day_s / 2;
/** Spread of durations of a kind, beside that of work. */
const durationSpread = 0.3;
/** Replicas stand ready beyond the mean of their hour. */
const headroom = 1.1;
/** Local hour at which people ask most. */
const busiest_h = 15;
const priorities = { training: 2, batch: 1, interactive: 3, sensing: 3 } as const;

/** What a fleet asks its jobs to be made for. */
export interface JobDemand {
  readonly planes: DayPlanes;
  readonly works: readonly Work[];
  /** Model FLOPs that the day asks for, by workload. */
  readonly asked_FLOP: readonly number[];
  readonly section: ComputeSection;
  readonly random: Keyed;
}

/** The mean satellite of the fleet. */
interface MeanSatellite {
  readonly count: number;
  readonly memory_B: number;
  readonly accelerators: number;
  readonly rate_FLOPperS: readonly number[];
}

/**
 * Jobs of a day made of a plan's workloads: as much work as is asked for, cut into jobs whose sizes scatter
 * lognormally. Training begins before the day by halves; interactive work comes by hour and region and follows the
 * local time; observations lie where they were made. The same seed gives the same jobs.
 */
export function drawJobs(demand: JobDemand): JobRow[] {
  const mean = meanSatellite(demand.planes, demand.works.length);
  if (mean.count === 0) return [];
  const { section } = demand;
  const total = Math.max(24, Math.round(section.jobsPerSatellite * mean.count));
  const kinds: readonly (readonly [JobKind, number, (work: number) => number])[] = [
    ['training', section.trainingJobs, (work) => ofKind(demand, work, 'training')],
    [
      'interactive',
      section.interactiveJobs,
      (work) => ofKind(demand, work, 'serving') * (1 - section.batchWork),
    ],
    ['sensing', section.sensingJobs, (work) => sensingWork(demand, mean, work)],
    [
      'batch',
      Math.max(0, 1 - section.trainingJobs - section.interactiveJobs - section.sensingJobs),
      (work) => ofKind(demand, work, 'serving') * section.batchWork,
    ],
  ];
  const rows: JobRow[] = [];
  for (const [kind, share, askedOf] of kinds) {
    const asked = demand.works.map((_, work) => askedOf(work));
    const all = asked.reduce((sum, one) => sum + one, 0);
    if (!(all > 0) || share === 0) continue;
    for (const [work, one] of asked.entries()) {
      if (!(one > 0) || !(mean.rate_FLOPperS[work]! > 0)) continue;
      const count = enough(demand, mean, kind, work, one, Math.round((total * share * one) / all));
      rows.push(...cut(demand, mean, kind, work, one, count, rows.length));
    }
  }
  return rows;
}

/** So many jobs that none takes more than a part of the fleet, and that answers to users come in every hour. */
function enough(
  { section }: JobDemand,
  mean: MeanSatellite,
  kind: JobKind,
  work: number,
  asked_FLOP: number,
  count: number,
): number {
  const durations = {
    training: trainingDuration_s,
    batch: section.jobDuration_s,
    interactive: hour_s,
    sensing: section.sensingDeadline_s / section.jobSlack,
  };
  const each_FLOP = mean.rate_FLOPperS[work]! * durations[kind] * mean.count * largestShare;
  const least = Math.max(1, count, Math.ceil(asked_FLOP / each_FLOP));
  return kind === 'interactive' ? Math.ceil(least / hoursPerDay) * hoursPerDay : least;
}

function ofKind({ works, asked_FLOP }: JobDemand, work: number, kind: Work['kind']): number {
  return works[work]!.kind === kind ? asked_FLOP[work]! : 0;
}

/** Observations take half of what is set aside for them, in the kind of work of the first workload that serves. */
function sensingWork({ works, section }: JobDemand, mean: MeanSatellite, work: number): number {
  const first = works.findIndex(({ kind }) => kind === 'serving');
  const chosen = first < 0 ? 0 : first;
  if (work !== chosen) return 0;
  return (section.sensingShare / 2) * mean.count * mean.rate_FLOPperS[work]! * day_s;
}

function meanSatellite(
  { first, shell, memory_B, accelerators, rate_FLOPperS }: DayPlanes,
  works: number,
): MeanSatellite {
  const planes = shell.length;
  const count = first[planes]!;
  const mean = (column: Float64Array, from = 0): number => {
    let sum = 0;
    for (let plane = 0; plane < planes; plane++)
      sum += column[from + plane]! * (first[plane + 1]! - first[plane]!);
    return count > 0 ? sum / count : 0;
  };
  return {
    count,
    memory_B: mean(memory_B),
    accelerators: mean(accelerators),
    rate_FLOPperS: Array.from({ length: works }, (_, work) => mean(rate_FLOPperS, work * planes)),
  };
}

/** Cuts an amount of work into jobs of a kind. */
function cut(
  demand: JobDemand,
  mean: MeanSatellite,
  kind: JobKind,
  work: number,
  asked_FLOP: number,
  count: number,
  entity: number,
): JobRow[] {
  const { random, section } = demand;
  const spread = kind === 'interactive' ? section.jobSpread / 2 : section.jobSpread;
  const weights = Array.from({ length: count }, (_, index) => {
    const size = Math.exp(spread * random.normal(entity + index, 0));
    return kind === 'interactive'
      ? size * swing(section.dailySwing, index, count, random.uniform(entity + index, 1))
      : size;
  });
  const sum = weights.reduce((all, one) => all + one, 0);
  return weights.map((weight, index) =>
    jobOf(demand, mean, kind, work, (asked_FLOP * weight) / sum, entity + index, index / count),
  );
}

/** Interactive jobs go through the hours of the day by turns; a place's longitude is drawn. */
function swing(dailySwing: number, index: number, count: number, turn: number): number {
  const hour = hourOf(index / count) + 24 * turn;
  return 1 + dailySwing * Math.cos((2 * Math.PI * (hour - busiest_h)) / 24);
}

const hourOf = (place: number): number => Math.floor(place * 24);

function jobOf(
  demand: JobDemand,
  mean: MeanSatellite,
  kind: JobKind,
  work: number,
  work_FLOP: number,
  entity: number,
  place: number,
): JobRow {
  const { section, random, works } = demand;
  const { model, entry } = works[work]!;
  const rate = mean.rate_FLOPperS[work]!;
  const stretch = Math.exp(durationSpread * random.normal(entity, 2));
  const base = { kind, workload: work, priority: priorities[kind], input_bit: 0, home: -1, done_FLOP: 0 };
  if (kind === 'training') {
    const least = Math.max(1, Math.ceil((model.parameters * section.trainingState_B) / mean.memory_B));
    const gang = gangFor(work_FLOP, rate * trainingDuration_s * stretch, least, mean.count);
    const duration_s = work_FLOP / (gang * rate);
    const begun = random.uniform(entity, 3) < 1 / 2;
    const before = begun ? random.uniform(entity, 4) : 0;
    const arrival_s = begun ? 0 : random.uniform(entity, 5) * day_s;
    return {
      ...base,
      arrival_s,
      deadline_s: arrival_s + section.jobSlack * duration_s,
      work_FLOP: work_FLOP * (1 + before),
      done_FLOP: work_FLOP * before,
      gang,
      memory_B: (model.parameters * section.trainingState_B) / gang,
      state_bit: (model.parameters * section.checkpointState_B * bitsPerByte) / gang,
    };
  }
  const replica = Math.max(1, entry.gang / mean.accelerators);
  const weights_B = (model.parameters * bytesOf[entry.precision]) / replica;
  const served = {
    ...base,
    memory_B: Math.min(weights_B, mean.memory_B),
    state_bit: weights_B * bitsPerByte,
  };
  if (kind === 'interactive') {
    const arrival_s = hourOf(place) * hour_s;
    const gang = gangFor(work_FLOP * headroom, rate * hour_s, 1, mean.count);
    return { ...served, arrival_s, deadline_s: arrival_s + hour_s, work_FLOP, gang };
  }
  if (kind === 'batch') {
    const gang = gangFor(work_FLOP, rate * section.jobDuration_s * stretch, 1, mean.count);
    const arrival_s = random.uniform(entity, 5) * day_s;
    const duration_s = Math.max(section.jobDuration_s, work_FLOP / (gang * rate));
    return { ...served, arrival_s, deadline_s: arrival_s + section.jobSlack * duration_s, work_FLOP, gang };
  }
  const arrival_s = random.uniform(entity, 5) * day_s;
  return {
    ...served,
    arrival_s,
    deadline_s: arrival_s + section.sensingDeadline_s,
    work_FLOP,
    gang: gangFor(work_FLOP, (rate * section.sensingDeadline_s) / section.jobSlack, 1, mean.count),
    input_bit: section.sensingInput_bit,
    home: Math.floor(random.uniform(entity, 6) * demand.planes.shell.length),
  };
}

/** Satellites that do an amount of work when each does so much. */
function gangFor(work_FLOP: number, each_FLOP: number, least: number, most: number): number {
  return Math.max(1, Math.min(most, Math.max(least, Math.ceil(work_FLOP / each_FLOP))));
}
