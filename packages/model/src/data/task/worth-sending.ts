import { inverseNormal } from '@kardashev/kernels/numeric/inverse-normal.ts';
import { KeyedRandom } from '../../random/philox.ts';
import type { Tasking } from './schema.ts';

/** What a simulated season of pictures came to, with and without a filter on orbit. */
export interface Season {
  readonly frames: number;
  /** Share of what is sent that is useful: all is sent, or what the filter lets pass. */
  readonly bentPipe: number;
  readonly filtered: number;
  /** Their ratio: how much more each bit sent is worth. */
  readonly gain: number;
  /** Share of useful frames that the filter threw away. */
  readonly usefulLost: number;
}

/**
 * A simulation, not a measurement: frames are cloudy at a published rate, and the filter's score of each is drawn
 * from two normal curves that go through the published rates of a cloud filter that flew. The threshold is set to
 * lose `lostAim` of the useful frames by those curves; what it does lose is then counted.
 */
export function simulateSeason(
  frames: number,
  seed: number,
  cloud: number,
  { usefulLost, cloudyPassed, lostAim }: Pick<Tasking, 'usefulLost' | 'cloudyPassed' | 'lostAim'>,
): Season {
  const random = new KeyedRandom(seed, 'worth-sending');
  // Scores of useful frames have mean 0 and spread 1, and those of cloudy ones lie higher by this.
  const apart = inverseNormal(1 - usefulLost) - inverseNormal(cloudyPassed);
  const threshold = inverseNormal(1 - lostAim);
  let useful = 0;
  let sent = 0;
  let usefulSent = 0;
  for (let frame = 0; frame < frames; frame++) {
    const cloudy = random.uniform(frame, 0) < cloud;
    const passes = random.normal(frame, 1) + (cloudy ? apart : 0) < threshold;
    if (!cloudy) useful++;
    if (passes) sent++;
    if (passes && !cloudy) usefulSent++;
  }
  const bentPipe = useful / frames;
  const filtered = sent > 0 ? usefulSent / sent : 0;
  return { frames, bentPipe, filtered, gain: filtered / bentPipe, usefulLost: 1 - usefulSent / useful };
}
