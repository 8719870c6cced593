import { type Delivery, type Flight, type ManifestProblem, type Planes, planesOf } from './problem.ts';

/** A launch that could be flown, and what it is worth. */
interface Candidate {
  readonly shell: number;
  readonly deliveries: readonly Delivery[];
  readonly satellites: number;
  /** Places that there were satellites for. */
  readonly room: number;
  /** Days of service that it brings, in all. */
  readonly gain_d: number;
}

/** How the first plane of a launch is chosen: whichever brings most, or the next in the order of drift. */
export type Choice = 'best' | 'sweep';

/**
 * A manifest launch by launch in order of time. Each flies to the shell where it brings most service, and fills
 * its first plane and then those that drift by. It waits for a later month where satellites are short, unless
 * waiting costs more service than the empty places are worth. `best` leaves pieces behind that fit no launch well;
 * `sweep` goes round the shell once and leaves none. Ties go to the plane that comes first: there is one answer.
 */
export function greedyManifest(problem: ManifestProblem, choice: Choice): Flight[] {
  const planes = planesOf(problem);
  const left = Int32Array.from(planes.need);
  const sent = (problem.batches[0]?.built ?? []).map(() => 0);
  const flights: Flight[] = [];
  for (const [index, batch] of problem.batches.entries()) {
    for (let launch = 0; launch < batch.launches; launch++) {
      const best = bestOf(problem, planes, left, sent, index, choice);
      if (best === undefined || !worthFlying(problem, best, index)) break;
      flights.push({ batch: index, shell: best.shell, deliveries: best.deliveries });
      for (const { plane, satellites } of best.deliveries) left[plane] = left[plane]! - satellites;
      const { design } = problem.shells[best.shell]!;
      sent[design] = sent[design]! + best.satellites;
    }
  }
  return flights;
}

function bestOf(
  problem: ManifestProblem,
  planes: Planes,
  left: Int32Array,
  sent: readonly number[],
  index: number,
  choice: Choice,
): Candidate | undefined {
  const { shells, batches } = problem;
  const { loads, built, day_d } = batches[index]!;
  let best: Candidate | undefined;
  for (const [s, shell] of shells.entries()) {
    const room = Math.min(loads[s]!, built[shell.design]! - sent[shell.design]!);
    if (room <= 0) continue;
    const most_d = room * (problem.unplaced_d - day_d - shell.placing_d);
    if (best !== undefined && most_d <= best.gain_d) continue;
    for (const plane of planes.order[s]!) {
      if (left[plane] === 0) continue;
      const candidate = loadFrom(problem, planes, left, plane, room, index);
      if (best === undefined || candidate.gain_d > best.gain_d) best = candidate;
      // Nothing beats a full load for one plane.
      if (choice === 'sweep' || candidate.gain_d === most_d) break;
    }
  }
  return best;
}

/** Fills a launch with what its first plane needs, then the next to drift by. */
function loadFrom(
  problem: ManifestProblem,
  planes: Planes,
  left: Int32Array,
  plane: number,
  room: number,
  index: number,
): Candidate {
  const shell = planes.shell[plane]!;
  const arrival_d = problem.batches[index]!.day_d + problem.shells[shell]!.placing_d;
  const deliveries: Delivery[] = [];
  let free = room;
  let gain_d = 0;
  for (const stop of planes.stops[plane]!) {
    const satellites = Math.min(free, left[stop.plane]!);
    if (satellites === 0) continue;
    deliveries.push({ plane: stop.plane, satellites, wait_d: stop.wait_d });
    gain_d += satellites * (problem.unplaced_d - arrival_d - stop.wait_d);
    free -= satellites;
    if (free === 0) break;
  }
  return { shell, deliveries, satellites: room - free, room, gain_d };
}

function worthFlying(
  problem: ManifestProblem,
  { shell, satellites, room }: Candidate,
  index: number,
): boolean {
  const { batches, launchWorth_d } = problem;
  const { design } = problem.shells[shell]!;
  const now = batches[index]!;
  const load = now.loads[shell]!;
  // Full, or nothing else there to go along.
  if (satellites === load || satellites < room) return true;
  const later = batches.find(
    ({ day_d, loads, built }) =>
      day_d > now.day_d && loads[shell]! > 0 && built[design]! > now.built[design]!,
  );
  if (later === undefined) return true;
  return satellites * (later.day_d - now.day_d) >= (launchWorth_d * (load - satellites)) / load;
}
