import type { Readings, Writings } from '../flows/ports.ts';
import { type Setting, type State, type StepInput, subsystem } from '../flows/subsystem.ts';
import type { Interval } from '../time/calendar.ts';
import { ageHost, type Losses, leavingShare } from './fleet.ts';
import { flyLaunches, launchCost_USD2026, newOffer, type Offer, offerLaunches } from './launches.ts';
import { type Ask, perLaunch, type Supplies, writeLimits } from './limits.ts';
import { compileTransport, month_s, type Params, type Place } from './params.ts';
import { ration } from './ration.ts';
import { transportSchema } from './schema.ts';
import { sitePower_W } from './site.ts';
import { delay, initialState, type TransportState } from './state.ts';

const writes = [
  'launches',
  'launchMass_kg',
  'wanted',
  'built',
  'begun',
  'placed',
  'wait_s',
  'inService',
  'failed',
  'retired',
  'cohortUnits',
  'reentries_perS',
  'launchCost_USD2026perkg',
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

/** Room to compute in, made once; nothing in it outlives a step. */
interface Work {
  readonly offer: Offer;
  readonly ask: Ask;
  readonly losses: Losses;
  /** Satellites a month that compute's launches would carry to each shell, as they are and if nothing is grounded. */
  readonly capacity: Float64Array;
  readonly ungrounded: Float64Array;
  /** Months of launching that one satellite of a shell takes. */
  readonly launchTime: Float64Array;
  readonly launched: Float64Array;
  readonly begun: Float64Array;
  readonly supplies: Supplies;
}

interface Compiled {
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
    finishBuilding(params, state, out, interval);
    offerLaunches(params, state, work.offer, interval, random);
    measureCapacity(params, work, interval);
    const used = chooseLaunched(params, state, work);
    flyLaunches(params, state, work.offer, used, interval, random);
    leaveGround(params, state, work, out, interval);
    recordLaunches(params, work, out, interval);
    ageFleet(params, state, work, out, interval);
    askForUnits(params, state, work, out, interval);
    beginUnits(params, state, work, input.before, out, interval);
    writeLimits(params, work.offer, work.ask, work.supplies, interval, out.transportLimits);
    out.launchCost_USD2026perkg[0] = cheapest_USD2026perkg(params, interval.index);
  },
});

function newWork(params: Params): Work {
  const hosts = params.places.length;
  const row = (): Float64Array => new Float64Array(hosts);
  return {
    offer: newOffer(params),
    ask: { wanted: row(), ready: row(), permitted: row(), buildable: row() },
    losses: { failed: 0, retired: 0 },
    capacity: row(),
    ungrounded: row(),
    launchTime: row(),
    launched: row(),
    begun: row(),
    supplies: {
      chips: { limit: 0, cost: params.chipPower_W },
      cells: { limit: 0, cost: params.cellPower_W },
      cash: { limit: 0, cost: row() },
    },
  };
}

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

function measureCapacity(params: Params, { offer, capacity, ungrounded }: Work, { index }: Interval): void {
  for (let h = 0; h < params.orbits; h++) {
    let flying = 0;
    let ready = 0;
    for (let f = 0; f < params.families.length; f++) {
      const units = perLaunch(params, f, h, index);
      flying += offer.compute[f]! * units;
      ready += Math.max(0, offer.ready[f]! - offer.others[f]!) * units;
    }
    capacity[h] = flying;
    ungrounded[h] = ready;
  }
}

/** Satellites to launch, all shells by one share or in the plan's order; returns the share of launches they take. */
function chooseLaunched(params: Params, state: TransportState, work: Work): number {
  const { launched, launchTime, capacity, ask } = work;
  for (let h = 0; h < params.orbits; h++) {
    launched[h] = state.waiting[h]!;
    ask.ready[h] = state.waiting[h]!;
    launchTime[h] = 1 / capacity[h]!;
  }
  ration(launched, launchTime, 1, params.inOrder, 0, params.orbits);
  let used = 0;
  for (let h = 0; h < params.orbits; h++) {
    if (launched[h]! > 0) used += launched[h]! * launchTime[h]!;
  }
  return Math.min(1, used);
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
    ageHost(state, place, h, months, interval.index, placed, losses);
    out.placed[h] = placed;
    out.wait_s[h] = place.wait_s;
    out.inService[h] = state.serving[h]!;
    out.failed[h] = losses.failed + (h < orbits ? out.failed[h]! : 0);
    out.retired[h] = losses.retired;
    if (h < orbits) reentered += leaveOrbit(state, place, h, placed, losses, out, interval.seconds);
  }
  out.cohortUnits.set(state.alive);
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

