import type { Keyed } from './keyed.ts';

/**
 * Philox 4×32-10, a counter-based generator: each draw is a pure function of its key and counter, so there is
 * no state to checkpoint and no order to keep. Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as
 * 1, 2, 3", SC11; its known answers are in the test.
 */
const multiplier0 = 0xd2511f53;
const multiplier1 = 0xcd9e8d57;
const weyl0 = 0x9e3779b9;
const weyl1 = 0xbb67ae85;

/** Upper 32 bits of a 32 × 32 bit product, in 32-bit arithmetic alone: no sum here passes 2³². */
function high(a: number, b: number): number {
  const aLow = a & 0xffff;
  const aHigh = a >>> 16;
  const bLow = b & 0xffff;
  const bHigh = b >>> 16;
  const first = (Math.imul(aHigh, bLow) + (Math.imul(aLow, bLow) >>> 16)) | 0;
  const second = (Math.imul(aLow, bHigh) + (first & 0xffff)) | 0;
  return (Math.imul(aHigh, bHigh) + (first >>> 16) + (second >>> 16)) | 0;
}

/** Ten rounds over `block` (four 32-bit words), in place. */
export function philox(block: Uint32Array, key0: number, key1: number): void {
  let c0 = block[0]! | 0;
  let c1 = block[1]! | 0;
  let c2 = block[2]! | 0;
  let c3 = block[3]! | 0;
  let k0 = key0 | 0;
  let k1 = key1 | 0;
  for (let round = 0; round < 10; round++) {
    const high0 = high(multiplier0, c0);
    const high1 = high(multiplier1, c2);
    const low0 = Math.imul(multiplier0, c0);
    const low1 = Math.imul(multiplier1, c2);
    c0 = high1 ^ c1 ^ k0;
    c1 = low1;
    c2 = high0 ^ c3 ^ k1;
    c3 = low0;
    k0 = (k0 + weyl0) | 0;
    k1 = (k1 + weyl1) | 0;
  }
  block[0] = c0;
  block[1] = c1;
  block[2] = c2;
  block[3] = c3;
}

/** 32-bit FNV-1a of a name: subsystems and attributes as words of a key. */
export function wordOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Draws keyed by seed, subsystem and month. One object serves all months: `at` moves it without allocating. */
export class KeyedRandom implements Keyed {
  readonly #seed: number;
  readonly #subsystem: number;
  readonly #block = new Uint32Array(4);
  #month = 0;

  constructor(seed: number, subsystem: string) {
    this.#seed = seed >>> 0;
    this.#subsystem = wordOf(subsystem);
  }

  at(month: number): this {
    this.#month = month;
    return this;
  }

  uniform(entity: number, draw: number): number {
    this.#fill(entity, draw);
    return toUnit(this.#block[0] as number, this.#block[1] as number);
  }

  normal(entity: number, draw: number): number {
    this.#fill(entity, draw);
    const radius = Math.sqrt(-2 * Math.log(toUnit(this.#block[0] as number, this.#block[1] as number)));
    return radius * Math.cos(2 * Math.PI * toUnit(this.#block[2] as number, this.#block[3] as number));
  }

  /** Four uniforms in (0, 1) at once, each from one word: steps of 2⁻³², for draws by the million. */
  quad(entity: number, draw: number, into: Float64Array): void {
    this.#fill(entity, draw);
    for (let word = 0; word < 4; word++) into[word] = ((this.#block[word] as number) + 0.5) / 0x100000000;
  }

  #fill(entity: number, draw: number): void {
    this.#block[0] = entity;
    this.#block[1] = draw;
    this.#block[2] = this.#month;
    this.#block[3] = 0;
    philox(this.#block, this.#seed, this.#subsystem);
  }
}

/** 53 bits of two words as a number strictly between 0 and 1. */
function toUnit(first: number, second: number): number {
  return ((first >>> 5) * 0x4000000 + (second >>> 6) + 0.5) / 0x20000000000000;
}
