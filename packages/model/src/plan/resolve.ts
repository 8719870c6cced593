import type { Distribution } from '../evidence/assumption.ts';
import type { Catalogue, CatalogueAssumption } from '../evidence/catalogue.ts';
import { entryOf, inline, type Placed, textOf } from '../evidence/document.ts';
import type { Fault, Outcome, Place } from '../outcome/outcome.ts';
import { monthOf } from '../time/calendar.ts';
import type { NumberRow } from './attribute.ts';
import type { ResolvedValue } from './resolved.ts';
import type { Attribute } from './schema.ts';
import { readNumber, readRange, readSeries, valueFault } from './value.ts';

type Read = Pick<ResolvedValue, 'value' | 'distribution'>;

/** Turns what a plan, an override or the catalogue says about an attribute into one value with its evidence. */
export class Resolver {
  readonly #catalogue: Catalogue;
  readonly #from: number;
  readonly #to: number;
  readonly #faults: Fault[];

  constructor(catalogue: Catalogue, from: number, to: number, faults: Fault[]) {
    this.#catalogue = catalogue;
    this.#from = from;
    this.#to = to;
    this.#faults = faults;
  }

  knows(prefix: string): boolean {
    for (const id of this.#catalogue.keys()) if (id.startsWith(prefix)) return true;
    return false;
  }

  /** Names of a collection's entries in the catalogue. */
  names(collection: string): ReadonlySet<string> {
    const names = new Set<string>();
    for (const id of this.#catalogue.keys()) {
      const [first, name] = id.split('.');
      if (first === collection && name && name !== 'default') names.add(name);
    }
    return names;
  }

  /** The value at `path`: what the plan gives, else the first of the catalogue's `ids` that exists. */
  resolve(
    path: string,
    attribute: Attribute,
    node: Placed | undefined,
    at: Place,
    ids: readonly string[],
  ): ResolvedValue | undefined {
    const id = ids.find((candidate) => this.#catalogue.has(candidate));
    const assumptions = (id && this.#catalogue.get(id)) || [];
    const given = node && !(node.kind === 'scalar' && node.value === null) ? node : undefined;
    const chosen = given && this.#choose(given, assumptions);
    if (given && chosen === undefined) return this.#given(attribute, given, assumptions);
    const assumption = chosen ?? assumptions[0];
    if (assumption) return this.#assumed(attribute, assumption, assumptions);
    return this.#fallback(path, attribute, at);
  }

  /** `{source: words}` picks the catalogue's assumption from that source; undefined for any other value. */
  #choose(node: Placed, assumptions: readonly CatalogueAssumption[]): CatalogueAssumption | undefined {
    const words = textOf(entryOf(node, 'source'));
    if (words === undefined || entryOf(node, 'value')) return undefined;
    return assumptions.find((assumption) => assumption.evidence.source.includes(words));
  }

  #given(
    attribute: Attribute,
    node: Placed,
    assumptions: readonly CatalogueAssumption[],
  ): ResolvedValue | undefined {
    const valueNode = entryOf(node, 'value') ?? node;
    const read = this.#read(attribute, valueNode, entryOf(node, 'range'));
    if (!read) return undefined;
    const source = textOf(entryOf(node, 'source'));
    return {
      ...read,
      text: inline(valueNode),
      unit: attribute.name.unitText,
      origin: node.place.file?.startsWith('--set') ? 'override' : 'plan',
      ...(source
        ? { evidence: { kind: 'assumed', source, asOf: textOf(entryOf(node, 'asOf')) ?? '' } as const }
        : {}),
      ...conflictsOf(assumptions),
    };
  }

  #assumed(
    attribute: Attribute,
    assumption: CatalogueAssumption,
    all: readonly CatalogueAssumption[],
  ): ResolvedValue | undefined {
    const read = this.#read(attribute, assumption.value, assumption.range, assumption.distribution);
    if (!read) return undefined;
    return {
      ...read,
      text: inline(assumption.value),
      unit: attribute.name.unitText,
      origin: 'catalogue',
      evidence: assumption.evidence,
      ...conflictsOf(all.filter((other) => other !== assumption)),
    };
  }

  #fallback(path: string, { row, name }: Attribute, at: Place): ResolvedValue | undefined {
    if ((row.kind === 'word' || row.kind === 'flag') && row.otherwise !== undefined) {
      return { value: row.otherwise, text: String(row.otherwise), unit: '', origin: 'schema' };
    }
    this.#faults.push({
      code: 'plan/missing',
      message: `${path} is missing.`,
      at: { ...at, path },
      cause: `Neither the plan nor the catalogue gives it: ${row.doc}`,
      fix: `Give it in the plan${name.unitText ? `, in a unit such as ${name.unitText}` : ''}, or let the entry be like one of the catalogue's.`,
    });
    return undefined;
  }

  #read({ row, name }: Attribute, node: Placed, range?: Placed, distribution?: Placed): Read | undefined {
    switch (row.kind) {
      case 'number':
        return this.#readNumber(row, name, node, range, distribution);
      case 'series': {
        const values = this.#keep(readSeries(node, { name, row }, this.#from, this.#to));
        return values && { value: values };
      }
      case 'month': {
        const month = monthOf(textOf(node) ?? '');
        return month !== undefined
          ? { value: month }
          : this.#refuse(node, name, 'it takes a month such as 2028-01');
      }
      case 'flag': {
        const text = textOf(node);
        const flag =
          text === 'true' || text === 'yes' ? true : text === 'false' || text === 'no' ? false : undefined;
        return flag !== undefined ? { value: flag } : this.#refuse(node, name, 'it takes true or false');
      }
      case 'word': {
        const text = textOf(node) ?? '';
        return !row.options || row.options.includes(text)
          ? { value: text }
          : this.#refuse(node, name, `"${text}" is none of ${row.options.join(', ')}`);
      }
    }
  }

  #readNumber(
    row: NumberRow,
    name: Attribute['name'],
    node: Placed,
    range?: Placed,
    distribution?: Placed,
  ): Read | undefined {
    const read = this.#keep(readNumber(node, name, row));
    if (!read) return undefined;
    let scatter: Distribution | undefined = read.distribution;
    if (distribution) scatter = this.#keep(readNumber(distribution, name, row))?.distribution;
    else if (range) scatter = this.#keep(readRange(range, read.value, name, row));
    return scatter ? { value: read.value, distribution: scatter } : { value: read.value };
  }

  #keep<T>(outcome: Outcome<T>): T | undefined {
    if (outcome.ok) return outcome.value;
    this.#faults.push(...outcome.faults);
    return undefined;
  }

  #refuse(node: Placed, name: Attribute['name'], cause: string): undefined {
    this.#faults.push(valueFault(node, name, cause));
    return undefined;
  }
}

function conflictsOf(assumptions: readonly CatalogueAssumption[]): Pick<ResolvedValue, 'conflicts'> {
  if (assumptions.length === 0) return {};
  return {
    conflicts: assumptions.map(({ value, evidence }) => ({ text: inline(value), evidence })),
  };
}
