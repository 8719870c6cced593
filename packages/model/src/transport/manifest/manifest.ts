import type { Solver } from '@kardashev/kernels/numeric/program.ts';
import type { Setting } from '../../flows/subsystem.ts';
import { type Fault, failure, type Outcome, success } from '../../outcome/outcome.ts';
import { circularOrbit, drift } from '../../sky/orbit.ts';
import { secondsPerDay } from '../../time/calendar.ts';
import type { Campaign } from '../campaign/simulate.ts';
import type { Params } from '../params.ts';
import type { Place } from '../place.ts';
import { type Climb, climb_s, climbDrift_rad, driftApart_radperS } from './drift.ts';
import { nodesAt_rad } from './nodes.ts';
import { type Opportunities, type Opportunity, opportunitiesOf } from './opportunities.ts';
import { type PlannedFlights, type PlanOptions, planFlights } from './plan-flights.ts';
import { type Delivery, type ManifestProblem, needed, type ShellNeed } from './problem.ts';
import { phasing_s, phasingRate_radperS, SlotBlocks } from './slots.ts';
import { liftOff_d, passesOver } from './window.ts';

/** Satellites of one launch for one plane. */
export interface ManifestRow {
  /** Launches are numbered by lift-off, from 1. */
  readonly launch: number;
  /** Lift-off in UTC, days since J2000. */
  readonly liftOff_d: number;
  /** Days since the lift-off before from the same pad; undefined for the first. */
  readonly gap_d: number | undefined;
  readonly site: string;
  /** Pad of the site, from 1. */
  readonly pad: number;
  readonly vehicle: string;
  readonly shell: string;
  /** From 0, as are slots. */
  readonly plane: number;
  readonly satellites: number;
  readonly firstSlot: number;
  /** In the parking orbit, checks included. */
  readonly parking_d: number;
  readonly climb_d: number;
  readonly phasing_d: number;
}

export interface Manifest {
  /** By lift-off, then in the order in which a launch fills its planes. */
  readonly rows: readonly ManifestRow[];
  readonly planned: PlannedFlights;
  readonly needed: number;
  readonly placed: number;
  /** Launches that the campaign offered for compute satellites, and those that the manifest flies. */
  readonly offered: number;
  readonly flown: number;
}

/**
 * Which satellites go to which plane on which launch of a campaign, for the first filling of the plan's shells.
 * Faults: `transport/no-window` for a shell whose planes pass over no launch site, `transport/no-launch` where the
 * campaign has no launch with compute satellites.
 */
export function manifestOf(
  params: Params,
  setting: Setting,
  campaign: Campaign,
  solver: Solver,
  options: PlanOptions,
): Outcome<Manifest> {
  const orbits = params.places.slice(0, params.orbits);
  const faults = orbits.flatMap((place) => noWindow(place, params));
  if (faults.length > 0) return failure(...faults);
  const opportunities = opportunitiesOf(params, campaign);
  if (opportunities.batches.length === 0) return failure(noLaunch());
  const begin_d = beginOf(setting);
  const problem = problemOf(params, orbits, opportunities, begin_d);
  const planned = planFlights(problem, solver, options);
  const rows = rowsOf(params, orbits, problem, opportunities, planned, begin_d);
  return success({
    rows,
    planned,
    needed: needed(problem),
    placed: rows.reduce((sum, { satellites }) => sum + satellites, 0),
    offered: opportunities.batches.reduce((sum, { launches }) => sum + launches, 0),
    flown: planned.flights.length,
  });
}

/** First midnight of the plan, days of UTC since J2000. */
function beginOf({ calendar: { intervals } }: Setting): number {
  const [first] = intervals;
  return first!.middle_d - first!.seconds / 2 / secondsPerDay;
}

function climbOf({ host, design }: Place, { plan }: Params): Climb {
  const { altitude_m, inclination_rad } = host.shell!;
  return {
    parking_m: Math.min(altitude_m, plan.section.dropAltitude_m),
    altitude_m,
    inclination_rad,
    rate_mperS: design!.raisingRate_mperS,
  };
}

function problemOf(
  params: Params,
  orbits: readonly Place[],
  { batches }: Opportunities,
  begin_d: number,
): ManifestProblem {
  const { plan } = params;
  const { section } = plan;
  const shells = orbits.map((place): ShellNeed => {
    const climb = climbOf(place, params);
    const shell = place.host.shell!;
    return {
      name: shell.name,
      design: plan.satellites.indexOf(place.design!),
      nodes_rad: nodesAt_rad(shell, begin_d),
      need: Array.from({ length: shell.planes }, () => shell.perPlane),
      apart_radperS: driftApart_radperS(climb),
      placing_d: (place.design!.checkout_s + climb_s(climb)) / secondsPerDay,
    };
  });
  const last_d = Math.max(...batches.map(({ day_d }) => day_d));
  const longest_d =
    Math.max(...shells.map(({ placing_d }) => placing_d)) + section.driftLongest_s / secondsPerDay;
  const launchWorth_d = section.launchWorth_s / secondsPerDay;
  return {
    shells,
    batches,
    driftLongest_d: section.driftLongest_s / secondsPerDay,
    planesPerLaunch: section.planesPerLaunch,
    launchWorth_d,
    // Leaving one satellite behind costs more than a launch for it at the very end.
    unplaced_d: last_d + longest_d + launchWorth_d,
  };
}

