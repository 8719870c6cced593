import type { FleetRows } from './kernel.ts';

/**
 * What a row's coefficients come to for one step: reciprocals taken, time folded in, consumers' powers brought to
 * the side of array and battery by the distribution efficiency. Charge counts in watts over one step. All makes
 * start from these numbers, derived once a row in float64.
 */
export const constantNames = [
  /** Turn of u in a step: its cosine and sine, and 4 sin²(turn/2). */
  'turnCosine',
  'turnSine',
  'turnSquare',
  /** Cosine of the Sun's zenith angle at the middle of a step from (cos u, sin u) at its start. */
  'zenithCosine',
  'zenithSine',
  /** Share of a step in sunlight = edge + sharpness × zenith cosine, within 0 … 1. */
  'edge',
  'sharpness',
  /** Output in sunlight = cold − coldDrop × mean warmth; warmth moves by these shares of what it is off. */
  'arrayCold_W',
  'arrayDrop_W',
  'cellMove',
  'cellMean',
  /** Demands, source side, and the share of the charge at the entry that a step in shadow may take. */
  'house_W',
  'full_W',
  'darkCap_W',
  'entryShare',
  'idle_W',
  /** Battery. */
  'usable_W',
  'perRoundTrip',
  'lossShare',
  'charge_W',
  'discharge_W',
  'reserve_W',
  /** Heat nodes: see `reference.ts`. */
  'emission',
  'emissionTangent',
  'stiffness',
  'infrared_W',
  'sunHeat_W',
  'albedo_W',
  'passing',
  'coupling',
  'warming',
  'limit_K',
  'perRise',
  'rise',
] as const;

export type StepConstants = { readonly [K in (typeof constantNames)[number]]: number };

/** A power that limits nothing; times a share of 0 it is 0, which Infinity is not. */
const unlimited_W = 1e30;
/** Keeps the edge of the shadow finite where an orbit only grazes it. */
const sharpest = 1e5;

/** Derives the constants of one row. */
export function stepConstants(rows: FleetRows, row: number): StepConstants {
  const dt = rows.step_s[row]!;
  return {
    ...turning(rows, row, dt),
    ...array(rows, row, dt),
    ...demands(rows, row, dt),
    ...battery(rows, row, dt),
    ...heat(rows, row, dt),
  };
}

function turning(rows: FleetRows, row: number, dt: number) {
  const turn = rows.rate_radperS[row]! * dt;
  const p = rows.sunP[row]!;
  const q = rows.sunQ[row]!;
  const horizon = rows.horizon[row]!;
  const halfCosine = Math.cos(turn / 2);
  const halfSine = Math.sin(turn / 2);
  // The shadow's function is zenith cosine + horizon; at its zeros it changes by √depth a radian.
  const depth = p * p + q * q - horizon * horizon;
  const eclipsed = depth > 0;
  const sharpness = eclipsed ? Math.min(sharpest, 1 / (Math.sqrt(depth) * turn)) : 0;
  return {
    turnCosine: Math.cos(turn),
    turnSine: Math.sin(turn),
    turnSquare: 4 * halfSine * halfSine,
    zenithCosine: p * halfCosine + q * halfSine,
    zenithSine: q * halfCosine - p * halfSine,
    edge: eclipsed ? 0.5 + horizon * sharpness : 1,
    sharpness,
  };
}

function array(rows: FleetRows, row: number, dt: number) {
  const full_W = rows.array_W[row]!;
  const gain = rows.coldGain[row]!;
  const x = dt / rows.cellTime_s[row]!;
  const cellMove = 1 - Math.exp(-x);
  return {
    arrayCold_W: full_W * (1 + gain),
    arrayDrop_W: full_W * gain,
    cellMove,
    cellMean: 1 - cellMove / x,
  };
}

function demands(rows: FleetRows, row: number, dt: number) {
  const distribution = rows.distribution[row]!;
  const house_W = rows.housekeeping_W[row]! / distribution;
  const full_W = rows.load_W[row]! / distribution;
  return {
    house_W,
    full_W,
    darkCap_W: Math.min(rows.dark_W[row]! / distribution, full_W),
    entryShare: 1 / Math.max(1, rows.lasting_s[row]! / dt),
    idle_W: rows.idle_W[row]! / distribution,
  };
}

function battery(rows: FleetRows, row: number, dt: number) {
  const roundTrip = rows.roundTrip[row]!;
  return {
    usable_W: rows.usable_J[row]! / dt,
    perRoundTrip: 1 / roundTrip,
    lossShare: 1 - roundTrip,
    charge_W: Math.min(rows.charge_W[row]!, unlimited_W),
    discharge_W: Math.min(rows.discharge_W[row]!, unlimited_W),
    reserve_W: rows.reserve_W[row]!,
  };
}

function heat(rows: FleetRows, row: number, dt: number) {
  const emission = rows.emission_WperK4[row]!;
  const conductance = rows.conductance_WperK[row]!;
  const coolant = rows.coolantCapacity_JperK[row]! / dt;
  const distribution = rows.distribution[row]!;
  const house_W = rows.housekeeping_W[row]! / distribution;
  const rise = rows.rise_KperW[row]! * distribution;
  const limit_K = rows.junctionLimit_K[row]!;
  const warming = 1 / (coolant + conductance);
  const passing = conductance * warming;
  const coupling = coolant * passing;
  const stiffness = rows.radiatorCapacity_JperK[row]! / dt + coupling;
  const full_W = rows.load_W[row]! / distribution;
  const taken_W = full_W + house_W + rows.infrared_W[row]! + rows.sunHeat_W[row]!;
  const steadyCube = emission > 0 ? (taken_W / emission) ** 0.75 : 0;
  const tangent = 4 * emission * fittedWeight((4 * emission * steadyCube) / stiffness);
  // The radiator about where chips at full load meet their limit: only there does `perRise` matter. `warms` is what
  // a watt of the bus warms the coolant within the step.
  const hot_K = limit_K < Infinity ? Math.max(0, limit_K - (rise + 1 / conductance) * full_W) : 0;
  const warms = warming + (passing * passing) / (stiffness + tangent * hot_K ** 3);
  return {
    emission,
    emissionTangent: tangent,
    stiffness,
    infrared_W: rows.infrared_W[row]!,
    sunHeat_W: rows.sunHeat_W[row]!,
    albedo_W: rows.albedo_W[row]!,
    passing,
    coupling,
    warming,
    limit_K: limit_K - warms * house_W,
    perRise: 1 / (rise + warms),
    rise,
  };
}

/**
 * Weight of the new temperature in the mean over a step of x time constants, for which a linear decay comes out
 * exactly e^(−x): a half for short steps, one for steps that a node cannot follow.
 */
function fittedWeight(x: number): number {
  return x < 1e-3 ? 0.5 + x / 12 : 1 / (1 - Math.exp(-x)) - 1 / x;
}
