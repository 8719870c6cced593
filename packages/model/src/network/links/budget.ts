import { lightSpeed_mperS } from '../../sky/constants.ts';
import {
  acquisition_s,
  beamsSideBySide,
  confocalDistance_m,
  decibel,
  divergence_rad,
  doppler_Hz,
  gain,
  photonRate_bps,
  pointingShare,
  received_W,
  type Terminal,
} from '../optics.ts';

/** What a link's budget needs beside its terminal. */
export interface LinkCase {
  readonly terminal: Terminal;
  readonly distance_m: number;
  /** Pointing error on each axis beyond what the terminal's throughput holds. */
  readonly jitter_rad: number;
  readonly photonsPerBit_perbit: number;
  /** Wavelengths on one beam, and the rate of one. */
  readonly channels: number;
  readonly channelRate_bps: number;
  /** Half angle in which the other end must be sought, and the time to notice it beside that of light. */
  readonly cone_rad: number;
  readonly detection_s: number;
  /** Speed at which the ends close. */
  readonly closing_mperS: number;
}

/** A link's budget; names as the command prints them. */
export function linkBudget(link: LinkCase) {
  const { terminal, distance_m, channels, channelRate_bps } = link;
  const pointing = pointingShare(terminal, link.jitter_rad);
  const arrives_W = received_W(terminal, distance_m) * pointing;
  const light_bps = photonRate_bps(arrives_W, terminal.wavelength_m, link.photonsPerBit_perbit);
  const electronics_bps = channels * channelRate_bps;
  const beams = beamsSideBySide(terminal, distance_m);
  const flight_s = distance_m / lightSpeed_mperS;
  return {
    gain_dB: decibel(gain(terminal)),
    divergence_urad: divergence_rad(terminal) * 1e6,
    received_W: arrives_W,
    received_dBm: decibel(arrives_W) + 30,
    capacity_bps: Math.min(light_bps, electronics_bps),
    limitedBy: light_bps < electronics_bps ? 'light' : 'electronics',
    light_bps,
    electronics_bps,
    channels,
    /** The sent power is shared by beams and by channels: parallel beams bring more channels, not more light. */
    beams,
    parallel_bps: Math.min(light_bps, beams * electronics_bps),
    confocal_m: confocalDistance_m(terminal.wavelength_m, terminal.aperture_m / 2),
    pointing_dB: decibel(pointing),
    flight_s,
    acquisition_s: acquisition_s(terminal, link.cone_rad, 2 * flight_s + link.detection_s),
    doppler_Hz: doppler_Hz(terminal.wavelength_m, link.closing_mperS),
  };
}
export type LinkBudget = ReturnType<typeof linkBudget>;
