import type { JobKind } from './jobs.ts';

/** A job as a policy sees it. The object is used again for the next job: keep no reference to it. */
export interface JobView {
  name: string;
  kind: JobKind;
  priority: number;
  gang: number;
  arrival_s: number;
  deadline_s: number;
  left_FLOP: number;
  /** Time until the deadline beyond what the rest would take at full pace. */
  slack_s: number;
}

/** A plane as a policy sees it, for one job. Used again for the next plane. */
export interface PlaneView {
  index: number;
  shell: number;
  satellites: number;
  /** Satellites in service without work, and how many of them have power for some time to come. */
  free: number;
  powered: number;
  /** Share of full load that these can have now, by power and heat: their mean. */
  offer: number;
  /** Share of a revolution in shadow. */
  shadow: number;
  /** Kelvin between the junction at full load and its limit, and charge beyond housekeeping's: means. */
  margin_K: number;
  margin_J: number;
  /** Load over capacity of the plane's lasers. */
  linkLoad: number;
  /** Model FLOP/s of the job's work on one satellite at full load, over the fastest plane's. */
  speed: number;
  /** Time to bring the job's data here. */
  fetch_s: number;
}

/**
 * How jobs find their satellites. What a policy leaves out is as in `sunAware`. The frame keeps the rules whatever
 * the policy says: gangs whole, memory enough, no satellite twice, no link beyond its rate.
 */
export interface Policy {
  readonly name: string;
  /** Larger goes first among the jobs that wait. */
  urgency(job: JobView, now_s: number): number;
  /** Larger is the better place; −Infinity keeps the job away. */
  prefer(job: JobView, plane: PlaneView): number;
  /** Parts of jobs go over to satellites with power before their own ends; chips sleep rather than starve. */
  readonly follow: boolean;
  /** A job may take the satellites of batch jobs of lower priority. */
  readonly preempt: boolean;
}

/**
 * The house's policy: what is urgent goes first; gangs go where the Sun does not set, other work where it does; new
 * chips, cool planes, free lasers and near data draw.
 */
export const sunAware: Policy = {
  name: 'sun-aware',
  urgency: ({ priority, slack_s }) => priority - slack_s / 86_400,
  prefer(job, { offer, speed, shadow, linkLoad, fetch_s }) {
    const shade = job.kind === 'training' ? -shadow : shadow;
    return speed * offer + shade / 2 - linkLoad - fetch_s / 3600;
  },
  follow: true,
  preempt: true,
};

/** The yardstick: first come, first served, on the first satellites that are free, whatever Sun and heat do to them. */
export const blind: Policy = {
  name: 'blind',
  urgency: ({ arrival_s }) => -arrival_s,
  prefer: (_, { index }) => -index,
  follow: false,
  preempt: false,
};
