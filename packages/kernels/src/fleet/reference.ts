import { type StepConstants, stepConstants } from './constants.ts';
import type { FleetKernel, FleetRows, FleetState, FleetTotals } from './kernel.ts';

/**
 * The fleet step in TypeScript and float64: the meaning that every other make must meet. No branches: only
 * sums, products, least and greatest, and one division. All quantities are means over the step.
 *
 * One step of a satellite:
 * 1. **Sun.** The zenith cosine of the Sun at the middle of the step. The share of the step in sunlight is where
 *    the shadow's function, straight across its edge with the slope it has there, lies above zero.
 * 2. **Array.** The cells' warmth relaxes towards the moment's, exactly for a constant share of sunlight; the
 *    output follows its mean over the step.
 * 3. **Demand.** What is asked of the satellite, at most: full load in sunlight; in shadow a ration: the share of the charge at the entry that a step may
 *    take, less housekeeping, up to the dark load. The charge at the entry is remembered by E ← max(dark·E, S),
 *    which follows the charge S in sunlight and holds while it falls in shadow.
 * 4. **Power.** Housekeeping, then the reserve charge, then chips, then more charge; the rest is curtailed. The
 *    battery gives in shadow only.
 * 5. **Heat.** All that the bus takes ends in the coolant. Coolant and radiator step together: linearly implicit,
 *    Euler for what passes between them, exponentially fitted about the temperature before for the emission
 *    εσAT⁴ (trapezoid for steps short against the radiator's time constant, Euler for long ones). Chips
 *    give way where the junction, quasi-static above the coolant *after* the step, would pass its limit. That look
 *    ahead leaves out what charging loses, which in one step warms the coolant by hundredths of a kelvin.
 *
 * The emission counted, and subtracted from the node, is ε σ A (T⁴ + 4 w T³ (T′ − T)): the tangent at the old
 * temperature T, taken the fitted share w of the way to the new one T′. With it the heat budget closes to rounding;
 * against the integral of the true T⁴ it is off by second order in the step (tested).
 */
export const referenceFleet: FleetKernel = {
  name: 'reference',
  advance(rows, state, totals, from, to, steps) {
    const perRow = state.cosine.length / rows.step_s.length;
    for (let row = from; row < to; row++) {
      const constants = stepConstants(rows, row);
      for (let slot = 0; slot < perRow; slot++) {
        advanceSatellite(rows, state, totals, row, row * perRow + slot, steps, constants);
      }
    }
  },
};