function rowsOf(
  params: Params,
  orbits: readonly Place[],
  problem: ManifestProblem,
  { launches }: Opportunities,
  { flights }: PlannedFlights,
  begin_d: number,
): ManifestRow[] {
  const firsts = firstPlanes(problem);
  const used = launches.map(() => 0);
  const flown = flights.map((flight) => {
    const at = used[flight.batch]!;
    used[flight.batch] = at + 1;
    const launch = launches[flight.batch]![at]!;
    const lead = flight.deliveries[0]!.plane - firsts[flight.shell]!;
    return {
      flight,
      launch,
      liftOff_d: windowOf(
        params,
        orbits[flight.shell]!,
        problem.shells[flight.shell]!,
        lead,
        launch,
        begin_d,
      ),
    };
  });
  flown.sort((a, b) => a.liftOff_d - b.liftOff_d || a.launch.row - b.launch.row);
  const blocks = new SlotBlocks(firsts.at(-1)! + problem.shells.at(-1)!.need.length);
  const lastFrom = new Map<string, number>();
  return flown.flatMap(({ flight, launch, liftOff_d: day_d }, at): ManifestRow[] => {
    const from = `${launch.site}/${launch.pad}`;
    const before_d = lastFrom.get(from);
    lastFrom.set(from, day_d);
    const place = orbits[flight.shell]!;
    return flight.deliveries.map((delivery) => ({
      launch: at + 1,
      liftOff_d: day_d,
      gap_d: before_d === undefined ? undefined : day_d - before_d,
      site: params.plan.pads[launch.site]!.name,
      pad: launch.pad + 1,
      vehicle: params.plan.vehicles[launch.vehicle]!.name,
      shell: place.host.name,
      plane: delivery.plane - firsts[flight.shell]!,
      satellites: delivery.satellites,
      firstSlot: blocks.take(delivery.plane, delivery.satellites),
      ...timesOf(params, place, delivery),
    }));
  });
}

function firstPlanes({ shells }: ManifestProblem): number[] {
  let first = 0;
  return shells.map(({ need }) => {
    const at = first;
    first += need.length;
    return at;
  });
}

/** Lift-off on the launch's day, into the node that the leading plane has when the first satellites get there. */
function windowOf(
  params: Params,
  place: Place,
  need: ShellNeed,
  plane: number,
  launch: Opportunity,
  begin_d: number,
): number {
  const climb = climbOf(place, params);
  const ahead_rad = need.apart_radperS * place.design!.checkout_s + climbDrift_rad(climb);
  const { altitude_m, inclination_rad } = place.host.shell!;
  const drift_radperD = drift(circularOrbit(altitude_m, inclination_rad)).node_radperS * secondsPerDay;
  const midnight_d = begin_d + Math.floor(launch.time_s / secondsPerDay);
  return liftOff_d(
    midnight_d,
    params.plan.pads[launch.site]!,
    inclination_rad,
    (day_d) => need.nodes_rad[plane]! + drift_radperD * (day_d - begin_d) - ahead_rad,
  );
}

function timesOf(
  params: Params,
  place: Place,
  { satellites, wait_d }: Delivery,
): Pick<ManifestRow, 'parking_d' | 'climb_d' | 'phasing_d'> {
  const { checkout_s, phasingOffset_m } = place.design!;
  const { altitude_m, perPlane } = place.host.shell!;
  const rate_radperS = phasingRate_radperS(altitude_m, phasingOffset_m);
  return {
    parking_d: checkout_s / secondsPerDay + wait_d,
    climb_d: climb_s(climbOf(place, params)) / secondsPerDay,
    phasing_d: phasing_s(satellites, perPlane, rate_radperS) / secondsPerDay,
  };
}

function noWindow({ host }: Place, { plan }: Params): Fault[] {
  const { inclination_rad } = host.shell!;
  if (host.target === 0 || plan.pads.some((pad) => passesOver(pad, inclination_rad))) return [];
  return [
    {
      code: 'transport/no-window',
      message: `No plane of ${host.name} passes over a launch site of the plan.`,
      at: { path: `shells.${host.name}` },
      cause: 'Its inclination is less than the latitude of every site.',
      fix: 'Add a launch site nearer to the equator, or raise the inclination.',
    },
  ];
}

function noLaunch(): Fault {
  return {
    code: 'transport/no-launch',
    message: 'No launch of the campaign carries compute satellites.',
    at: { path: 'period' },
    cause: 'The plan ends before satellites, vehicles or pads are there.',
    fix: 'Let the plan run longer, or let a vehicle that carries compute fly earlier.',
  };
}