/** Units missing: the target and what will be gone by arrival, less what serves or is on its way. */
function askForUnits(
  params: Params,
  state: TransportState,
  { ask }: Work,
  out: Out,
  interval: Interval,
): void {
  const { places, orbits } = params;
  for (let h = 0; h < places.length; h++) {
    const place = places[h]!;
    const onItsWay = state.building[h]! + state.waiting[h]! + state.raising[h]!;
    const missing = place.host.target + state.goingSoon[h]! - state.serving[h]! - onItsWay;
    ask.wanted[h] = interval.index >= place.from ? Math.max(0, missing) : 0;
    out.wanted[h] = ask.wanted[h]!;
    if (h >= orbits) askSite(state, place, h, ask, interval);
  }
}

/** What permit and grid allow to be begun at a site now, and what its builders can. */
function askSite(state: TransportState, place: Place, h: number, ask: Ask, interval: Interval): void {
  const site = place.site!;
  const since_s = (interval.index - place.host.begin) * month_s;
  const power_W = since_s >= site.permitWait_s ? sitePower_W(site, since_s + site.building_s) : 0;
  const halls = place.host.unitPower_W > 0 ? power_W / place.host.unitPower_W : 0;
  ask.permitted[h] = Math.max(0, halls + state.goingSoon[h]! - state.serving[h]! - state.building[h]!);
  ask.buildable[h] = site.hallRate_perS[interval.index]! * interval.seconds;
}

/** Begins what supplies, launches ahead and money allow of what is wanted. */
function beginUnits(
  params: Params,
  state: TransportState,
  work: Work,
  before: Before,
  out: Out,
  interval: Interval,
): void {
  const { places, orbits, inOrder, factories } = params;
  const { begun, ask, supplies } = work;
  begun.set(ask.wanted);
  for (let h = orbits; h < places.length; h++) {
    begun[h] = Math.min(begun[h]!, ask.permitted[h]!, ask.buildable[h]!);
  }
  for (let d = 0; d < factories.length; d++) {
    const { design, serves } = factories[d]!;
    ration(begun, serves, design.factory_perS[interval.index]! * interval.seconds, inOrder, 0, orbits);
  }
  limitToLaunches(params, state, work);
  readSupplies(params, supplies, before, interval);
  ration(begun, supplies.cells.cost, supplies.cells.limit, inOrder, 0, orbits);
  ration(begun, supplies.chips.cost, supplies.chips.limit, inOrder, 0, places.length);
  ration(begun, supplies.cash.cost, supplies.cash.limit, inOrder, 0, places.length);
  for (let h = 0; h < places.length; h++) {
    out.begun[h] = begun[h]!;
    state.building[h] = state.building[h]! + begun[h]!;
    delay(state.finishing, h, params.line, interval.index, places[h]!.building_months, begun[h]!);
  }
}

/** No more satellites are begun than launches at the present rate would take by the time they are built. */
function limitToLaunches(
  params: Params,
  state: TransportState,
  { begun, launchTime, ungrounded }: Work,
): void {
  let ahead = params.longestBuilding_months + params.plan.section.launchBuffer_s / month_s;
  for (let h = 0; h < params.orbits; h++) {
    launchTime[h] = 1 / ungrounded[h]!;
    const onGround = state.building[h]! + state.waiting[h]!;
    if (onGround > 0) ahead -= onGround * launchTime[h]!;
  }
  ration(begun, launchTime, Math.max(0, ahead), params.inOrder, 0, params.orbits);
}

function readSupplies(
  params: Params,
  supplies: Supplies,
  before: Before,
  { index, seconds }: Interval,
): void {
  const { section } = params.plan;
  supplies.chips.limit = section.chipSupply_WperS[index]! * seconds;
  supplies.cells.limit = section.cellSupply_WperS[index]! * seconds;
  supplies.cash.limit = params.books ? before.buildBudget_USD2026[0]! : Infinity;
  supplies.cash.cost.set(before.unitCost_USD2026);
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
