import { lightSpeed_mperS } from '../sky/constants.ts';

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
 * Power received over a distance in vacuum. Far field by Friis; close by, where that would exceed it, all that
 * both telescopes pass. Suncatcher, arXiv 2511.19468.
 */
export function received_W(terminal: Terminal, distance_m: number): number {
  const far = gain(terminal) ** 2 * freeSpaceShare(terminal.wavelength_m, distance_m);
  return terminal.power_W * terminal.throughput * Math.min(far, terminal.efficiency ** 2);
}

/**
 * Bits a second that a received power carries when the receiver wants a number of photons a bit, at most the
 * `limit_bps` of its electronics.
 */
export function capacity_bps(
  terminal: Terminal,
  distance_m: number,
  photonsPerBit_perbit: number,
  limit_bps: number,
): number {
  const photon_J = planckLight_Jm / terminal.wavelength_m;
  return Math.min(limit_bps, received_W(terminal, distance_m) / (photon_J * photonsPerBit_perbit));
}
