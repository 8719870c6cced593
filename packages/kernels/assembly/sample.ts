import { mul, sub } from './arithmetic';
import { high, low } from './lanes';
import * as at from './layout';

// @ts-ignore: decorator
@inline
function value(row: usize, index: usize): f64 {
  return load<f64>(row + 8 * index);
}

// @ts-ignore: decorator
@inline
function gather(sample: usize, index: usize, scale: f64, values: v128): void {
  const to = sample + 16 * index;
  const both = f64x2.add(low(values), high(values));
  v128.store(to, f64x2.add(v128.load(to), f64x2.mul(f64x2.splat(scale), both)));
}

// @ts-ignore: decorator
@inline
function keepMost(to: usize, values: v128): void {
  v128.store(to, f32x4.pmax(v128.load(to), values));
}

/** Adds four satellites to a sample of the fleet: means over its steps, charge at its end, extremes within. */
export function addToSample(row: usize, vector: usize, sample: usize, steps: i32): void {
  const perStep = 1 / <f64>steps;
  const distribution = value(row, at.DISTRIBUTION) * perStep;
  const mask = v128.load(vector + at.V_MASK);
  const powered = v128.load(vector + at.S_POWERED);
  const chips = v128.load(vector + at.S_CHIPS);
  const full = f32x4.splat(<f32>(value(row, at.FULL) * steps));
  const idle = f32x4.splat(<f32>(value(row, at.IDLE) * steps));
  gather(sample, 0, perStep, mul(mask, v128.load(vector + at.S_SUNLIT)));
  gather(sample, 1, perStep, mul(mask, v128.load(vector + at.S_ARRAY)));
  gather(sample, 2, distribution, mul(mask, chips));
  gather(sample, 3, distribution, mul(mask, sub(full, powered)));
  gather(sample, 4, distribution, mul(mask, sub(powered, chips)));
  const work = value(row, at.WORK) * perStep / value(row, at.STEP_S);
  gather(sample, 5, work, mul(mask, sub(v128.load(vector + at.S_WORK), idle)));
  gather(sample, 6, -value(row, at.STEP_S), mul(mask, v128.load(vector + at.V_DRAWN)));
  gather(sample, 7, perStep, mul(mask, v128.load(vector + at.S_RADIATOR)));
  const extremes = sample + 16 * at.SAMPLE_SUMS;
  keepMost(extremes, v128.load(vector + at.V_HOTTEST));
  keepMost(extremes + 16, mul(v128.load(vector + at.V_LEAST), f32x4.splat(<f32>value(row, at.PER_USABLE))));
}

/** Empties the tile's extremes into those of the call. */
export function flushExtremes(vector: usize): void {
  const lowest = f32x4.splat(-Infinity);
  keepMost(vector + at.V_HOTTEST_EVER, v128.load(vector + at.V_HOTTEST));
  keepMost(vector + at.V_LEAST_EVER, v128.load(vector + at.V_LEAST));
  v128.store(vector + at.V_HOTTEST, lowest);
  v128.store(vector + at.V_LEAST, lowest);
}
