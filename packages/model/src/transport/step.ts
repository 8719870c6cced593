import type { Readings, Writings } from '../flows/ports.ts';
import { type Setting, type State, type StepInput, subsystem } from '../flows/subsystem.ts';
import type { Interval } from '../time/calendar.ts';
import { drawFactories } from './factory.ts';
import { ageHost, type Losses, leavingShare } from './fleet/cohorts.ts';
import { flyLaunches } from './flights.ts';
import { perLaunch, writeLimits } from './limits.ts';
import { chooseLaunched, holdBack } from './loading.ts';
import { offerLaunches } from './offer.ts';
import { askForUnits, beginUnits, countBegun } from './orders.ts';
import { compileTransport, type Params } from './params.ts';
import type { Place } from './place.ts';
import { transportSchema } from './schema.ts';
import { delay, initialState, type TransportState } from './state.ts';
import { launchCost_USD2026 } from './vehicle.ts';
import { measureCapacity, newWork, type Work } from './work.ts';

const writes = [
  'launches',
  'launchMass_kg',
  'wanted',
  'built',
  'begun',
  'placed',
  'wait_s',
  'inService',
  'leaving',
  'failed',
  'retired',
  'cohortUnits',
  'reentries_perS',
  'launchCost_USD2026perkg',
  'launchMean_USD2026perkg',
  'grounded',
  'transportLimits',
  'massBuilt_kg',
  'massWaiting_kg',
  'massInOrbit_kg',
  'massLostOnAscent_kg',
  'massReentered_kg',
] as const;
const reads = { now: [], before: ['buildBudget_USD2026', 'unitCost_USD2026'] } as const;
type Out = Writings<(typeof writes)[number]>;
type Before = Readings<(typeof reads.before)[number]>;

/** What `compile` makes: parameters, and room to work in. */
export interface Compiled {
  readonly params: Params;
  readonly work: Work;
}

/** From money and permits to units in service and out of it again. See README.md. */
export const transport = subsystem({
  name: 'transport',
  schema: transportSchema,
  reads,
  writes,
  compile(plan, setting: Setting) {
    const compiled = compileTransport(plan, setting);
    return compiled.ok
      ? { ok: true as const, value: { params: compiled.value, work: newWork(compiled.value) } }
      : compiled;
  },
  initial({ params }: Compiled, out) {
    out.launchCost_USD2026perkg[0] = cheapest_USD2026perkg(params, 0);
    out.launchMean_USD2026perkg[0] = out.launchCost_USD2026perkg[0];
    return initialState(params);
  },
  step(
    { params, work }: Compiled,
    columns: State,
    input: StepInput<never, keyof Before>,
    out,
    interval,
    random,
  ) {
    const state = columns as TransportState;
    if (interval.index === 0) drawFactories(params, state, random);
    finishBuilding(params, state, out, interval);
    offerLaunches(params, state, work.offer, interval, random);
    measureCapacity(params, work, interval);
    const used = chooseLaunched(params, state, work, out.built, interval);
    for (let f = 0; f < params.families.length; f++) work.planned[f] = used * work.offer.compute[f]!;
    flyLaunches(params, state, work.offer, work.planned, interval, random);
    holdBack(params, work, interval);
    leaveGround(params, state, work, out, interval);
    recordLaunches(params, work, out, interval);
    ageFleet(params, state, work, out, interval);
    askForUnits(params, state, work.ask, interval);
    out.wanted.set(work.ask.wanted);
    beginUnits(params, state, work, input.before, interval);
    out.begun.set(work.begun);
    countBegun(params, state, work.begun, interval);
    writeLimits(params, work.offer, work.ask, work.supplies, interval, out.transportLimits);
    out.launchCost_USD2026perkg[0] = cheapest_USD2026perkg(params, interval.index);
    out.launchMean_USD2026perkg[0] = mean_USD2026perkg(params, work, interval.index);
  },
});

/** Units whose building ends this month: satellites wait for a launch, halls enter service. */
function finishBuilding(
  { places, line, orbits }: Params,
  state: TransportState,
  out: Out,
  { index }: Interval,
): void {
  for (let h = 0; h < places.length; h++) {
    const built = state.finishing[h * line + index]!;
    state.building[h] = Math.max(0, state.building[h]! - built);
    out.built[h] = built;
    out.massBuilt_kg[h] = built * places[h]!.host.unitMass_kg;
    if (h < orbits) state.waiting[h] = state.waiting[h]! + built;
    else state.arriving[h * line + index] = built;
  }
}

/** Launched satellites are lost on ascent or begin to climb. */
function leaveGround(params: Params, state: TransportState, work: Work, out: Out, { index }: Interval): void {
  const { launched, capacity, offer } = work;
  for (let h = 0; h < params.orbits; h++) {
    const place = params.places[h]!;
    const units = launched[h]!;
    let lost = 0;
    for (let f = 0; f < params.families.length && units > 0; f++) {
      const share = (offer.compute[f]! * perLaunch(params, f, h, index)) / capacity[h]!;
      lost += units * share * offer.lost[f]!;
    }
    state.waiting[h] = Math.max(0, state.waiting[h]! - units);
    state.raising[h] = state.raising[h]! + units - lost;
    if (units > lost) delay(state.arriving, h, params.line, index, place.raising_months, units - lost);
    out.failed[h] = lost;
    out.massWaiting_kg[h] = state.waiting[h]! * place.host.unitMass_kg;
    out.massLostOnAscent_kg[h] = lost * place.host.unitMass_kg;
  }
}

