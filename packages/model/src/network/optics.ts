import { lightSpeed_mperS } from '../sky/constants.ts';
import { capturedShare } from './links/aperture.ts';

/** A laser terminal as the link budget needs it; both ends of a link are alike. */
export interface Terminal {
  /** Optical power sent. */
  readonly power_W: number;
  /** Diameter of the telescope. */
  readonly aperture_m: number;
  readonly wavelength_m: number;
  /** Share of the ideal antenna gain at each end. */
  readonly efficiency: number;
  /** Share of light left after pointing error and optics. */
  readonly throughput: number;
}

/** Planck's constant times the speed of light, J·m (both exact in the SI). */
const planckLight_Jm = 6.626_070_15e-34 * lightSpeed_mperS;

/** Antenna gain η(πD/λ)², a pure ratio. */
export function gain(terminal: Terminal): number {
  return terminal.efficiency * ((Math.PI * terminal.aperture_m) / terminal.wavelength_m) ** 2;
}

/** A power ratio in decibels. */
export function decibel(ratio: number): number {
  return 10 * Math.log10(ratio);
}

/** Half angle of the beam to its first dark ring, 1.22 λ/D. */
export function divergence_rad(terminal: Pick<Terminal, 'wavelength_m' | 'aperture_m'>): number {
  return (1.22 * terminal.wavelength_m) / terminal.aperture_m;
}

/** Share of the power left by spreading over a distance between isotropic antennas, (λ/4πd)². */
export function freeSpaceShare(wavelength_m: number, distance_m: number): number {
  return (wavelength_m / (4 * Math.PI * distance_m)) ** 2;
}

/** Distance πa²/λ up to which a beam of radius a stays collimated: below it one beam needs no far field. */
export function confocalDistance_m(wavelength_m: number, beamRadius_m: number): number {
  return (Math.PI * beamRadius_m ** 2) / wavelength_m;
}

/**
 * Power received over a distance in vacuum by an equal telescope: what its aperture catches of the diffracted beam,
 * which far away is Friis's law (Suncatcher, arXiv 2511.19468), and close by all that both telescopes pass.
 */
export function received_W(terminal: Terminal, distance_m: number): number {
  const { power_W, throughput, efficiency, aperture_m, wavelength_m } = terminal;
  return power_W * throughput * efficiency ** 2 * capturedShare(aperture_m, wavelength_m, distance_m);
}

/**
 * Mean share of light that a pointing error leaves: a beam that falls off as exp(−Gθ²) and an error of
 * `jitter_rad` on each of two axes, 1/(1 + 2Gσ²), G being the gain of the sending telescope.
 */
export function pointingShare(terminal: Terminal, jitter_rad: number): number {
  return 1 / (1 + 2 * gain(terminal) * jitter_rad ** 2);
}

/**
 * Time of a spiral scan over a cone of half angle `cone_rad` with the beam's width, one `dwell_s` a spot, half of the
 * cone on average: how long it takes to find the other end.
 */
export function acquisition_s(
  terminal: Pick<Terminal, 'wavelength_m' | 'aperture_m'>,
  cone_rad: number,
  dwell_s: number,
): number {
  return Math.max(1, (cone_rad / divergence_rad(terminal)) ** 2 / 2) * dwell_s;
}

/** Shift of the light's frequency between ends that close at a speed; negative where they part. */
export function doppler_Hz(wavelength_m: number, closing_mperS: number): number {
  return closing_mperS / wavelength_m;
}

/**
 * Parallel beams between two telescopes: as many along each side as stay collimated over the distance when the
 * aperture is divided, π(a/n)²/λ ≥ distance. One beam fits always.
 */
export function beamsSideBySide({ aperture_m, wavelength_m }: Terminal, distance_m: number): number {
  const along = Math.sqrt(confocalDistance_m(wavelength_m, aperture_m / 2) / distance_m);
  return Math.max(1, Math.floor(along * (1 + 1e-12))) ** 2;
}

/** Bits a second that a received power carries when the receiver wants a number of photons a bit. */
export function photonRate_bps(
  received_W: number,
  wavelength_m: number,
  photonsPerBit_perbit: number,
): number {
  return received_W / ((planckLight_Jm / wavelength_m) * photonsPerBit_perbit);
}

/** Bits a second over a distance: what the light carries, at most the `limit_bps` of the electronics. */
export function capacity_bps(
  terminal: Terminal,
  distance_m: number,
  photonsPerBit_perbit: number,
  limit_bps: number,
): number {
  const light_W = received_W(terminal, distance_m);
  return Math.min(limit_bps, photonRate_bps(light_W, terminal.wavelength_m, photonsPerBit_perbit));
}
