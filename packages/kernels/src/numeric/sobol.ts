import { joeKuo } from './joe-kuo.ts';

/** Dimensions that `sobol` knows: beyond them pad with `padded`. */
export const sobolDimensions = joeKuo.length + 1;

const bits = 32;

/** Direction numbers of a dimension, the first as the highest bit. */
function directions(dimension: number): Uint32Array {
  const v = new Uint32Array(bits);
  const [polynomial = 1, ...first] = dimension === 0 ? [] : (joeKuo[dimension - 1] as readonly number[]);
  const degree = first.length;
  for (let bit = 0; bit < bits; bit++) {
    if (degree === 0) v[bit] = 2 ** (bits - 1 - bit);
    else if (bit < degree) v[bit] = (first[bit] as number) * 2 ** (bits - 1 - bit);
    else v[bit] = recurred(v, bit, degree, polynomial);
  }
  return v;
}

/** Bratley and Fox, Algorithm 659: the polynomial's inner coefficients say which earlier numbers enter. */
function recurred(v: Uint32Array, bit: number, degree: number, polynomial: number): number {
  let value = (v[bit - degree] as number) ^ ((v[bit - degree] as number) >>> degree);
  for (let k = 1; k < degree; k++) {
    if ((polynomial >>> (degree - k)) & 1) value ^= v[bit - k] as number;
  }
  return value >>> 0;
}

const table = Array.from({ length: sobolDimensions }, (_, dimension) => directions(dimension));

/** Point `index` of the Sobol sequence in one dimension, as 32 bits after the point. */
export function sobol(index: number, dimension: number): number {
  const v = table[dimension] as Uint32Array;
  let value = 0;
  for (let bit = 0, rest = index >>> 0; rest !== 0; bit++, rest >>>= 1)
    if (rest & 1) value ^= v[bit] as number;
  return value >>> 0;
}

function reversed(word: number): number {
  let x = word;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return ((x >>> 16) | (x << 16)) >>> 0;
}

/** A hash in which a bit changes higher bits only (Laine and Karras 2011, constants of N. Vegdahl 2021). */
function upward(word: number, key: number): number {
  let x = word ^ Math.imul(word, 0x3d20adea);
  x = (x + key) | 0;
  x = Math.imul(x, (key >>> 16) | 1);
  x ^= Math.imul(x, 0x05526c56);
  x ^= Math.imul(x, 0x53a22864);
  return x >>> 0;
}

/**
 * Owen's nested uniform scrambling of 32 bits by a hash: each bit is flipped by what the bits above it say. Keeps every net
 * a net. B. Burley, "Practical hash-based Owen scrambling", JCGT 9(4), 2020.
 */
export function scrambled(word: number, key: number): number {
  return reversed(upward(reversed(word), key));
}

/** The middle of the interval that 32 bits name: strictly between 0 and 1. */
export function unit(word: number): number {
  return (word + 0.5) / 0x100000000;
}

/** Scrambled Sobol point in (0, 1). `key` are 32 random bits of the dimension. */
export function scrambledSobol(index: number, dimension: number, key: number): number {
  return unit(scrambled(sobol(index, dimension), key));
}

/**
 * A dimension on its own in (0, 1): the first 2^k points fall one into each of 2^k equal intervals, in an order that two
 * different keys do not share. For dimensions in which a Sobol sequence of few points would repeat others.
 */
export function padded(index: number, orderKey: number, key: number): number {
  // A nested scrambling of the index keeps blocks of every power of two together and shuffles within them.
  const order = scrambled(index >>> 0, orderKey);
  return unit(scrambled(reversed(order), key));
}
