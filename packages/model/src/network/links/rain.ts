import { earthRadius_m } from '../../sky/constants.ts';

/**
 * Attenuation by rain on a path between ground and satellite: Recommendations ITU-R P.838-3 (a kilometre of
 * rain) and P.618-13, section 2.2.1.1 (the path and how seldom it is exceeded). Frequencies in GHz, rain in
 * mm/h, lengths in km and losses in dB inside, as the recommendations have them.
 */

/** A path between a place and a satellite. */
export interface RainPath {
  readonly frequency_Hz: number;
  readonly elevation_rad: number;
  readonly latitude_rad: number;
  /** Height of the station above the sea. */
  readonly height_m: number;
  /** Mean height of rain above the sea (ITU-R P.839). */
  readonly rainHeight_m: number;
  /** Rain exceeded in 0.01 % of an average year (ITU-R P.837). */
  readonly rain_mperS: number;
  /** Tilt of the polarisation to the horizontal; 45° for circular. */
  readonly tilt_rad: number;
}

type Bells = readonly (readonly [height: number, place: number, width: number])[];

/** Coefficients of P.838-3, tables 1 to 4: sums of bells over log₁₀ f, and a straight line. */
const horizontalK: Bells = [
  [-5.3398, -0.10008, 1.13098],
  [-0.35351, 1.2697, 0.454],
  [-0.23789, 0.86036, 0.15354],
  [-0.94158, 0.64552, 0.16817],
];
const verticalK: Bells = [
  [-3.80595, 0.56934, 0.81061],
  [-3.44965, -0.22911, 0.51059],
  [-0.39902, 0.73042, 0.11899],
  [0.50167, 1.07319, 0.27195],
];
const horizontalAlpha: Bells = [
  [-0.14318, 1.82442, -0.55187],
  [0.29591, 0.77564, 0.19822],
  [0.32177, 0.63773, 0.13164],
  [-5.3761, -0.9623, 1.47828],
  [16.1721, -3.2998, 3.4399],
];
const verticalAlpha: Bells = [
  [-0.07771, 2.3384, -0.76284],
  [0.56727, 0.95545, 0.54039],
  [-0.20238, 1.1452, 0.26809],
  [-48.2991, 0.791669, 0.116226],
  [48.5833, 0.791459, 0.116479],
];

function bells(terms: Bells, slope: number, constant: number, x: number): number {
  let sum = slope * x + constant;
  for (const [height, place, width] of terms) sum += height * Math.exp(-(((x - place) / width) ** 2));
  return sum;
}

/** Loss of a kilometre of rain, k·R^α, dB. P.838-3, valid from 1 to 1,000 GHz. */
export function rainPerKilometre_dB(
  { frequency_Hz, elevation_rad, tilt_rad }: Pick<RainPath, 'frequency_Hz' | 'elevation_rad' | 'tilt_rad'>,
  rain_mperS: number,
): number {
  const x = Math.log10(frequency_Hz / 1e9);
  const kH = 10 ** bells(horizontalK, -0.18961, 0.71147, x);
  const kV = 10 ** bells(verticalK, -0.16398, 0.63297, x);
  const alphaH = bells(horizontalAlpha, 0.67849, -1.95537, x);
  const alphaV = bells(verticalAlpha, -0.053739, 0.83433, x);
  const mix = Math.cos(elevation_rad) ** 2 * Math.cos(2 * tilt_rad);
  const k = (kH + kV + (kH - kV) * mix) / 2;
  const alpha = (kH * alphaH + kV * alphaV + (kH * alphaH - kV * alphaV) * mix) / (2 * k);
  return k * (rain_mperS * 3.6e6) ** alpha;
}

const degrees = (angle_rad: number): number => (angle_rad * 180) / Math.PI;

/** Way through rain from the station up to the rain's height; over the curved Earth below 5°. */
export function slantRain_km({ elevation_rad, height_m, rainHeight_m }: RainPath): number {
  const rise_km = (rainHeight_m - height_m) / 1e3;
  const sine = Math.sin(elevation_rad);
  if (degrees(elevation_rad) >= 5) return rise_km / sine;
  // P.618 takes the effective radius of the Earth for radio, 4/3 of the true one.
  const effective_km = ((4 / 3) * earthRadius_m) / 1e3;
  return (2 * rise_km) / (Math.sqrt(sine ** 2 + (2 * rise_km) / effective_km) + sine);
}

/** Loss exceeded in 0.01 % of an average year, dB. */
function exceededSeldom_dB(path: RainPath): number {
  const slant_km = slantRain_km(path);
  if (slant_km <= 0 || path.rain_mperS <= 0) return 0;
  const f_GHz = path.frequency_Hz / 1e9;
  const { elevation_rad } = path;
  const gamma = rainPerKilometre_dB(path, path.rain_mperS);
  const flat_km = slant_km * Math.cos(elevation_rad);
  const narrowing =
    1 / (1 + 0.78 * Math.sqrt((flat_km * gamma) / f_GHz) - 0.38 * (1 - Math.exp(-2 * flat_km)));
  const rise_km = (path.rainHeight_m - path.height_m) / 1e3;
  const steeper = Math.atan2(rise_km, flat_km * narrowing) > elevation_rad;
  const wet_km = steeper
    ? (flat_km * narrowing) / Math.cos(elevation_rad)
    : rise_km / Math.sin(elevation_rad);
  const chi = Math.max(0, 36 - Math.abs(degrees(path.latitude_rad)));
  const tall =
    31 * (1 - Math.exp(-degrees(elevation_rad) / (1 + chi))) * (Math.sqrt(wet_km * gamma) / f_GHz ** 2) -
    0.45;
  const vertical = 1 / (1 + Math.sqrt(Math.sin(elevation_rad)) * tall);
  return gamma * wet_km * vertical;
}

/** Loss by rain that is exceeded in a `share` of an average year, dB; P.618-13 holds from 1e-5 to 0.05. */
export function rainLoss_dB(path: RainPath, share: number): number {
  const seldom_dB = exceededSeldom_dB(path);
  if (seldom_dB <= 0) return 0;
  const p = 100 * share;
  const latitude_deg = Math.abs(degrees(path.latitude_rad));
  const sine = Math.sin(path.elevation_rad);
  let beta = 0;
  if (p < 1 && latitude_deg < 36) {
    beta = -0.005 * (latitude_deg - 36);
    if (degrees(path.elevation_rad) < 25) beta += 1.8 - 4.25 * sine;
  }
  const exponent = 0.655 + 0.033 * Math.log(p) - 0.045 * Math.log(seldom_dB) - beta * (1 - p) * sine;
  return seldom_dB * (p / 0.01) ** -exponent;
}

/** Mean height of rain from that of the zero-degree isotherm, ITU-R P.839-4. */
export const rainAboveIsotherm_m = 360;
