/**
 * Motion along one axis as a Kalman filter sees it. Velocity forgets itself over a time and scatters with a spread
 * (Ornstein–Uhlenbeck); position is its integral. Short times make aircraft that circle, long ones aircraft that
 * fly straight on; a mixture of them is fitted at every step and brought back to one Gaussian (generalised
 * pseudo-Bayes of first order: Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking and
 * Navigation, 2001, 11.6). Two axes may share one covariance.
 */

/** One way to move: how long velocity lasts, how far it spreads, and how common that is. */
export interface Mode {
  readonly forgetting_s: number;
  readonly spread_mperS: number;
  readonly share: number;
}

/** Variances of position and velocity, and their covariance. */
export interface Spread {
  readonly pp: number;
  readonly pv: number;
  readonly vv: number;
}

/** How a state goes on: position gains `reach` times velocity, velocity keeps `kept` of itself. */
export interface Prediction extends Spread {
  readonly kept: number;
  readonly reach_s: number;
}

/** Where the spread will be after `dt_s`. */
export function predict(
  { forgetting_s, spread_mperS }: Mode,
  dt_s: number,
  { pp, pv, vv }: Spread,
): Prediction {
  const x = dt_s / forgetting_s;
  const kept = Math.exp(-x);
  const reach_s = -forgetting_s * Math.expm1(-x);
  const variance = spread_mperS ** 2;
  // For short times the closed form is a small difference of large numbers.
  const growth = x < 0.03 ? (2 / 3) * x ** 3 - x ** 4 / 2 : 2 * x - 3 + 4 * kept - kept ** 2;
  return {
    kept,
    reach_s,
    pp: pp + 2 * reach_s * pv + reach_s ** 2 * vv + variance * forgetting_s ** 2 * growth,
    pv: kept * (pv + reach_s * vv) + variance * forgetting_s * (1 - kept) ** 2,
    vv: kept ** 2 * vv - variance * Math.expm1(-2 * x),
  };
}

/** Errors of a measurement of position and velocity, as variances. */
export interface Errors {
  readonly position: number;
  readonly velocity: number;
}

const lnTurn = Math.log(2 * Math.PI);

/** Logarithm of the density of an innovation. `dv` is NaN where velocity was not measured. */
export function lnDensity({ pp, pv, vv }: Spread, errors: Errors, dp: number, dv: number): number {
  const p = pp + errors.position;
  if (Number.isNaN(dv)) return -0.5 * ((dp * dp) / p + Math.log(p) + lnTurn);
  const v = vv + errors.velocity;
  const determinant = p * v - pv * pv;
  const distance = (v * dp * dp - 2 * pv * dp * dv + p * dv * dv) / determinant;
  return -0.5 * (distance + Math.log(determinant)) - lnTurn;
}

/** What a measurement does to a state: gains of position and velocity by its two innovations, and the new spread. */
export interface Correction extends Spread {
  readonly ofPosition: readonly [byPosition: number, byVelocity: number];
  readonly ofVelocity: readonly [byPosition: number, byVelocity: number];
}

export function correct({ pp, pv, vv }: Spread, errors: Errors, withVelocity: boolean): Correction {
  const p = pp + errors.position;
  const v = withVelocity ? vv + errors.velocity : Number.POSITIVE_INFINITY;
  const [gpp, gpv, gvp, gvv] = withVelocity ? gains(pp, pv, vv, p, v) : [pp / p, 0, pv / p, 0];
  return {
    ofPosition: [gpp, gpv],
    ofVelocity: [gvp, gvv],
    pp: (1 - gpp) * pp - gpv * pv,
    pv: (1 - gpp) * pv - gpv * vv,
    vv: -gvp * pv + (1 - gvv) * vv,
  };
}

/** P S⁻¹ for two by two matrices. */
function gains(pp: number, pv: number, vv: number, p: number, v: number): [number, number, number, number] {
  const determinant = p * v - pv * pv;
  return [
    (pp * v - pv * pv) / determinant,
    (pv * p - pp * pv) / determinant,
    (pv * v - vv * pv) / determinant,
    (vv * p - pv * pv) / determinant,
  ];
}
