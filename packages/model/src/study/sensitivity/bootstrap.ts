import { KeyedRandom } from '../../random/philox.ts';

/** 5th and 95th percentile of a figure of weighted samples, by Efron's bootstrap. Draws are keyed: the same every time. */
export function bootstrap(
  samples: number,
  seed: number,
  figure: (weights: Float64Array) => number,
  rounds = 60,
): [number, number] {
  const found = new Float64Array(rounds);
  for (let round = 0; round < rounds; round++) found[round] = figure(drawn(samples, seed, round));
  found.sort();
  return [found[Math.floor(0.05 * rounds)] as number, found[Math.ceil(0.95 * rounds) - 1] as number];
}

const kept = new Map<string, Float64Array>();

/** How often each sample is drawn in a round: the same for every figure, so that it is drawn once. */
function drawn(samples: number, seed: number, round: number): Float64Array {
  const key = `${samples} ${seed} ${round}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size > 256) kept.clear();
  const random = new KeyedRandom(seed, 'bootstrap').at(round);
  const weights = new Float64Array(samples);
  for (let index = 0; index < samples; index++) {
    const pick = Math.min(samples - 1, Math.floor(random.uniform(index, 0) * samples));
    weights[pick] = (weights[pick] as number) + 1;
  }
  kept.set(key, weights);
  return weights;
}
