import type { Deck } from './deck.ts';
import { jobKinds } from './jobs.ts';
import type { JobView, PlaneView } from './policy.ts';

const jobView: JobView = {
  name: '',
  kind: 'batch',
  priority: 0,
  gang: 1,
  arrival_s: 0,
  deadline_s: 0,
  left_FLOP: 0,
  slack_s: 0,
};

const planeView: PlaneView = {
  index: 0,
  shell: 0,
  satellites: 0,
  free: 0,
  powered: 0,
  offer: 0,
  shadow: 0,
  margin_K: 0,
  margin_J: 0,
  linkLoad: 0,
  speed: 0,
  fetch_s: 0,
};

/** Best rate of a satellite for a job's work, over all planes. */
function bestRate(deck: Deck, job: number): number {
  const { planes, jobs } = deck;
  const from = jobs.workload[job]! * planes.shell.length;
  let best = 0;
  for (let plane = 0; plane < planes.shell.length; plane++) {
    best = Math.max(best, planes.rate_FLOPperS[from + plane]!);
  }
  return best;
}

export function viewOf(deck: Deck, job: number, time_s: number, best_FLOPperS: readonly number[]): JobView {
  const { jobs } = deck;
  jobView.name = jobs.names[job] ?? '';
  jobView.kind = jobKinds[jobs.kind[job]!]!;
  jobView.priority = jobs.priority[job]!;
  jobView.gang = jobs.gang[job]!;
  jobView.arrival_s = jobs.arrival_s[job]!;
  jobView.deadline_s = jobs.deadline_s[job]!;
  jobView.left_FLOP = jobs.work_FLOP[job]! - deck.progress_FLOP[job]!;
  const best = best_FLOPperS[jobs.workload[job]!]! * jobView.gang;
  jobView.slack_s = jobView.deadline_s - time_s - (best > 0 ? jobView.left_FLOP / best : 0);
  return jobView;
}

/** Best rate by workload. */
export function bestRates(deck: Deck): number[] {
  const rates: number[] = [];
  for (let job = 0; job < deck.jobs.count; job++) rates[deck.jobs.workload[job]!] ??= bestRate(deck, job);
  return rates;
}

/** What a policy makes of a plane for a job. */
export function scoreOf(deck: Deck, job: number, plane: number, view: JobView): number {
  const { jobs, planes, sun, paths } = deck;
  planeView.index = plane;
  planeView.shell = planes.shell[plane]!;
  planeView.satellites = deck.inService[plane]!;
  planeView.free = deck.free[plane]!;
  planeView.powered = deck.poweredFree[plane]!;
  planeView.offer = deck.offer[plane]!;
  planeView.shadow = sun.shadow_rad[plane]! / Math.PI;
  planeView.margin_K = deck.margin_K[plane]!;
  planeView.margin_J = deck.margin_J[plane]!;
  planeView.linkLoad = paths.load(plane);
  planeView.speed = deck.speed[jobs.workload[job]! * planes.shell.length + plane]!;
  planeView.fetch_s = fetch_s(deck, job, plane);
  return deck.policy.prefer(view, planeView);
}

/** Time to bring a job's data to a plane, its satellites fetching each a part. */
export function fetch_s(deck: Deck, job: number, plane: number): number {
  const { jobs, paths } = deck;
  const home = jobs.home[job]!;
  if (home < 0 || !(jobs.input_bit[job]! > 0)) return 0;
  return paths.move_s(jobs.input_bit[job]! / jobs.gang[job]!, home, plane, 1 / 4);
}