function recordLaunches(
  params: Params,
  { offer, launched, capacity }: Work,
  out: Out,
  { index }: Interval,
): void {
  const { plan, families, months, mix, load, orbits, places } = params;
  for (let f = 0; f < families.length; f++) {
    for (const v of families[f]!.versions) {
      const share = mix[v * months + index]!;
      const vehicle = plan.vehicles[v]!;
      let mass_kg = offer.others[f]! * share * vehicle.otherPayload_kg[index]!;
      for (let h = 0; h < orbits; h++) {
        if (launched[h]! <= 0) continue;
        const carried = (launched[h]! * offer.compute[f]! * share * load[v * orbits + h]!) / capacity[h]!;
        mass_kg += carried * places[h]!.host.unitMass_kg;
      }
      out.launches[v] = offer.flown[f]! * share;
      out.launchMass_kg[v] = mass_kg * (1 - offer.lost[f]!);
      out.grounded[v] = share > 0 ? offer.grounded[f]! : 0;
    }
  }
}

/** Arrivals, failures, retirement and re-entry, and what they leave in orbit. */
function ageFleet(
  params: Params,
  state: TransportState,
  { losses }: Work,
  out: Out,
  interval: Interval,
): void {
  const { places, line, months, orbits } = params;
  let reentered = 0;
  for (let h = 0; h < places.length; h++) {
    const place = places[h]!;
    const placed = state.arriving[h * line + interval.index]!;
    const first = h * months + state.oldest[h]!;
    ageHost(state, place, h, months, interval.index, placed, losses);
    // Cohorts before the oldest have been written as gone already.
    for (let at = first; at <= h * months + interval.index; at++) out.cohortUnits[at] = state.alive[at]!;
    out.placed[h] = placed;
    out.wait_s[h] = place.wait_s;
    out.inService[h] = state.serving[h]!;
    out.leaving[h] = state.goingSoon[h]!;
    out.failed[h] = losses.failed + (h < orbits ? out.failed[h]! : 0);
    out.retired[h] = losses.retired;
    if (h < orbits) reentered += leaveOrbit(state, place, h, placed, losses, out, interval.seconds);
  }
  out.reentries_perS[0] = reentered / interval.seconds;
}

function leaveOrbit(
  state: TransportState,
  place: Place,
  h: number,
  placed: number,
  losses: Losses,
  out: Out,
  time_s: number,
): number {
  const controlled = state.leaving[h]! * leavingShare(time_s, place.design!.deorbit_s);
  const decayed = state.dead[h]! * leavingShare(time_s, place.decay_s);
  state.raising[h] = Math.max(0, state.raising[h]! - placed);
  state.leaving[h] = state.leaving[h]! - controlled + losses.retired;
  state.dead[h] = state.dead[h]! - decayed + losses.failed;
  const { unitMass_kg } = place.host;
  const inOrbit = state.serving[h]! + state.raising[h]! + state.leaving[h]! + state.dead[h]!;
  out.massInOrbit_kg[h] = inOrbit * unitMass_kg;
  out.massReentered_kg[h] = (controlled + decayed) * unitMass_kg;
  return controlled + decayed;
}

/** Over the vehicles that fly this month, or over all while none does. */
function cheapest_USD2026perkg(params: Params, month: number): number {
  const { plan, mix, months, meanLoad_kg } = params;
  let flying = Infinity;
  let any = Infinity;
  for (let v = 0; v < plan.vehicles.length; v++) {
    const vehicle = plan.vehicles[v]!;
    if (params.orbits > 0 && !vehicle.carriesCompute) continue;
    const cost = launchCost_USD2026(vehicle, month) / meanLoad_kg[v]!;
    any = Math.min(any, cost);
    if (mix[v * months + month]! > 0) flying = Math.min(flying, cost);
  }
  return flying < Infinity ? flying : any < Infinity ? any : 0;
}

/** Over what compute's launches of the month carried; the marginal cost while there were none. */
function mean_USD2026perkg(params: Params, { offer, launched }: Work, month: number): number {
  const { plan, families, months, mix } = params;
  let mass_kg = 0;
  for (let h = 0; h < params.orbits; h++) mass_kg += launched[h]! * params.places[h]!.host.unitMass_kg;
  if (!(mass_kg > 0)) return cheapest_USD2026perkg(params, month);
  let spent = 0;
  for (let f = 0; f < families.length; f++) {
    const flown = offer.flown[f]! - offer.others[f]!;
    for (const v of families[f]!.versions) {
      spent += flown * mix[v * months + month]! * launchCost_USD2026(plan.vehicles[v]!, month);
    }
  }
  return spent / mass_kg;
}
