import { inverseNormal } from '@kardashev/kernels/numeric/inverse-normal.ts';
import { Remembered } from '@kardashev/kernels/numeric/remembered.ts';
import { greatCircle_m } from '../sky/access.ts';

/** A place that wants a clear sky. */
export interface CloudPlace {
  readonly latitude_rad: number;
  readonly longitude_rad: number;
  /** Share of time with a clear line of sight. */
  readonly clearSky: number;
}

/** Equally likely states of the sky: row k holds 1 where place s is clear, else 0. */
export interface CloudStates {
  readonly places: number;
  readonly count: number;
  readonly clear: Uint8Array;
}

/**
 * Joint states of the sky over all places by a Gaussian copula: a place is clear while its normal variate is
 * below the quantile of its clear-sky share, and variates correlate as exp(−distance/`correlation_m`). States
 * come from a Richtmyer sequence (square roots of primes), so they are the same in every run and share clear
 * days to about 1/`count`.
 */
export function cloudStates(
  places: readonly CloudPlace[],
  correlation_m: number,
  count: number,
): CloudStates {
  const size = places.length;
  const factor = cholesky(places, correlation_m);
  const thresholds = places.map((place) => inverseNormal(place.clearSky));
  const clear = new Uint8Array(count * size);
  const independent = normalsOf(size, count);
  for (let state = 0; state < count; state++) {
    for (let place = 0; place < size; place++) {
      let variate = 0;
      for (let k = 0; k <= place; k++) {
        variate += (factor[place * size + k] as number) * (independent[state * size + k] as number);
      }
      clear[state * size + place] = variate < (thresholds[place] as number) ? 1 : 0;
    }
  }
  return { places: size, count, clear };
}

/** Independent normals by state and place, the same for all skies of a size. */
function normalsOf(size: number, count: number): Float64Array {
  return normals.of(`${size} ${count}`, () => {
    const steps = primes(size).map((prime) => Math.sqrt(prime) % 1);
    return Float64Array.from({ length: count * size }, (_, at) =>
      inverseNormal(((Math.floor(at / size) + 0.5) * (steps[at % size] as number)) % 1),
    );
  });
}

const normals = new Remembered<string, Float64Array>(16);

/** Share of time in which at least `needed` places are clear: availability by site diversity. */
export function availability(states: CloudStates, needed: number): number {
  let available = 0;
  for (let state = 0; state < states.count; state++) {
    let clear = 0;
    for (let place = 0; place < states.places; place++) {
      clear += states.clear[state * states.places + place] as number;
    }
    if (clear >= needed) available++;
  }
  return available / states.count;
}

/** Lower factor of the correlation matrix; places on one spot share their variate. */
function cholesky(places: readonly CloudPlace[], correlation_m: number): Float64Array {
  const size = places.length;
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const distance_m = greatCircle_m(places[row] as CloudPlace, places[column] as CloudPlace);
      let rest = Math.exp(-distance_m / correlation_m);
      for (let k = 0; k < column; k++) {
        rest -= (factor[row * size + k] as number) * (factor[column * size + k] as number);
      }
      const pivot = factor[column * size + column] as number;
      factor[row * size + column] =
        row === column ? Math.sqrt(Math.max(0, rest)) : pivot > 1e-9 ? rest / pivot : 0;
    }
  }
  return factor;
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}
