import { join } from './lanes';
import * as at from './layout';

// Four satellites from the columns into a vector's place in hand, and back.

// @ts-ignore: decorator
@inline
function value(row: usize, index: usize): f64 {
  return load<f64>(row + 8 * index);
}

// @ts-ignore: decorator
@inline
function lane(column: usize, satellite: usize, last: usize): f64 {
  return load<f64>(column + 8 * min(satellite, last));
}

/** Four lanes of a column, as float32 times `scale`; lanes beyond the last satellite repeat it. */
function take(column: usize, satellite: usize, last: usize, scale: f64): v128 {
  const factor = f64x2.splat(scale);
  const low = f64x2.replace_lane(f64x2.splat(lane(column, satellite, last)), 1, lane(column, satellite + 1, last));
  const high = f64x2.replace_lane(
    f64x2.splat(lane(column, satellite + 2, last)),
    1,
    lane(column, satellite + 3, last),
  );
  return join(f64x2.mul(low, factor), f64x2.mul(high, factor));
}

// @ts-ignore: decorator
@inline
function half(index: usize): usize {
  return 32 * (index >> 1) + 8 * (index & 1);
}

export function takeIn(row: usize, state: usize, count: usize, satellite: usize, last: usize, vector: usize): void {
  const perStep = 1 / value(row, at.STEP_S);
  const column = 8 * count;
  for (let index: usize = 0; index < 4; index++) {
    const from = min(satellite + index, last);
    store<f64>(vector + at.D_COSINE + half(index), load<f64>(state + 8 * from));
    store<f64>(vector + at.D_SINE + half(index), load<f64>(state + column + 8 * from));
    store<f32>(vector + at.V_MASK + 4 * index, satellite + index <= last ? 1 : 0);
  }
  const drawn = take(state + at.STORED * column, satellite, last, -perStep);
  const coolant = take(state + at.COOLANT * column, satellite, last, 1);
  const radiator = take(state + at.RADIATOR * column, satellite, last, 1);
  v128.store(vector + at.V_WARMTH, take(state + at.WARMTH * column, satellite, last, 1));
  v128.store(vector + at.V_DRAWN, drawn);
  v128.store(vector + at.V_ENTRY, take(state + at.ENTRY * column, satellite, last, -perStep));
  v128.store(vector + at.V_COOLANT, coolant);
  v128.store(vector + at.V_RADIATOR, radiator);
  v128.store(vector + at.V_ASKED, take(state + at.LOAD * column, satellite, last, value(row, at.FULL)));
  v128.store(vector + at.V_DRAWN_BEFORE, drawn);
  v128.store(vector + at.V_COOLANT_BEFORE, coolant);
  v128.store(vector + at.V_RADIATOR_BEFORE, radiator);
  const lowest = f32x4.splat(-Infinity);
  v128.store(vector + at.V_HOTTEST, lowest);
  v128.store(vector + at.V_LEAST, lowest);
  v128.store(vector + at.V_HOTTEST_EVER, lowest);
  v128.store(vector + at.V_LEAST_EVER, lowest);
  const zero = f32x4.splat(0);
  for (let sum: usize = 0; sum < at.SUMS; sum++) {
    v128.store(vector + at.V_SUMS + 32 * sum, zero);
    v128.store(vector + at.D_SUMS + 64 * sum, zero);
    v128.store(vector + at.D_SUMS + 64 * sum, zero, 32);
  }
}

// @ts-ignore: decorator
@inline
function single(vector: usize, offset: usize, index: usize): f64 {
  return <f64>load<f32>(vector + offset + 4 * index);
}

// @ts-ignore: decorator
@inline
function sum(vector: usize, offset: usize, index: usize): f64 {
  return load<f64>(vector + at.D_SUMS + 2 * (offset - at.V_SUMS) + half(index));
}

// @ts-ignore: decorator
@inline
function grow(column: usize, by: f64): usize {
  store<f64>(column, load<f64>(column) + by);
  return column;
}

