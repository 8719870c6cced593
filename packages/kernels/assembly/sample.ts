import { add, mul, sub } from './arithmetic';
import { high, low } from './lanes';
import * as at from './layout';
import { handAt } from './layout';

// @ts-ignore: decorator
@inline
function value(row: usize, index: usize): f64 {
  return load<f64>(row + 8 * index);
}

// @ts-ignore: decorator
@inline
function keepMost(to: usize, values: v128): void {
  v128.store(to, f32x4.pmax(v128.load(to), values));
}

/** A field over all satellites in hand, by lane; `ragged` where some lanes hold none of their own. */
// @ts-ignore: decorator
@inline
function over(vectors: usize, hands: usize, ragged: bool, field: usize): v128 {
  let sum = f32x4.splat(0);
  for (let hand: usize = 0; hand < hands; hand++) {
    const vector = handAt(vectors, hand);
    const values = v128.load(vector + field);
    sum = add(sum, ragged ? mul(values, v128.load(vector + at.V_MASK)) : values);
  }
  return sum;
}

// @ts-ignore: decorator
@inline
function put(sample: usize, index: usize, scale: f64, values: v128): void {
  const to = sample + 16 * index;
  const both = f64x2.add(low(values), high(values));
  v128.store(to, f64x2.add(v128.load(to), f64x2.mul(f64x2.splat(scale), both)));
}

/** What a sum of the tile, over all in hand, has grown by since the sample before. */
// @ts-ignore: decorator
@inline
function growth(before: usize, index: usize, sum: v128): v128 {
  const last = v128.load(before + 16 * index);
  v128.store(before + 16 * index, sum);
  return sub(sum, last);
}

/**
 * Adds the satellites in hand to a sample of the fleet: means over its steps, charge at its end, extremes within.
 * `before` holds six vectors, empty at a tile's start.
 */
export function addToSample(
  row: usize,
  vectors: usize,
  hands: usize,
  satellites: usize,
  before: usize,
  sample: usize,
  steps: i32,
): void {
  const ragged = satellites < 4 * hands;
  const perStep = 1 / <f64>steps;
  const distribution = value(row, at.DISTRIBUTION) * perStep;
  const powered = growth(before, 0, over(vectors, hands, ragged, at.S_POWERED));
  const chips = growth(before, 1, over(vectors, hands, ragged, at.S_CHIPS));
  const array = growth(before, 2, over(vectors, hands, ragged, at.S_ARRAY));
  const work = growth(before, 3, over(vectors, hands, ragged, at.S_WORK));
  const sunlit = growth(before, 4, over(vectors, hands, ragged, at.S_SUNLIT));
  const radiator = growth(before, 5, over(vectors, hands, ragged, at.S_RADIATOR));
  put(sample, 0, perStep, sunlit);
  put(sample, 1, perStep, array);
  put(sample, 2, distribution, chips);
  put(sample, 3, -distribution, powered);
  put(sample, 4, distribution, sub(powered, chips));
  put(sample, 5, (value(row, at.WORK) * perStep) / value(row, at.STEP_S), work);
  put(sample, 6, -value(row, at.STEP_S), over(vectors, hands, ragged, at.V_DRAWN));
  put(sample, 7, perStep, radiator);
  // What all were asked for, and what none of their work needs.
  put(sample, 3, value(row, at.DISTRIBUTION), over(vectors, hands, ragged, at.V_ASKED));
  const worked = sample + 16 * 5;
  const idle = (value(row, at.WORK) * value(row, at.IDLE)) / value(row, at.STEP_S);
  store<f64>(worked, load<f64>(worked) - idle * satellites);

  const extremes = sample + 16 * at.SAMPLE_SUMS;
  const perUsable = f32x4.splat(<f32>value(row, at.PER_USABLE));
  for (let hand: usize = 0; hand < hands; hand++) {
    const vector = handAt(vectors, hand);
    keepMost(extremes, v128.load(vector + at.V_HOTTEST));
    keepMost(extremes + 16, mul(v128.load(vector + at.V_LEAST), perUsable));
    flushExtremes(vector);
  }
}

/** Empties the extremes since the last time into those of the call. */
// @ts-ignore: decorator
@inline
export function flushExtremes(vector: usize): void {
  const lowest = f32x4.splat(-Infinity);
  keepMost(vector + at.V_HOTTEST_EVER, v128.load(vector + at.V_HOTTEST));
  keepMost(vector + at.V_LEAST_EVER, v128.load(vector + at.V_LEAST));
  v128.store(vector + at.V_HOTTEST, lowest);
  v128.store(vector + at.V_LEAST, lowest);
}
