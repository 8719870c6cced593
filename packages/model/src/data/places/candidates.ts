import type { Gazetteer } from './gazetteer.ts';
import { type Cue, cueOf, isBeside, wordsOf } from './names.ts';
import type { Place } from './place.ts';

/** A place that a mention may mean, and how far the names agree: 0 in full, less where a part or a letter is missing. */
export interface Candidate {
  readonly place: Place;
  readonly agreement: number;
}

/** What a mention may mean, and what the words beside its name say about the kind of place. */
export interface Candidates {
  readonly all: readonly Candidate[];
  readonly cue: Cue | undefined;
}

/*
 * Assumed, by us, 2026-11, as natural logarithms of odds.
 */
const agreement = { full: 0, withoutCue: -1, nearly: -3, part: -4 };

/** All places that a mention may mean: the whole name first, then without its kind, misspelt, and in parts. */
export function candidatesOf(mention: string, gazetteer: Gazetteer): Candidates {
  const words = wordsOf(mention);
  const cue = words.map(cueOf).find((found) => found !== undefined);
  const full = named(gazetteer, [mention, words.join(' ')], mention);
  const plain = words.filter((word) => cueOf(word) === undefined && !isBeside(word));
  if (full.length > 0) return { all: full.map((place) => ({ place, agreement: agreement.full })), cue };
  const shorter =
    plain.length < words.length && plain.length > 0 ? named(gazetteer, [plain.join(' ')], '') : [];
  // A river or a school of that name is where the name is known for other reasons, if anywhere.
  const bare = cue === 'feature' ? agreement.part : agreement.withoutCue;
  if (shorter.length > 0) return { all: shorter.map((place) => ({ place, agreement: bare })), cue };
  const near = gazetteer
    .nearly(plain.join(' ') || mention)
    .map((place) => ({ place, agreement: agreement.nearly }));
  return { all: [...near, ...parts(plain, gazetteer)], cue };
}

function named(gazetteer: Gazetteer, names: readonly string[], written: string): Place[] {
  const places = new Set<Place>();
  for (const name of names) for (const place of gazetteer.named(name)) places.add(place);
  // Two letters mean a state or country in capitals only: "in", "or" and "me" are words.
  const letters = written.replaceAll(/[^\p{L}]/gu, '');
  return letters.length === 2 && letters !== letters.toUpperCase() && !isCode(letters) ? [] : [...places];
}

/** `Tx` and `nz` are written so often; no English word is spelt like them. */
const isCode = (letters: string): boolean =>
  !/^(?:a[lmst]|co|de|d[io]|hi|i[dnst]|la|m[aey]|no|o[hkrn]|pa|so|u[ps])$/i.test(letters);

/** Places named by a part of a mention, the longest first: the town in `Chico Municipal Airport`. */
function parts(words: readonly string[], gazetteer: Gazetteer): Candidate[] {
  for (let size = words.length - 1; size > 0; size--) {
    const found: Candidate[] = [];
    for (let from = 0; from + size <= words.length; from++) {
      const name = words.slice(from, from + size).join(' ');
      if (name.length < shortestPart) continue;
      for (const place of gazetteer.named(name)) found.push({ place, agreement: agreement.part });
    }
    if (found.length > 0) return found;
  }
  return [];
}

const shortestPart = 4;
