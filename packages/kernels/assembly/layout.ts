// Where things lie in memory. `src/fleet/wasm-layout.ts` writes what is read here and must say the same.

// A row's constants, float64 each. The first are needed in every step and are splatted to vectors.
export const TURN_SQUARE: usize = 0;
export const EDGE: usize = 1;
export const SHARPNESS: usize = 2;
export const ARRAY_COLD: usize = 3;
export const ARRAY_DROP: usize = 4;
export const CELL_MOVE: usize = 5;
export const CELL_MEAN: usize = 6;
export const HOUSE: usize = 7;
export const FULL: usize = 8;
export const RATION_LEAST: usize = 9;
export const RATION_MOST: usize = 10;
export const ENTRY_SHARE: usize = 11;
export const FULL_AND_HOUSE: usize = 12;
export const IDLE: usize = 13;
export const ROOM: usize = 14;
export const PER_ROUND_TRIP: usize = 15;
export const LOSS_SHARE: usize = 16;
export const CHARGE: usize = 17;
export const DISCHARGE: usize = 18;
export const RESERVE: usize = 19;
export const EMISSION: usize = 20;
export const TANGENT: usize = 21;
export const STIFFNESS: usize = 22;
export const INFRARED: usize = 23;
export const SUN_HEAT: usize = 24;
export const ALBEDO: usize = 25;
export const PASSING: usize = 26;
export const COUPLING: usize = 27;
export const WARMING: usize = 28;
export const LIMIT: usize = 29;
export const PER_RISE: usize = 30;
export const RISE: usize = 31;
export const ONE: usize = 32;
export const SPLATTED: usize = 33;

// The others are needed once a tile or once a call.
export const ZENITH_COSINE: usize = 33;
export const ZENITH_SINE: usize = 34;
export const TURN_COSINE: usize = 35;
export const TURN_SINE: usize = 36;
export const TILE_COSINE: usize = 37;
export const TILE_SINE: usize = 38;
export const REST_COSINE: usize = 39;
export const REST_SINE: usize = 40;
export const STEP_S: usize = 41;
export const DISTRIBUTION: usize = 42;
export const USABLE_J: usize = 43;
export const RADIATOR_CAPACITY: usize = 44;
export const COOLANT_CAPACITY: usize = 45;
export const WORK: usize = 46;
export const DOSE: usize = 47;
export const PER_USABLE: usize = 48;
export const SUN_ABOVE: usize = 49;
export const DARK_BELOW: usize = 50;
export const CONSTANTS: usize = 51;

// Columns of the state, float64, one after the other.
export const COSINE: usize = 0;
export const SINE: usize = 1;
export const WARMTH: usize = 2;
export const STORED: usize = 3;
export const ENTRY: usize = 4;
export const COOLANT: usize = 5;
export const RADIATOR: usize = 6;
export const LOAD: usize = 7;
export const STATES: usize = 8;

// Columns of the totals.
export const TOTALS: usize = 17;

// Two vectors in hand, of four satellites each: every field holds the first's 16 bytes and then the second's, so
// that the second's place is the first's + 16. Charge counts downwards from none, which saves negations.
export const V_ZENITH: usize = 0;
export const V_CHANGE: usize = 32;
export const V_WARMTH: usize = 64;
export const V_DRAWN: usize = 96;
export const V_ENTRY: usize = 128;
export const V_COOLANT: usize = 160;
export const V_RADIATOR: usize = 192;
// Sums over a sample or tile.
export const V_SUMS: usize = 224;
export const S_SUNLIT: usize = 224;
export const S_LIT: usize = 256;
export const S_ARRAY: usize = 288;
export const S_LOSS: usize = 320;
export const S_SHORT: usize = 352;
export const S_CHIPS: usize = 384;
export const S_POWERED: usize = 416;
export const S_WORK: usize = 448;
export const S_RADIATOR: usize = 480;
export const SUMS: usize = 9;
export const V_HOTTEST: usize = 512;
export const V_LEAST: usize = 544;
// Extremes of the whole call, and 1 in the lanes that hold a satellite of their own.
export const V_HOTTEST_EVER: usize = 576;
export const V_LEAST_EVER: usize = 608;
export const V_MASK: usize = 640;
// What charge, coolant and radiator were when the call began.
export const V_DRAWN_BEFORE: usize = 672;
export const V_COOLANT_BEFORE: usize = 704;
export const V_RADIATOR_BEFORE: usize = 736;
// Load asked of the satellite, at array or battery.
export const V_ASKED: usize = 768;
// (cos u, sin u) and the sums of the call in float64: halves of two lanes, the first's, the second's, and again.
export const D_COSINE: usize = 832;
export const D_SINE: usize = 896;
export const D_SUMS: usize = 960;
export const PAIR: usize = 960 + 64 * SUMS;

// A sample of the fleet: sums in float64 (two lanes), extremes in float32 (four lanes).
export const SAMPLE_SUMS: usize = 8;
export const SAMPLE: usize = 16 * (SAMPLE_SUMS + 2);

/** Vectors in hand at once: their steps take turns, so that none waits for its own last result. */
export const VECTORS: usize = 4;
export const LANES: usize = 16;
/** Steps in float32 before the orbit is taken from float64 again. */
export const TILE: i32 = 60;

/** Where the vectors in hand lie: two to a pair. */
// @ts-ignore: decorator
@inline
export function handAt(vectors: usize, hand: usize): usize {
  return vectors + PAIR * (hand >> 1) + 16 * (hand & 1);
}

/** Sums at the last sample, behind the constants; then the vectors, on a cache line's start. */
export const BEFORE: usize = 16 * SPLATTED;
export const BEFORE_BYTES: usize = 16 * 6;
export const IN_HAND: usize = 64 * ((BEFORE + BEFORE_BYTES + 63) / 64);
