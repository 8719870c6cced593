/**
 * Total index of an assumption from pairs of samples that differ in it alone: half the mean square of their difference over
 * the variance. M. Jansen, Comput. Phys. Commun. 117, 35 (1999). Pairs with NaN are passed over.
 */
export function jansen(base: ArrayLike<number>, moved: ArrayLike<number>, variance: number): number {
  let sum = 0;
  let count = 0;
  for (let index = 0; index < base.length; index++) {
    const difference = (base[index] as number) - (moved[index] as number);
    if (Number.isNaN(difference)) continue;
    sum += difference * difference;
    count++;
  }
  return count > 0 && variance > 0 ? sum / (2 * count * variance) : 0;
}
