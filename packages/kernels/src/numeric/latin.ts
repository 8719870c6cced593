/** A hash that is a permutation of the words of as many bits as `mask` has. A. Kensler, "Correlated multi-jittered sampling", 2013. */
function mixed(word: number, mask: number, key: number): number {
  let x = word ^ key;
  x = Math.imul(x, 0xe170893d) ^ (key >>> 16);
  x ^= (x & mask) >>> 4;
  x ^= key >>> 8;
  x = Math.imul(x, 0x0929eb3f) ^ (key >>> 23);
  x ^= (x & mask) >>> 1;
  x = Math.imul(x, 1 | (key >>> 27));
  x = Math.imul(x, 0x6935fa69);
  x ^= (x & mask) >>> 11;
  x = Math.imul(x, 0x74dcb303);
  x ^= (x & mask) >>> 2;
  x = Math.imul(x, 0x9e501cc3);
  x ^= (x & mask) >>> 2;
  x = Math.imul(x, 0xc860a3df) & mask;
  return (x ^ (x >>> 5)) >>> 0;
}

/** Place of `index` in a random order of `count` things: a permutation without a list of it. */
export function permuted(index: number, count: number, key: number): number {
  let mask = count - 1;
  for (const shift of [1, 2, 4, 8, 16]) mask |= mask >>> shift;
  let place = index;
  do place = mixed(place, mask >>> 0, key);
  while (place >= count);
  return (place + (key >>> 0)) % count;
}

/** Point `index` of a Latin hypercube of `count` points in one dimension; `jitter` in (0, 1) is its place in its stratum. */
export function latin(index: number, count: number, key: number, jitter: number): number {
  return (permuted(index, count, key) + jitter) / count;
}
