import { number, share } from '../../plan/attribute.ts';

/** What the day's scheduler, and the jobs that are made of a plan's workloads, need of the plan. */
export const schedulerRows = {
  jobsPerSatellite: number("Jobs of a day over the fleet's satellites.", { positive: true }),
  trainingJobs: share('Share of them, by count, that train.'),
  interactiveJobs: share('Share of them, by count, that answer users.'),
  sensingJobs: share('Share of them, by count, that process observations.'),
  batchWork: share('Share of served work that can wait: batches, evaluation, data for training.'),
  jobSpread: number('Spread of the work of jobs of a kind: standard deviation of its logarithm.', { min: 0 }),
  jobDuration_s: number('Time that a batch job of mean size takes at full pace.', { positive: true }),
  jobSlack: number('Time until a deadline over the time that the work takes at full pace.', { min: 1 }),
  sensingDeadline_s: number('Time from an observation to the end of its use.', { positive: true }),
  sensingInput_bit: number('Data of one observation to be processed.', { min: 0 }),
  dailySwing: share('Swing of interactive work over the day of a place about its mean.'),
  handover_s: number(
    'Time between rounds in which parts of jobs go over to other satellites of their plane.',
    {
      min: 60,
    },
  ),
  spareSatellites: share(
    'Share of powered satellites of a plane that is kept free for handovers and failures.',
  ),
} as const;
