import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What was said of something: from when on it holds in the world, and when we came to know. */
export interface Fact<T> {
  readonly entity: string;
  /** From then on it holds, Unix seconds. */
  readonly valid_s: number;
  /** When it reached us, Unix seconds. */
  readonly known_s: number;
  /** Null: it is no longer there, or never was. */
  readonly value: T | null;
}

/**
 * The world in two times. What did we know at 14:43? What do we know now of 14:43? Facts are only ever added; one
 * that is corrected is said again for the same valid time, and both stay.
 */
export class WorldHistory<T> {
  readonly #facts = new Map<string, Fact<T>[]>();
  readonly #said = new Set<string>();

  /** Adds a fact. The same fact again changes nothing, in whatever order facts come. */
  say(fact: Fact<T>): void {
    const words = canonical(fact);
    if (this.#said.has(words)) return;
    this.#said.add(words);
    const before = this.#facts.get(fact.entity);
    if (before) before.push(fact);
    else this.#facts.set(fact.entity, [fact]);
  }

  /** What was there at `valid_s`, by what was known at `known_s`: of each entity the latest word. */
  at(valid_s: number, known_s: number): Map<string, T> {
    const there = new Map<string, T>();
    for (const entity of [...this.#facts.keys()].sort()) {
      const fact = latest(this.#facts.get(entity) ?? [], valid_s, known_s);
      if (fact !== undefined && fact.value !== null) there.set(entity, fact.value);
    }
    return there;
  }

  /** Everything that was ever said of one entity, in the order in which we came to know. */
  of(entity: string): Fact<T>[] {
    return [...(this.#facts.get(entity) ?? [])].sort(
      (one, other) => one.known_s - other.known_s || one.valid_s - other.valid_s,
    );
  }

  /** SHA-256 over all facts: the same whatever order they arrived in, so that a replay can be checked. */
  hash(): string {
    return bytesToHex(sha256(utf8ToBytes([...this.#said].sort().join('\n'))));
  }
}

function latest<T>(facts: readonly Fact<T>[], valid_s: number, known_s: number): Fact<T> | undefined {
  let best: Fact<T> | undefined;
  for (const fact of facts) {
    if (fact.valid_s > valid_s || fact.known_s > known_s) continue;
    if (best === undefined || isLater(fact, best)) best = fact;
  }
  return best;
}

/** Later in the world; for the same time, known later; and for the same again, by their words, so that order tells nothing. */
function isLater<T>(one: Fact<T>, other: Fact<T>): boolean {
  if (one.valid_s !== other.valid_s) return one.valid_s > other.valid_s;
  if (one.known_s !== other.known_s) return one.known_s > other.known_s;
  return canonical(one) > canonical(other);
}

/** JSON with the keys of objects in order: equal facts have equal words. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}
