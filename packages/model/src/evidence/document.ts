import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { failure, type Outcome, type Place, success } from '../outcome/outcome.ts';

/** A YAML value that knows where it stands, so that every fault can name line and column. */
export type Placed = PlacedMap | PlacedList | PlacedScalar;
export interface PlacedMap {
  readonly kind: 'map';
  readonly place: Place;
  readonly entries: readonly PlacedEntry[];
}
export interface PlacedEntry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: Placed;
}
export interface PlacedList {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: readonly Placed[];
}
export interface PlacedScalar {
  readonly kind: 'scalar';
  readonly place: Place;
  readonly value: string | number | boolean | null;
  /** As written, without quotes. */
  readonly source: string;
}

/** Parses one YAML document. Faults: `file/yaml`. */
export function readDocument(file: string, text: string): Outcome<Placed> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) {
    return failure(
      ...document.errors.map(({ code, message, pos }) => ({
        code: 'file/yaml',
        message: 'This is not readable YAML.',
        at: placeAt(pos[0]),
        ...(code === 'MULTIPLE_DOCS' ? oneDocument : { cause: message, fix: checkPlace }),
      })),
    );
  }
  return success(placed(document.contents, placeAt));
}

const checkPlace = 'Check indentation, colons and quotes at this place.';
const oneDocument = {
  cause: 'One file holds one document, and a second begins here.',
  fix: 'Take out the line ---, or put what follows it into a file of its own.',
};

function placed(node: Node | null, placeAt: (offset: number) => Place): Placed {
  const place = placeAt(node?.range?.[0] ?? 0);
  if (isMap(node)) {
    const entries = node.items.map((pair) => {
      const key = pair.key as Node;
      const name = isScalar(key) ? (key.source ?? String(key.value)) : String(key);
      return {
        key: name,
        keyPlace: placeAt(key.range?.[0] ?? 0),
        value: placed(pair.value as Node, placeAt),
      };
    });
    return { kind: 'map', place, entries };
  }
  if (isSeq(node)) {
    return { kind: 'list', place, items: node.items.map((item) => placed(item as Node, placeAt)) };
  }
  if (isScalar(node)) {
    const value = node.value as PlacedScalar['value'];
    return { kind: 'scalar', place, value, source: node.source ?? String(value) };
  }
  if (isAlias(node)) return { kind: 'scalar', place, value: `*${node.source}`, source: `*${node.source}` };
  return { kind: 'scalar', place, value: null, source: '' };
}

/** The value under a key; undefined where the node is no map or lacks it. */
export function entryOf(node: Placed | undefined, key: string): Placed | undefined {
  return node?.kind === 'map' ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}

/** Text of a scalar; undefined for anything else and for null. */
export function textOf(node: Placed | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node.source : undefined;
}

/** The node on one line, as a person would write it. */
export function inline(node: Placed): string {
  switch (node.kind) {
    case 'scalar':
      return node.source;
    case 'list':
      return `[${node.items.map(inline).join(', ')}]`;
    case 'map':
      return `{${node.entries.map((entry) => `${entry.key}: ${inline(entry.value)}`).join(', ')}}`;
  }
}
