import type { Keyed } from '../../random/keyed.ts';
import type { Pad } from '../entries.ts';
import { gamma } from '../pads.ts';
import { poisson } from '../reliability.ts';
import { type Climate, yearlyWait } from '../weather.ts';
import type { Clock } from './clock.ts';

/** Part of a gap that scrubs and weather may take at most, and the least variance of the rest: bounds of the decomposition. */
const mostScrubbed = 0.5;
const leastVariance = 0.01;

/**
 * A gap between launches in units of the mean gap, without outages and waits for weather: preparation, Gamma, and a
 * scrub for each count-down that is stopped. With the mean wait for weather it is 1; the variance is what the pad's
 * coefficient of variation leaves after outages and weather.
 */
export interface GapParts {
  /** Mean and shape of preparation. */
  readonly preparation: number;
  readonly shape: number;
  readonly scrubChance: number;
  /** One scrub's delay. */
  readonly scrub: number;
  /** Outages that begin in a time in use of one mean gap. */
  readonly outages: number;
}

type PadKind = Climate &
  Pick<Pad, 'gapVariation' | 'outage' | 'outageLength_s' | 'scrubChance' | 'scrubDelay_s'>;

export function gapParts(pad: PadKind, gap_s: number): GapParts {
  const { outage, scrubChance } = pad;
  const odds = scrubChance / (1 - scrubChance);
  const length = pad.outageLength_s / gap_s;
  const { mean_s, square_s2 } = yearlyWait(pad);
  const weather = Math.min(mean_s / gap_s, 0.5 * mostScrubbed);
  const scrub = odds > 0 ? Math.min(pad.scrubDelay_s / gap_s, (mostScrubbed - weather) / odds) : 0;
  const ofWeather = square_s2 / gap_s ** 2 - weather ** 2;
  const ofScrubs = (odds / (1 - scrubChance)) * scrub ** 2;
  const ofOutages = 2 * outage * (1 - outage) * length;
  const variance = Math.max(leastVariance, pad.gapVariation ** 2 - ofOutages - ofScrubs - ofWeather);
  const preparation = 1 - weather - odds * scrub;
  const outages = length > 0 ? outage / (1 - outage) / length : 0;
  return { preparation, shape: preparation ** 2 / variance, scrubChance, scrub, outages };
}

/** Draws of one gap stay below this number of the pad's draws. */
const drawsPerGap = 64;

/** Work of one preparation in mean gaps, scrubs included: the `number`-th of the pad. */
export function drawGap(parts: GapParts, random: Keyed, entity: number, number: number): number {
  const work = (parts.preparation / parts.shape) * gamma(parts.shape, random, entity, number);
  if (parts.scrubChance === 0) return work;
  const uniform = random.uniform(entity, scrubDraw(number));
  return work + parts.scrub * Math.floor(Math.log(uniform) / Math.log(parts.scrubChance));
}

/** Time that outages add to a preparation of `work` mean gaps. */
export function drawOutages_s(
  parts: GapParts,
  length_s: number,
  work: number,
  random: Keyed,
  entity: number,
  number: number,
): number {
  const first = scrubDraw(number) + 1;
  const most = drawsPerGap - 3;
  const count = poisson(parts.outages * work, random.uniform(entity, first), most);
  let time_s = 0;
  for (let outage = 1; outage <= count; outage++) {
    time_s -= length_s * Math.log(random.uniform(entity, first + outage));
  }
  return time_s;
}

/** Gamma takes the draws of the pad from 0 on; scrubs and outages have their own half. */
const scrubDraw = (number: number): number => 0x40000000 + number * drawsPerGap;

/**
 * When `work` mean gaps of preparation begun at `from_s` are done. Work goes on at 1/gap of the month, so that a pad
 * that learns while it prepares is ready sooner; ∞ past the plan's end.
 */
export function readyAt_s(
  clock: Clock,
  gaps_s: Readonly<Float64Array>,
  month: number,
  from_s: number,
  work: number,
): number {
  let left = work;
  let at_s = from_s;
  for (let index = month; index < gaps_s.length; index++) {
    const done = (clock.start_s[index + 1]! - at_s) / gaps_s[index]!;
    if (left <= done) return at_s + left * gaps_s[index]!;
    left -= done;
    at_s = clock.start_s[index + 1]!;
  }
  return Infinity;
}
