import type { FleetKernel, FleetRows, FleetState, FleetTotals } from './kernel.ts';

/**
 * The fleet step in TypeScript and float64: the meaning that every other make must meet.
 *
 * One step of a row:
 * 1. (cos u, sin u) turn by the step. The shadow function g = cos ζ + horizon is below zero in the cylinder of
 *    shadow; the part of the step in sunlight is where a straight line between its two ends is above.
 * 2. In sunlight the array serves housekeeping, then a charge that will carry housekeeping through the eclipse,
 *    then chips; what is left charges the battery, and the rest is curtailed (it stays in the array as heat).
 * 3. In eclipse the battery serves housekeeping, then chips, by a ration that lasts to the end of the eclipse.
 * 4. The radiator node takes all heat of the bus and of its surroundings. Its temperature at the end of the step
 *    is implicit (trapezoidal in T⁴), together with the throttle: chips give way where their junction, quasi-
 *    static above the radiator, would pass the limit.
 */
export const referenceFleet: FleetKernel = {
  name: 'reference',
  advance(rows, state, totals, from, to, steps, stepsPerRevolution) {
    const turn = (2 * Math.PI) / stepsPerRevolution;
    const turnCosine = Math.cos(turn);
    const turnSine = Math.sin(turn);
    for (let row = from; row < to; row++) advanceRow(rows, state, totals, row, steps, turnCosine, turnSine);
  },
};

/** Rounds of Newton's method at most; three or four are the rule. */
const rounds = 60;

function fourth(x: number): number {
  const square = x * x;
  return square * square;
}

