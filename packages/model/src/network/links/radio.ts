import { type RainPath, rainLoss_dB } from './rain.ts';

/** What a radio link from a satellite has in a clear sky. */
export interface RadioLink {
  readonly signalToNoise: number;
  /** Noise temperature of the receiver in a clear sky. */
  readonly noise_K: number;
}

/** Physical temperature of rain, which radiates what it absorbs: 275 K in ITU-R P.618. */
const rain_K = 275;

/** Signal over noise after a loss by rain, which takes signal and brings noise. */
export function signalToNoise(link: RadioLink, rain_dB: number): number {
  const left = 10 ** (-rain_dB / 10);
  const warmer = 1 + (rain_K * (1 - left)) / link.noise_K;
  return (link.signalToNoise * left) / warmer;
}

/** Bits a second and hertz by Shannon's limit. */
export function spectralEfficiency_bpsperHz(link: RadioLink, rain_dB: number): number {
  return Math.log2(1 + signalToNoise(link, rain_dB));
}

/** Shares of the year at which the loss by rain is read, from where P.618 begins to where it ends. */
const shares = [1e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.03, 0.05];

/**
 * Rate in the mean of a year over that in a clear sky, with a modem that adapts to rain. Between the shares at which
 * loss is read the rate is taken as straight; what is rarer than the rarest counts as that, what is more frequent
 * than the last as clear.
 */
export function radioRainShare(link: RadioLink, path: RainPath): number {
  const clear = spectralEfficiency_bpsperHz(link, 0);
  const rateAt = (share: number) => spectralEfficiency_bpsperHz(link, rainLoss_dB(path, share)) / clear;
  let mean = 1 - (shares.at(-1) as number) + (shares[0] as number) * rateAt(shares[0] as number);
  for (let index = 0; index + 1 < shares.length; index++) {
    const [from, to] = [shares[index] as number, shares[index + 1] as number];
    mean += ((to - from) * (rateAt(from) + rateAt(to))) / 2;
  }
  return mean;
}
