import { type Fault, failure, type Outcome, type Place, success } from '../outcome/outcome.ts';
import { type Evidence, type EvidenceKind, evidenceKinds } from './assumption.ts';
import { entryOf, type Placed, readDocument, textOf } from './document.ts';

/** One assumption as the catalogue has it: its value is read when a plan's schema tells its unit. */
export interface CatalogueAssumption {
  readonly value: Placed;
  /** Low and high where the source gives a range. */
  readonly range?: Placed;
  readonly distribution?: Placed;
  readonly evidence: Evidence;
  readonly place: Place;
}

/** All assumptions by id (`satellites.ai1.arrayArea`); the first of an id is the default. */
export type Catalogue = ReadonlyMap<string, readonly CatalogueAssumption[]>;

export interface CatalogueFile {
  /** Path below the catalogue's folder with `/`, such as `satellites/ai1.yaml`. */
  readonly path: string;
  readonly text: string;
}

/** Reads the catalogue's files. Faults: `file/yaml`, `catalogue/shape`, `catalogue/evidence`. */
export function readCatalogue(files: readonly CatalogueFile[]): Outcome<Catalogue> {
  const catalogue = new Map<string, readonly CatalogueAssumption[]>();
  const faults: Fault[] = [];
  for (const file of files) {
    const document = readDocument(`catalogue/${file.path}`, file.text);
    if (!document.ok) {
      faults.push(...document.faults);
      continue;
    }
    const prefix = file.path.replace(/\.ya?ml$/, '').replaceAll('/', '.');
    if (document.value.kind !== 'map') continue;
    for (const { key, value, keyPlace } of document.value.entries) {
      const assumptions = readAssumptions(value, keyPlace, faults);
      if (assumptions.length > 0) catalogue.set(`${prefix}.${key}`, assumptions);
    }
  }
  return faults.length > 0 ? failure(...faults) : success(catalogue);
}

function readAssumptions(node: Placed, at: Place, faults: Fault[]): CatalogueAssumption[] {
  if (node.kind !== 'list' || node.items.length === 0) {
    faults.push(
      shapeFault(at, 'an attribute holds a list of assumptions, each with value, kind, source, asOf'),
    );
    return [];
  }
  return node.items.flatMap((item) => {
    const assumption = readAssumption(item, faults);
    return assumption ? [assumption] : [];
  });
}

function readAssumption(item: Placed, faults: Fault[]): CatalogueAssumption | undefined {
  const value = entryOf(item, 'value') ?? entryOf(item, 'distribution');
  if (!value) {
    faults.push(shapeFault(item.place, 'the assumption has no value'));
    return undefined;
  }
  const kind = textOf(entryOf(item, 'kind')) as EvidenceKind | undefined;
  const source = textOf(entryOf(item, 'source'));
  const asOf = textOf(entryOf(item, 'asOf'));
  if (!kind || !evidenceKinds.includes(kind) || !source || !asOf || !/^\d{4}(-\d\d){0,2}$/.test(asOf)) {
    faults.push({
      code: 'catalogue/evidence',
      message: 'The assumption does not say where it is from.',
      at: item.place,
      cause: 'kind, source or asOf is missing or not one of the known kinds.',
      fix: `Give kind (${evidenceKinds.join(', ')}), source and asOf (YYYY, YYYY-MM or YYYY-MM-DD).`,
    });
    return undefined;
  }
  const note = textOf(entryOf(item, 'note'));
  const range = entryOf(item, 'range');
  const distribution = entryOf(item, 'distribution');
  return {
    value,
    ...(range ? { range } : {}),
    ...(distribution ? { distribution } : {}),
    evidence: { kind, source, asOf, ...(note ? { note } : {}) },
    place: item.place,
  };
}

function shapeFault(at: Place, cause: string): Fault {
  return {
    code: 'catalogue/shape',
    message: 'The catalogue entry cannot be read.',
    at,
    cause,
    fix: 'See docs/reference/catalogue.md for the form of an entry.',
  };
}
