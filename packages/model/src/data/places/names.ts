/**
 * A name as a key: letters and digits alone, small, without accents, so that `São Paulo`, `SAO PAULO` and `#SaoPaulo`
 * are one. Scripts without case stay as they are.
 */
export const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Words of a mention: written together as in `#FortMcMurray` or apart, without possessives and punctuation. */
export function wordsOf(mention: string): string[] {
  return mention
    .replaceAll(/['’`]s\b/gu, '')
    .replaceAll(/\b(?:\p{Lu}\.){2,}/gu, (letters) => letters.replaceAll('.', ''))
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}\p{N}'’.]+/u)
    .map((word) => word.replaceAll(/^[.'’]+|[.'’]+$/gu, ''))
    .filter((word) => word !== '')
    .map((word) => abbreviations[word.toLowerCase()] ?? word);
}

/** As English writes them before and after names. */
const abbreviations: Readonly<Record<string, string>> = {
  ft: 'Fort',
  mt: 'Mount',
  mtn: 'Mountain',
  st: 'Saint',
  ste: 'Sainte',
  co: 'County',
  cnty: 'County',
  dist: 'District',
  prov: 'Province',
  is: 'Island',
  isl: 'Island',
  n: 'North',
  s: 'South',
  e: 'East',
  w: 'West',
};

/** What kind of place a word beside a name speaks of. */
export type Cue = 'county' | 'region' | 'town' | 'feature';

const cues: Readonly<Record<Cue, readonly string[]>> = {
  county: [
    'county',
    'parish',
    'borough',
    'shire',
    'district',
    'municipality',
    'taluk',
    'tehsil',
    'canton',
    'dc',
  ],
  region: ['state', 'province', 'region', 'prefecture', 'governorate', 'department', 'oblast', 'territory'],
  town: ['city', 'town', 'village', 'metro', 'downtown', 'township', 'suburb', 'capital'],
  feature: [
    ...[
      'river',
      'lake',
      'creek',
      'mount',
      'mountain',
      'mountains',
      'valley',
      'bay',
      'beach',
      'island',
      'islands',
    ],
    ...[
      'isle',
      'peninsula',
      'coast',
      'cape',
      'hills',
      'forest',
      'park',
      'desert',
      'dam',
      'bridge',
      'airport',
      'port',
    ],
    ...[
      'harbour',
      'harbor',
      'highway',
      'hwy',
      'road',
      'rd',
      'street',
      'avenue',
      'ave',
      'blvd',
      'drive',
      'lane',
      'route',
    ],
    ...[
      'school',
      'university',
      'college',
      'hospital',
      'church',
      'stadium',
      'center',
      'centre',
      'hotel',
      'mall',
      'station',
    ],
    ...[
      'area',
      'airbase',
      'base',
      'camp',
      'building',
      'community',
      'national',
      'international',
      'airport',
      'shelter',
    ],
  ],
};

const cueOfWord = new Map(
  Object.entries(cues).flatMap(([cue, words]) => words.map((word): [string, Cue] => [word, cue as Cue])),
);

/** Words that say where in a place, or nothing: `southern`, `the`. */
const besides = new Set(
  'the of in at near around from and northern southern eastern western north south east west central upper lower greater mainland coastal all rural'.split(
    ' ',
  ),
);

export const cueOf = (word: string): Cue | undefined => cueOfWord.get(word.toLowerCase());
export const isBeside = (word: string): boolean => besides.has(word.toLowerCase());