function advanceRow(
  rows: FleetRows,
  state: FleetState,
  totals: FleetTotals,
  row: number,
  steps: number,
  turnCosine: number,
  turnSine: number,
): void {
  const p = rows.sunP[row]!;
  const q = rows.sunQ[row]!;
  const horizon = rows.horizon[row]!;
  const dt = rows.step_s[row]!;
  const array = rows.array_W[row]!;
  const distribution = rows.distribution[row]!;
  const roundTrip = rows.roundTrip[row]!;
  const usable = rows.usable_J[row]!;
  const housekeeping = rows.housekeeping_W[row]!;
  const load = rows.load_W[row]!;
  const emission = rows.emission_WperK4[row]!;
  const capacity = rows.heatCapacity_JperK[row]! / dt;
  const infrared = rows.infrared_W[row]!;
  const sunHeat = rows.sunHeat_W[row]!;
  const albedo = rows.albedo_W[row]!;
  const rise = rows.rise_KperW[row]!;
  const limit = rows.junctionLimit_K[row]!;
  // Never zero: a plane that grazes the shadow may meet it by rounding.
  const eclipse_s = Math.max(1e-6, rows.eclipseShare[row]! * rows.period_s[row]!);
  const sun_s = rows.period_s[row]! - eclipse_s;

  // Drawn from the battery by housekeeping through an eclipse, and the charge in sunlight that makes up for it.
  const reserve =
    sun_s > 0 ? Math.min((housekeeping / distribution) * eclipse_s, usable) / (roundTrip * sun_s) : 0;

  let cosine = state.cosine[row]!;
  let sine = state.sine[row]!;
  let radiator = state.radiator_K[row]!;
  let stored = state.stored_J[row]!;
  let ration = state.ration_W[row]!;
  let shadow = state.shadow[row]!;
  let zenith = p * cosine + q * sine;

  let sunlit_s = 0;
  let arraySum = 0;
  let curtailedSum = 0;
  let distributionSum = 0;
  let batterySum = 0;
  let housekeepingSum = 0;
  let chipsSum = 0;
  let powerSum = 0;
  let heatSum = 0;
  let environmentSum = 0;
  let radiatedSum = 0;
  let temperatureSum = 0;
  let hottest = totals.junction_K[row]!;
  let least = totals.least_J[row]!;

  for (let step = 0; step < steps; step++) {
    const nextCosine = cosine * turnCosine - sine * turnSine;
    sine = sine * turnCosine + cosine * turnSine;
    cosine = nextCosine;
    const lastZenith = zenith;
    zenith = p * cosine + q * sine;

    const before = lastZenith + horizon;
    const after = zenith + horizon;
    let sunlit = before >= 0 ? 1 : 0;
    if (before >= 0 !== after >= 0) sunlit = Math.max(before, after) / Math.abs(after - before);
    const dark = 1 - sunlit;

    if (shadow === 0 && dark > 0) {
      ration = Math.max(0, Math.min(load, (stored / eclipse_s) * distribution - housekeeping));
    }
    shadow = after < 0 ? 1 : 0;

    // Power at the consumers' side that each part of the step can give to chips.
    const inSun = array * distribution - housekeeping;
    const room = sunlit > 0 ? (usable - stored) / (roundTrip * dt * sunlit) : 0;
    const firstCharge = Math.max(0, Math.min(reserve, room, inSun / distribution));
    const sunChips = Math.max(0, Math.min(load, inSun - firstCharge * distribution));
    const darkNeed = (housekeeping / distribution) * dark * dt;
    const darkLeft = dark > 0 ? (Math.max(0, stored - darkNeed) / (dark * dt)) * distribution : 0;
    const darkChips = Math.min(ration, darkLeft);

    // Power of housekeeping that is served; less only when even it cannot be.
    const sunHouse = Math.min(housekeeping, array * distribution);
    const darkHouse = dark > 0 ? Math.min(housekeeping, (stored / (dark * dt)) * distribution) : 0;
    const house = sunlit * sunHouse + dark * darkHouse;

    const mu = 0.5 * (Math.max(0, lastZenith) + Math.max(0, zenith));
    const environment = infrared + sunlit * sunHeat + mu * albedo;

    // Implicit temperature. Chips, charge and bus heat are functions of it through the throttle.
    const fixed = environment + capacity * radiator - 0.5 * emission * fourth(radiator);
    let next = radiator;
    let chipsInSun = sunChips;
    let chipsInDark = darkChips;
    let charge = 0;
    // The residual rises with temperature: its sign keeps a bracket for where the throttle's kinks mislead Newton.
    let low = 0;
    let high = Infinity;
    for (let round = 0; round < rounds; round++) {
      const allowed = Math.max(0, (limit - next) / rise);
      const sunHeld = allowed < sunChips;
      const darkHeld = allowed < darkChips;
      chipsInSun = sunHeld ? allowed : sunChips;
      chipsInDark = darkHeld ? allowed : darkChips;
      const surplus = Math.max(0, array - (sunHouse + chipsInSun) / distribution);
      charge = Math.min(surplus, room);
      const chips = sunlit * chipsInSun + dark * chipsInDark;
      const bus = (house + chips) / distribution + sunlit * charge * (1 - roundTrip);
      const residual = capacity * next + 0.5 * emission * fourth(next) - fixed - bus;
      // The array's surplus shrinks as chips take more: charging then costs less heat.
      const sunSlope = sunHeld && allowed > 0 ? (1 - (surplus < room ? 1 - roundTrip : 0)) / distribution : 0;
      const darkSlope = darkHeld && allowed > 0 ? 1 / distribution : 0;
      const slope =
        capacity + 2 * emission * next * next * next + (sunlit * sunSlope + dark * darkSlope) / rise;
      const change = residual / slope;
      if (Math.abs(change) < 1e-12 * next) break;
      if (residual > 0) high = next;
      else low = next;
      next -= change;
      if (next <= low || next >= high) next = 0.5 * (low + Math.min(high, 2 * low + 1000));
    }
    const chips = sunlit * chipsInSun + dark * chipsInDark;
    const junction = next + rise * Math.max(sunlit > 0 ? chipsInSun : 0, dark > 0 ? chipsInDark : 0);
    const discharge = dark * (darkHouse + chipsInDark);

    sunlit_s += sunlit * dt;
    arraySum += sunlit * array;
    curtailedSum += sunlit * (array - (sunHouse + chipsInSun) / distribution - charge);
    distributionSum += (house + chips) * (1 / distribution - 1);
    batterySum += sunlit * charge * (1 - roundTrip);
    housekeepingSum += house;
    chipsSum += chips;
    powerSum += sunlit * (load - sunChips) + dark * (load - darkChips);
    heatSum += sunlit * (sunChips - chipsInSun) + dark * (darkChips - chipsInDark);
    environmentSum += environment;
    radiatedSum += 0.5 * emission * (fourth(radiator) + fourth(next));
    temperatureSum += 0.5 * (radiator + next);
    stored = Math.max(
      0,
      Math.min(usable, stored + (sunlit * charge * roundTrip - discharge / distribution) * dt),
    );
    radiator = next;
    if (junction > hottest) hottest = junction;
    if (stored < least) least = stored;
  }

  state.cosine[row] = cosine;
  state.sine[row] = sine;
  state.radiator_K[row] = radiator;
  state.stored_J[row] = stored;
  state.ration_W[row] = ration;
  state.shadow[row] = shadow;
  totals.time_s[row]! += steps * dt;
  totals.sunlit_s[row]! += sunlit_s;
  totals.array_J[row]! += arraySum * dt;
  totals.curtailed_J[row]! += curtailedSum * dt;
  totals.distributionLoss_J[row]! += distributionSum * dt;
  totals.batteryLoss_J[row]! += batterySum * dt;
  totals.housekeeping_J[row]! += housekeepingSum * dt;
  totals.chips_J[row]! += chipsSum * dt;
  totals.heldByPower_J[row]! += powerSum * dt;
  totals.heldByHeat_J[row]! += heatSum * dt;
  totals.environment_J[row]! += environmentSum * dt;
  totals.radiated_J[row]! += radiatedSum * dt;
  totals.radiator_Ks[row]! += temperatureSum * dt;
  totals.junction_K[row] = hottest;
  totals.least_J[row] = least;
}
