/** Nodes of the quadrature: the integrand is periodic, so the midpoint rule converges faster than any power. */
const nodes = 64;
const angles = Float64Array.from({ length: nodes }, (_, node) => (Math.PI * (node + 0.5)) / nodes);
const sines = angles.map(Math.sin);

/** Bessel function of the first kind of whole order, by its integral; to 1e-12 for arguments up to 30. */
function bessel(order: number, x: number): number {
  let sum = 0;
  for (let node = 0; node < nodes; node++) {
    sum += Math.cos(order * (angles[node] as number) - x * (sines[node] as number));
  }
  return sum / nodes;
}

/** Below this the closed form is a difference of nearly equal numbers, and its series is exact to 1e-9. */
const small = 0.02;
/** Beyond this what misses the aperture, about two per cent, falls as 1/v. */
const large = 30;

/**
 * Share of the light of a uniformly lit circular telescope, focused on an equal one, that falls into it: the
 * encircled energy of the Airy pattern, 1 − J₀²(v) − J₁²(v) with v = πD²/2λd (Rayleigh 1881). Far away it is
 * Friis's (A/λd)², close by it tends to one: all light arrives.
 */
export function capturedShare(aperture_m: number, wavelength_m: number, distance_m: number): number {
  const v = (Math.PI * aperture_m ** 2) / (2 * wavelength_m * distance_m);
  if (v < small) return v ** 2 / 4 - v ** 4 / 32;
  return 1 - (v > large ? (missed(large) * large) / v : missed(v));
}

function missed(v: number): number {
  return bessel(0, v) ** 2 + bessel(1, v) ** 2;
}
