/** Height of a bin, and the altitude at which the first begins. Altitudes are of the semi-major axis. */
export const bin_m = 50e3;
export const lowest_m = 200e3;

/**
 * Tracked objects by bins of altitude from 200 to 2,000 km, in three kinds, counted by
 * `node tools/transport/count-catalogue.ts` in the public catalogue of element sets of August 2022. `intact`:
 * pieces A to E of a launch, which are satellites and stages; `fragments`: all others; `starlink`: launches since
 * 2019 of at least 15 objects on Starlink's inclinations. `before2019`: those with catalogue numbers below 43,900,
 * which were given out by the end of 2018; what has come down since is not in it.
 */
export const tracked2022 = {
  intact: [
    7, 6, 13, 39, 98, 312, 263, 242, 300, 189, 214, 403, 231, 144, 165, 476, 67, 118, 37, 83, 65, 14, 38, 47,
    246, 229, 53, 27, 22, 20, 10, 9, 4, 6, 8, 4,
  ],
  fragments: [
    122, 112, 110, 173, 443, 559, 512, 572, 484, 614, 921, 1366, 1481, 1243, 761, 539, 394, 308, 247, 237,
    361, 325, 101, 128, 231, 270, 239, 219, 110, 72, 35, 38, 34, 22, 20, 30,
  ],
  starlink: [
    8, 11, 105, 155, 78, 51, 2607, 77, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0,
  ],
  before2019: {
    intact: [
      3, 0, 9, 20, 53, 140, 161, 154, 252, 171, 197, 377, 220, 130, 145, 466, 63, 97, 36, 61, 20, 14, 35, 47,
      246, 220, 53, 27, 22, 20, 10, 9, 4, 6, 8, 3,
    ],
    fragments: [
      9, 9, 14, 32, 143, 171, 145, 311, 345, 535, 834, 1161, 1332, 1159, 688, 484, 353, 268, 190, 108, 88,
      231, 62, 108, 190, 233, 217, 176, 91, 54, 21, 21, 18, 10, 7, 10,
    ],
  },
};

export const bins = tracked2022.intact.length;

/** Bin of an altitude; the nearest where it lies outside. */
export function binOf(altitude_m: number): number {
  return Math.min(bins - 1, Math.max(0, Math.floor((altitude_m - lowest_m) / bin_m)));
}

/** Middle of a bin. */
export function middleOf_m(bin: number): number {
  return lowest_m + (bin + 0.5) * bin_m;
}
