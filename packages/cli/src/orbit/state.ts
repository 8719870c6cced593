import { BrokenInvariant } from '@kardashev/model/outcome/invariant.ts';
import { type Fault, failure, type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import { earthMu_m3perS2, earthRadius_m, sunRadius_m } from '@kardashev/model/sky/constants.ts';
import { type EclipseEvent, eclipseEvents } from '@kardashev/model/sky/eclipse-events.ts';
import { stateTrajectory } from '@kardashev/model/sky/state-trajectory.ts';
import { length, type Vector } from '@kardashev/model/sky/vector.ts';
import { readInstant_d, type TimeScale, timeScales, ttOf } from '@kardashev/model/time/scales.ts';
import { readJsonObject } from './input.ts';

/** A state file in SI: where and how fast, in axes of J2000. */
export interface StateFile {
  /** Days of TT since J2000. */
  readonly epoch_d: number;
  readonly r_m: Vector;
  readonly v_mps: Vector;
  readonly mu_m3s2: number;
  readonly bodyRadius_m: number;
  readonly sunRadius_m: number;
}

const lightSpeed_mperS = 299_792_458;

/** Faults: `file/json`, `state/missing`, `state/field`, `state/underground`. */
export function readState(text: string, file: string): Outcome<StateFile> {
  const object = readJsonObject(text, file);
  if (!object.ok) return object;
  const faults: Fault[] = [];
  const raise = (path: string, cause: string) => faults.push(stateFault(file, path, cause));
  const value = object.value;
  const known = ['epoch', 'timeScale', 'r_m', 'v_mps', 'mu_m3s2', 'bodyRadius_m', 'sunRadius_m'];
  for (const key of Object.keys(value))
    if (!known.includes(key)) raise(key, `"${key}" is no part of a state.`);
  const vector = (key: string): Vector => {
    const given = value[key];
    if (Array.isArray(given) && given.length === 3 && given.every(Number.isFinite))
      return given as unknown as Vector;
    raise(key, given === undefined ? 'It is missing.' : 'Wanted are three numbers.');
    return [0, 0, 0];
  };
  const positive = (key: string, otherwise: number): number => {
    const given = value[key] ?? otherwise;
    if (typeof given === 'number' && given > 0 && Number.isFinite(given)) return given;
    raise(key, 'Wanted is a number above zero.');
    return otherwise;
  };
  const scale = (value.timeScale ?? 'UTC') as TimeScale;
  if (!timeScales.includes(scale)) raise('timeScale', `Wanted is one of ${timeScales.join(', ')}.`);
  const epoch_d = typeof value.epoch === 'string' ? readInstant_d(value.epoch) : undefined;
  if (epoch_d === undefined) raise('epoch', 'Wanted is an instant such as 1969-07-28T04:00:00.');
  const state: StateFile = {
    epoch_d: ttOf(epoch_d ?? 0, timeScales.includes(scale) ? scale : 'UTC'),
    r_m: vector('r_m'),
    v_mps: vector('v_mps'),
    mu_m3s2: positive('mu_m3s2', earthMu_m3perS2),
    bodyRadius_m: positive('bodyRadius_m', earthRadius_m),
    sunRadius_m: positive('sunRadius_m', sunRadius_m),
  };
  if (faults.length === 0 && length(state.r_m) <= state.bodyRadius_m) {
    raise(
      'r_m',
      `It lies ${((state.bodyRadius_m - length(state.r_m)) / 1e3).toFixed(1)} km under the ground.`,
    );
  }
  if (length(state.v_mps) >= lightSpeed_mperS) raise('v_mps', 'It is faster than light.');
  return faults.length > 0 ? failure(...faults) : success(state);
}

/** Eclipse events on the Keplerian way from a state. Fault: `state/field` where figures so far out give no way. */
export function stateEvents(state: StateFile, hours: number, file: string): Outcome<EclipseEvent[]> {
  const start = { position_m: state.r_m, velocity_mperS: state.v_mps };
  try {
    const way = stateTrajectory(start, state.mu_m3s2, state.epoch_d);
    return success(eclipseEvents(way, 0, hours * 3600, state));
  } catch (error) {
    if (!(error instanceof BrokenInvariant)) throw error;
    return failure(
      stateFault(file, 'v_mps', 'From here and at this speed the way cannot be followed so long.'),
    );
  }
}

function stateFault(file: string, path: string, cause: string): Fault {
  return {
    code: 'state/field',
    message: `${path} of the state cannot be used.`,
    at: { file, path },
    cause,
    fix: 'A state has epoch, timeScale, r_m, v_mps and, if need be, mu_m3s2, bodyRadius_m and sunRadius_m.',
  };
}
