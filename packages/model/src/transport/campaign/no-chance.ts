import type { Keyed } from '../../random/keyed.ts';

/** Every draw at its middle: for who counts on the mean. */
export const noChance: Keyed = { uniform: () => 0.5, normal: () => 0 };
