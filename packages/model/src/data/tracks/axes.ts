import { correct, type Errors, lnDensity, type Mode, predict, type Spread } from './motion.ts';

/** A state along one or two axes that share a covariance. Positions count from the last estimate. */
export interface AxesState extends Spread {
  readonly velocity: readonly number[];
}

/** A measurement: how far it is from the last estimate along each axis, and velocities, NaN where there are none. */
export interface Measured {
  readonly moved: readonly number[];
  readonly velocity: readonly number[];
}

/** A state of which a first measurement is all that is known. */
export function firstState(measured: readonly number[], errors: Errors, spread_mperS: number): AxesState {
  const known = measured.every((value) => !Number.isNaN(value));
  return {
    velocity: known ? measured : measured.map(() => 0),
    pp: errors.position,
    pv: 0,
    vv: known ? errors.velocity : spread_mperS ** 2,
  };
}

/** Logarithm of the density of a measurement after `dt_s`, over all modes. */
export function lnLikelihood(
  state: AxesState,
  modes: readonly Mode[],
  errors: Errors,
  dt_s: number,
  measured: Measured,
): number {
  return lnSum(modes.map((mode) => lnOfMode(state, mode, errors, dt_s, measured)));
}

function lnOfMode(state: AxesState, mode: Mode, errors: Errors, dt_s: number, measured: Measured): number {
  const ahead = predict(mode, dt_s, state);
  let sum = Math.log(mode.share);
  for (let axis = 0; axis < measured.moved.length; axis++) {
    const dp = measured.moved[axis]! - ahead.reach_s * state.velocity[axis]!;
    sum += lnDensity(ahead, errors, dp, measured.velocity[axis]! - ahead.kept * state.velocity[axis]!);
  }
  return sum;
}

/** ln Σ eˣ without overflow. */
export function lnSum(values: readonly number[]): number {
  const most = Math.max(...values);
  if (!Number.isFinite(most)) return most;
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
}

/** The state after a measurement, and by how much the estimate has moved along each axis. */
export function stateAfter(
  state: AxesState,
  modes: readonly Mode[],
  errors: Errors,
  dt_s: number,
  measured: Measured,
): { state: AxesState; moved: number[] } {
  const logs = modes.map((mode) => lnOfMode(state, mode, errors, dt_s, measured));
  const all = lnSum(logs);
  const parts = modes.map((mode, index) => ({
    weight: Math.exp(logs[index]! - all),
    ...partOf(state, mode, errors, dt_s, measured),
  }));
  const mean = (pick: (part: (typeof parts)[number]) => number) =>
    parts.reduce((sum, part) => sum + part.weight * pick(part), 0);
  const moved = measured.moved.map((_, axis) => mean((part) => part.moved[axis]!));
  const velocity = measured.moved.map((_, axis) => mean((part) => part.velocity[axis]!));
  const between = (a: 'moved' | 'velocity', b: 'moved' | 'velocity') => {
    const centre = { moved, velocity };
    const products = (part: (typeof parts)[number]) =>
      moved.reduce(
        (sum, _, axis) => sum + (part[a][axis]! - centre[a][axis]!) * (part[b][axis]! - centre[b][axis]!),
        0,
      );
    return mean(products) / moved.length;
  };
  return {
    moved,
    state: {
      velocity,
      pp: mean((part) => part.pp) + between('moved', 'moved'),
      pv: mean((part) => part.pv) + between('moved', 'velocity'),
      vv: mean((part) => part.vv) + between('velocity', 'velocity'),
    },
  };
}

function partOf(state: AxesState, mode: Mode, errors: Errors, dt_s: number, measured: Measured) {
  const ahead = predict(mode, dt_s, state);
  const withVelocity = !measured.velocity.some(Number.isNaN);
  const { ofPosition, ofVelocity, pp, pv, vv } = correct(ahead, errors, withVelocity);
  const moved: number[] = [];
  const velocity: number[] = [];
  for (let axis = 0; axis < measured.moved.length; axis++) {
    const [place, speed] = [ahead.reach_s * state.velocity[axis]!, ahead.kept * state.velocity[axis]!];
    const dp = measured.moved[axis]! - place;
    const dv = withVelocity ? measured.velocity[axis]! - speed : 0;
    moved.push(place + ofPosition[0] * dp + ofPosition[1] * dv);
    velocity.push(speed + ofVelocity[0] * dp + ofVelocity[1] * dv);
  }
  return { moved, velocity, pp, pv, vv };
}