export function putBack(
  row: usize,
  state: usize,
  totals: usize,
  count: usize,
  satellite: usize,
  last: usize,
  vector: usize,
  steps: f64,
): void {
  for (let index: usize = 0; index < 4 && satellite + index <= last; index++) {
    const own = state + 8 * (satellite + index);
    const asked = value(row, at.FULL) * load<f64>(own + at.LOAD * 8 * count);
    putState(row, own, 8 * count, vector, index);
    putTotals(row, totals + 8 * (satellite + index), 8 * count, vector, index, steps, asked);
  }
}

function putState(row: usize, to: usize, column: usize, vector: usize, index: usize): void {
  const dt = value(row, at.STEP_S);
  const stored = -single(vector, at.V_DRAWN, index) * dt;
  store<f64>(to, load<f64>(vector + at.D_COSINE + half(index)));
  store<f64>(to + at.SINE * column, load<f64>(vector + at.D_SINE + half(index)));
  store<f64>(to + at.WARMTH * column, single(vector, at.V_WARMTH, index));
  store<f64>(to + at.STORED * column, max<f64>(0, min<f64>(value(row, at.USABLE_J), stored)));
  store<f64>(to + at.ENTRY * column, -single(vector, at.V_ENTRY, index) * dt);
  store<f64>(to + at.COOLANT * column, single(vector, at.V_COOLANT, index));
  store<f64>(to + at.RADIATOR * column, single(vector, at.V_RADIATOR, index));
}

/** In the order of `totalColumns`. What is curtailed and what is radiated is what closes the two budgets. */
function putTotals(
  row: usize,
  to: usize,
  column: usize,
  vector: usize,
  index: usize,
  steps: f64,
  asked: f64,
): void {
  const dt = value(row, at.STEP_S);
  const distribution = value(row, at.DISTRIBUTION);
  const idle = value(row, at.IDLE);
  const array = sum(vector, at.S_ARRAY, index);
  const loss = sum(vector, at.S_LOSS, index);
  const chips = sum(vector, at.S_CHIPS, index);
  const powered = sum(vector, at.S_POWERED, index);
  const sunlit = sum(vector, at.S_SUNLIT, index);
  const house = value(row, at.HOUSE) * steps - sum(vector, at.S_SHORT, index);
  const stored = single(vector, at.V_DRAWN_BEFORE, index) - single(vector, at.V_DRAWN, index);
  const curtailed = array - house - chips - loss - stored;
  const coolant = single(vector, at.V_COOLANT, index) - single(vector, at.V_COOLANT_BEFORE, index);
  const radiator = single(vector, at.V_RADIATOR, index) - single(vector, at.V_RADIATOR_BEFORE, index);
  const environment =
    value(row, at.INFRARED) * steps +
    value(row, at.SUN_HEAT) * sunlit +
    value(row, at.ALBEDO) * sum(vector, at.S_LIT, index);
  const warmed = value(row, at.COOLANT_CAPACITY) * coolant + value(row, at.RADIATOR_CAPACITY) * radiator;
  const radiated = house + chips + loss + environment - warmed;

  grow(to, steps * dt);
  grow((to += column), sunlit * dt);
  grow((to += column), array * dt);
  grow((to += column), curtailed * dt);
  grow((to += column), (1 - distribution) * (house + chips) * dt);
  grow((to += column), loss * dt);
  grow((to += column), distribution * house * dt);
  grow((to += column), distribution * chips * dt);
  grow((to += column), distribution * (asked * steps - powered) * dt);
  grow((to += column), distribution * (powered - chips) * dt);
  grow((to += column), value(row, at.WORK) * (sum(vector, at.S_WORK, index) - idle * steps));
  grow((to += column), value(row, at.DOSE) * steps);
  grow((to += column), environment * dt);
  grow((to += column), radiated * dt);
  // Each step's mean of before and after.
  grow((to += column), (sum(vector, at.S_RADIATOR, index) + 0.5 * radiator) * dt);
  to += column;
  store<f64>(to, max<f64>(load<f64>(to), single(vector, at.V_HOTTEST_EVER, index)));
  to += column;
  const least = max<f64>(0, -single(vector, at.V_LEAST_EVER, index) * dt);
  store<f64>(to, min<f64>(load<f64>(to), least));
}