function advanceSatellite(
  rows: FleetRows,
  state: FleetState,
  totals: FleetTotals,
  row: number,
  index: number,
  steps: number,
  c: StepConstants,
): void {
  const dt = rows.step_s[row]!;
  const distribution = rows.distribution[row]!;

  let cosine = state.cosine[index]!;
  let sine = state.sine[index]!;
  let warmth = state.warmth[index]!;
  let stored = state.stored_J[index]! / dt;
  let entry = state.entry_J[index]! / dt;
  let coolant = state.coolant_K[index]!;
  let radiator = state.radiator_K[index]!;

  const ask = c.full_W * state.load[index]!;

  let sunlitSum = 0;
  let zenithSum = 0;
  let arraySum = 0;
  let curtailedSum = 0;
  let lossSum = 0;
  let shortSum = 0;
  let chipsSum = 0;
  let poweredSum = 0;
  let workSum = 0;
  let radiatedSum = 0;
  let temperatureSum = 0;
  let hottest = totals.junction_K[index]!;
  let least = totals.least_J[index]! / dt;

  for (let step = 0; step < steps; step++) {
    // Sun
    const zenith = c.zenithCosine * cosine + c.zenithSine * sine;
    const turned = cosine * c.turnCosine - sine * c.turnSine;
    sine = sine * c.turnCosine + cosine * c.turnSine;
    cosine = turned;
    const sunlit = Math.max(0, Math.min(1, c.edge + c.sharpness * zenith));
    const dark = 1 - sunlit;
    const lit = Math.max(0, zenith);

    // Array
    const off = sunlit - warmth;
    const array = sunlit * (c.arrayCold_W - c.arrayDrop_W * (warmth + c.cellMean * off));
    warmth += c.cellMove * off;

    // Demand
    entry = Math.max(entry * dark, stored);
    const ration = Math.max(0, Math.min(c.darkCap_W, entry * c.entryShare - c.house_W));
    const asked = Math.min(ask, c.full_W + dark * (ration - c.full_W));

    // Power
    const spare = array - c.house_W;
    const givable = Math.min(c.discharge_W * dark, stored);
    const takable = Math.min(c.charge_W * sunlit, (c.usable_W - stored) * c.perRoundTrip);
    const first = Math.min(c.reserve_W * sunlit, takable);
    const powered = Math.max(0, Math.min(asked, spare - first + givable));

    // Heat as if the bus gave none
    const between = coolant - radiator;
    const radiatorCube = radiator * radiator * radiator;
    const emitted = c.emission * radiatorCube * radiator;
    const tangent = c.emissionTangent * radiatorCube;
    const perStiffness = 1 / (c.stiffness + tangent);
    const environment = c.infrared_W + c.sunHeat_W * sunlit + c.albedo_W * lit;
    const idleStep = (environment + c.coupling * between - emitted) * perStiffness;
    const idleCoolant = coolant + c.passing * (idleStep - between);

    // Chips, and what the battery takes or gives
    const allowed = Math.max(0, (c.limit_K - idleCoolant) * c.perRise);
    const chips = Math.min(powered, allowed);
    const net = spare - chips;
    const balance = Math.max(net, -givable);
    const short = balance - net;
    const charge = Math.min(balance, takable);
    const loss = c.lossShare * Math.max(0, charge);
    stored += charge - loss;

    // Heat with it
    const heat = array - balance + loss;
    const change = idleStep + c.passing * perStiffness * heat;
    coolant = idleCoolant + (c.warming + c.passing * c.passing * perStiffness) * heat;
    const junction = coolant + c.rise * chips;

    sunlitSum += sunlit;
    zenithSum += lit;
    arraySum += array;
    curtailedSum += balance - charge;
    lossSum += loss;
    shortSum += short;
    chipsSum += chips;
    poweredSum += powered;
    workSum += Math.max(0, chips - c.idle_W);
    radiatedSum += emitted + tangent * change;
    temperatureSum += radiator + 0.5 * change;
    radiator += change;
    hottest = Math.max(hottest, junction);
    least = Math.min(least, stored);
  }

  const time = steps * dt;
  const house = c.house_W * steps - shortSum;
  state.cosine[index] = cosine;
  state.sine[index] = sine;
  state.warmth[index] = warmth;
  // Rounding may leave the battery's bounds by its last digit.
  state.stored_J[index] = Math.max(0, Math.min(rows.usable_J[row]!, stored * dt));
  state.entry_J[index] = entry * dt;
  state.coolant_K[index] = coolant;
  state.radiator_K[index] = radiator;
  totals.time_s[index]! += time;
  totals.sunlit_s[index]! += sunlitSum * dt;
  totals.array_J[index]! += arraySum * dt;
  totals.curtailed_J[index]! += curtailedSum * dt;
  totals.distributionLoss_J[index]! += (1 - distribution) * (house + chipsSum) * dt;
  totals.batteryLoss_J[index]! += lossSum * dt;
  totals.housekeeping_J[index]! += distribution * house * dt;
  totals.chips_J[index]! += distribution * chipsSum * dt;
  totals.heldByPower_J[index]! += distribution * (ask * steps - poweredSum) * dt;
  totals.heldByHeat_J[index]! += distribution * (poweredSum - chipsSum) * dt;
  totals.work_FLOP[index]! += rows.work_FLOPperJ[row]! * distribution * workSum * dt;
  totals.dose_Gy[index]! += rows.dose_GyperS[row]! * time;
  totals.environment_J[index]! +=
    rows.infrared_W[row]! * time + (c.sunHeat_W * sunlitSum + c.albedo_W * zenithSum) * dt;
  totals.radiated_J[index]! += radiatedSum * dt;
  totals.radiator_Ks[index]! += temperatureSum * dt;
  totals.junction_K[index] = hottest;
  totals.least_J[index] = Math.max(0, least * dt);
}
