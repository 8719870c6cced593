import { fundings } from '../plan/resolved.ts';
import type { Attribute, PlanSchema } from '../plan/schema.ts';

type Json = { readonly [key: string]: unknown };

// A month as plans write it.
const monthSchema: Json = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' };
const distributions = ['uniform', 'triangular', 'logtriangular', 'normal', 'lognormal'] as const;

/** The plan's JSON Schema (draft 2020-12), for editors: keys, meaning, units, words. */
export function jsonSchema(schema: PlanSchema): Json {
  const properties: { [key: string]: Json } = {
    name: { type: 'string', description: "Short name, used for runs; the file's name if missing." },
    title: { type: 'string', description: 'One line for people.' },
    description: { type: 'string' },
    extends: { type: 'string', description: 'Path of a plan below this one; what is given here wins.' },
    funding: {
      enum: fundings,
      description:
        'Build as announced and report the capital it takes, or only what own cash, debt and listing pay, or what each company for itself pays.',
    },
    reportBooks: { type: 'boolean', description: 'Run a second pass paid from the books and report both.' },
    reportApart: { type: 'boolean', description: 'Run a pass with the companies apart and report it.' },
    period: objectOf({ from: monthSchema, to: monthSchema }, 'First and last month of the run.'),
  };
  for (const [room, attributes] of schema.sections)
    properties[room] = rowsSchema(attributes, `The ${room} room.`);
  for (const [collection, attributes] of schema.collections) {
    const entry = rowsSchema(attributes, `One of the ${collection}.`, {
      like: { type: 'string', description: 'Entry of the catalogue that gives what is left out here.' },
    });
    properties[collection] = {
      anyOf: [
        { type: 'object', additionalProperties: { anyOf: [entry, { type: 'null' }] } },
        { type: 'array', items: { type: 'string' } },
      ],
    };
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Kardashev plan',
    ...objectOf(properties, 'What to build, where, with what and for whom.'),
    $defs: definitions,
  };
}

function objectOf(properties: { readonly [key: string]: Json }, description: string): Json {
  return { type: 'object', description, properties, additionalProperties: false };
}

function rowsSchema(
  attributes: ReadonlyMap<string, Attribute>,
  description: string,
  more: { readonly [key: string]: Json } = {},
): Json {
  const properties: { [key: string]: Json } = { ...more };
  for (const [key, attribute] of attributes) properties[key] = attributeSchema(attribute);
  return objectOf(properties, description);
}

function attributeSchema({ row, name }: Attribute): Json {
  const description = name.unitText ? `${row.doc} In a unit such as ${name.unitText}.` : row.doc;
  switch (row.kind) {
    case 'number':
    case 'series':
    case 'month':
      return { description, $ref: `#/$defs/${row.kind}` };
    case 'flag':
      return { description, type: 'boolean' };
    case 'word':
      return row.options ? { description, enum: row.options } : { description, type: 'string' };
  }
}

const quantity: Json = { type: ['number', 'string'] };
const list: Json = { type: 'array', items: quantity };
const distribution: Json = {
  type: 'object',
  minProperties: 1,
  maxProperties: 1,
  properties: Object.fromEntries(distributions.map((kind) => [kind, list])),
  additionalProperties: false,
};
const sourced: Json = {
  type: 'object',
  properties: { value: {}, source: { type: 'string' }, asOf: { type: 'string' }, range: list },
  required: ['source'],
};
const definitions: Json = {
  number: { anyOf: [quantity, distribution, sourced] },
  series: { anyOf: [quantity, { type: 'object', additionalProperties: quantity }, sourced] },
  month: monthSchema,
};
