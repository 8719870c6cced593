import type { Mortality } from '../survival.ts';

/** Why a satellite left service. Failures and deliberate retirement are never mixed. */
export const causes = ['early', 'random', 'wearOut', 'retired'] as const;
export type Cause = (typeof causes)[number];
const [earlyAt, randomAt, wearOutAt, retiredAt] = [0, 1, 2, 3] as const;
export const retired = retiredAt;

/** Age at which one satellite leaves service, and the index of the cause. One object is reused. */
export interface Life {
  age_s: number;
  cause: number;
}

/**
 * The end of one life from four uniforms: the earliest of an early failure, a failure at a constant rate, Weibull
 * wear-out and retirement. Together they have the survival of `unfailed` and `unretired`.
 */
export function drawLife(kind: Mortality, uniforms: Readonly<Float64Array>, life: Life): void {
  const early = uniforms[0]! / kind.infantShare;
  life.age_s = early < 1 ? -kind.infantPeriod_s * Math.log1p(-early) : Infinity;
  life.cause = earlyAt;
  sooner(life, -Math.log(uniforms[1]!) / kind.failure_perS, randomAt);
  sooner(life, kind.wearOut_s * (-Math.log(uniforms[2]!)) ** (1 / kind.wearOutShape), wearOutAt);
  sooner(life, retirementAge_s(kind, uniforms[3]!), retiredAt);
}

function sooner(life: Life, age_s: number, cause: number): void {
  if (age_s >= life.age_s) return;
  life.age_s = age_s;
  life.cause = cause;
}

/** Inverse of `unretired`. */
function retirementAge_s({ life_s, retirementSpread_s }: Mortality, uniform: number): number {
  if (retirementSpread_s === 0) return life_s;
  const scale = (retirementSpread_s * Math.sqrt(3)) / Math.PI;
  return life_s + scale * Math.log((1 + Math.exp(-life_s / scale)) / uniform - 1);
}
