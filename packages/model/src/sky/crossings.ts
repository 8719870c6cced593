import { findRoot } from '@kardashev/kernels/numeric/root.ts';

/** Where a function of time changes its sign. */
export interface Crossing {
  readonly t_s: number;
  readonly rising: boolean;
}

/** Times are found to this. */
const tolerance_s = 1e-4;
const golden = (Math.sqrt(5) - 1) / 2;

/**
 * All changes of sign of a continuous function within [from, to], in order. It is looked at in steps, in each of
 * which it may turn round once; where it dips towards zero between two looks, the bottom of the dip is sought
 * first, so that a grazing pass between two looks is found too.
 *
 * @param step_s how far to the next look
 * @param near how close to zero a dip must come at a look to be followed
 */
export function crossings(
  f: (t_s: number) => number,
  from_s: number,
  to_s: number,
  step_s: (t_s: number) => number,
  near: number,
): Crossing[] {
  const found: Crossing[] = [];
  const between = (low: number, high: number, fLow: number, fHigh: number) => {
    if (fLow < 0 === fHigh < 0) return;
    found.push({ t_s: findRoot(f, low, high, tolerance_s), rising: fLow < 0 });
  };
  let before = { t: from_s, f: f(from_s) };
  let last = before;
  let now = before;
  while (now.t < to_s) {
    const t = Math.min(to_s, now.t + step_s(now.t));
    [before, last, now] = [last, now, { t, f: f(t) }];
    const sign = last.f < 0 ? -1 : 1;
    const dips = sign * before.f > 0 && sign * now.f > 0 && Math.abs(last.f) < near;
    if (dips && sign * (before.f - last.f) >= 0 && sign * (now.f - last.f) > 0) {
      const bottom = turningPoint((at) => sign * f(at), before.t, now.t);
      if (sign * f(bottom) < 0) {
        between(before.t, bottom, before.f, -sign);
        between(bottom, now.t, -sign, now.f);
        continue;
      }
    }
    between(last.t, now.t, last.f, now.f);
  }
  return found;
}

/** Where a function that falls and then rises is least, or a place where it is below zero. */
function turningPoint(f: (t: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let [fLeft, fRight] = [f(left), f(right)];
  while (high - low > tolerance_s) {
    if (fLeft < 0) return left;
    if (fRight < 0) return right;
    if (fLeft < fRight) {
      [high, right, fRight] = [right, left, fLeft];
      left = high - golden * (high - low);
      fLeft = f(left);
    } else {
      [low, left, fLeft] = [left, right, fRight];
      right = low + golden * (high - low);
      fRight = f(right);
    }
  }
  return (low + high) / 2;
}
